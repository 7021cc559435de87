-- The whole table, made anew: its columns follow its select.
create or replace table {kept} as
{select}
