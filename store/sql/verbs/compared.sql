-- Two rows that are the same where what is kept is what its select gives now, in whatever order.
select count(*) as count_rows, sum(hash(r)::hugeint) as digest from {kept} as r
union all
select count(*), sum(hash(r)::hugeint) from (
{select}
) as r
