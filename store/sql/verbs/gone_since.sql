-- One row per person with a seat on record, folded: the last day of any seat, or at any meeting, or before the
-- undoing of the upload that names them, where it lies before the day given; whoever holds a seat has none.
with days as (
    select staging.folded(person) as name, coalesce(to_on, date 'infinity') as day
    from marts.seats
    where person is not null
    union all
    select staging.folded(r.person), u.undone_at::date
    from raw.representatives as r
    join staging.uploads as u on u.upload_id = r.upload_id
    where r.person is not null and u.undone_at is not null
),

seated as (
    select distinct name from days
),

-- somebody who still comes is not gone
seen as (
    select staging.folded(a.person) as name, a.meeting_on as day
    from staging.attendance as a
    join seated on seated.name = staging.folded(a.person)
)

select name, max(day) as last_day
from (select * from days union all select * from seen)
group by name
having max(day) < $before
order by name
