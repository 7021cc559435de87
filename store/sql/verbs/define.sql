-- The whole table without a row: its columns follow its select.
create table {kept} as select * from (
{select}
) with no data
