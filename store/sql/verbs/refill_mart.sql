insert into marts.{name} select * from fresh.{name} where body = $body
