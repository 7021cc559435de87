-- One row per person on record, folded, or e-mail address where there is no name: the last day of any seat, or at any
-- meeting, or before the undoing of the upload that names them, where it lies before the day given; whoever holds a
-- seat has none. Who never had a seat is kept as long after the last meeting or log of actions that names them.
with seats as (
    select staging.folded(person) as name, coalesce(to_on, date 'infinity') as day
    from marts.seats
    where person is not null
    union all
    select staging.folded(r.person), u.undone_at::date
    from raw.representatives as r
    join staging.uploads as u on u.upload_id = r.upload_id
    where r.person is not null and u.undone_at is not null
),

listed as (
    select
        staging.folded(r.person) as name, nullif(regexp_extract(r.placed_by, 'person\|(\S+@\S+)', 1), '') as address,
        coalesce(u.undone_at::date, r.day) as day
    from (
        select upload_id, person, placed_by, meeting_on as day from raw.attendance
        union all
        select r.upload_id, r.person, r.placed_by, greatest(u.as_at, try_cast(r.due as date))
        from raw.actions as r
        join staging.uploads as u on u.upload_id = r.upload_id
    ) as r
    join staging.uploads as u on u.upload_id = r.upload_id
),

-- a name goes with its address: both are kept for as long as either comes
came as (
    select name, address, greatest(day, max(day) over (partition by coalesce(address, '|' || name))) as day
    from listed
),

others as (
    select name, day from came where name is not null and name not in (select name from seats)
    union all
    select c.address, c.day
    from came as c
    where c.name is null
        and c.address not in (select address from came where name is not null and address is not null)
        and c.address not in (select staging.folded(email) from raw.representatives where email is not null)
),

-- somebody who still comes is not gone
seen as (
    select staging.folded(a.person) as name, a.meeting_on as day
    from staging.attendance as a
    semi join seats on seats.name = staging.folded(a.person)
)

select name, max(day) as last_day
from (select * from seats union all select * from seen union all select * from others)
group by name
having max(day) < $before
order by name
