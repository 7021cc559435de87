create or replace view {fresh} as
{select}
