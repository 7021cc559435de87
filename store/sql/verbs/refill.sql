insert into {kept} select * from {fresh} where body = $body
