insert into {kept}
select * from (
{select}
) where body = $body
