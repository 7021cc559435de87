-- The kinds of a body whose records were others on a day, or by what was known then: of one upload there is
-- one version, which holds on every day.
select kind
from staging.uploads
where body = $body and undone_at is null and list_contains($changing, kind)
group by kind
having max(as_at) > $on and count(*) > 1
union
select kind
from raw.ledger
where body = $body and done_at > coalesce($known_until::timestamp, timestamp 'infinity')
