-- Whether a body's rows in two tables are the same, in whatever order.
select
    (select row(count(*), sum(hash(r)::hugeint)) from {kept} as r where body = $body)
    is not distinct from (select row(count(*), sum(hash(r)::hugeint)) from {made} as r)
