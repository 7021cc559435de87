create or replace temp table {layer}_{name} as
select * from (
{select}
) where body = $body
