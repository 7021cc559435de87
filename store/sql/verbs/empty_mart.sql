delete from marts.{name} where body = $body
