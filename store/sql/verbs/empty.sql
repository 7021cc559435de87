delete from {kept} where body = $body
