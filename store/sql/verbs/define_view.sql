create or replace view {layer}.{name} as
{select}
