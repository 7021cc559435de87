-- One row per person, address, e-mail domain, payer, charity number or person who is a member, by which a row may
-- be found, and span of days: whose it is; null where it is nobody's, or of several.
with told as (
    select r.body, staging.folded(concat(r.of, '|', r.written)) as name, r.means
    from raw.aliases as r
    join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
    where r.gone is null and r.of in ('person', 'payee', 'e-mail domain')
    qualify row_number() over (partition by r.body, name order by u.as_at desc, u.upload_id desc, r.line desc) = 1
),

live as (
    select r.* replace (coalesce(n.means, c.means, r.organisation) as organisation), u.as_at
    from raw.representatives as r
    join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
    left join staging.spellings as k
        on k.body = r.body and k.of = 'name' and k.name = staging.folded(r.organisation)
    left join staging.spellings as n
        on k.name is null and n.body = r.body and n.of = 'charity number'
        and n.name = replace(staging.folded(r.organisation), ' ', '')
    left join staging.spellings as c
        on k.name is null and c.body = r.body and c.of = 'cleaned' and c.name = staging.cleaned(r.organisation)
    where staging.somebody(r.person) is not null or r.email is not null
),

mistaken as (
    select
        body, staging.folded(person) as name, staging.folded(organisation) as organisation,
        staging.folded(group_name) as group_name, staging.folded(seat) as seat,
        max((as_at, upload_id)) as since
    from live
    where gone = 'mistaken'
    group by all
),

said as (
    select r.*, coalesce(r.to_on >= r.as_at, true) as is_current
    from live as r
    anti join mistaken as m
        on m.body = r.body
        and m.name = staging.folded(r.person)
        and (r.placed_by is not null or m.organisation is not distinct from staging.folded(r.organisation))
        and m.group_name is not distinct from staging.folded(r.group_name)
        and m.seat is not distinct from staging.folded(r.seat)
        and m.since >= (r.as_at, r.upload_id)
    where r.gone is null
),

-- whoever names no organisation may be found by the mailbox
domains as (
    select body, 'e-mail domain|' || staging.domain(email) as name, min(organisation) as organisation
    from said
    where organisation is not null and staging.domain(email) is not null
    group by all
    having count(distinct staging.folded(organisation)) = 1
),

seated as (
    select r.* replace (coalesce(r.organisation, t.means, d.organisation) as organisation)
    from said as r
    left join told as t on t.body = r.body and t.name = 'e-mail domain|' || staging.domain(r.email)
        and r.placed_by is not null
    left join domains as d on d.body = r.body and d.name = 'e-mail domain|' || staging.domain(r.email)
        and r.placed_by is not null
),

ways as (
    select *, 'person|' || staging.folded(person) as name from seated where staging.somebody(person) is not null
    union all
    select *, 'person|' || staging.folded(email) from seated where email is not null
    union all
    select *, 'e-mail domain|' || staging.domain(email) from seated where staging.domain(email) is not null
),

-- from the first day that anybody says so
held as (
    select
        w.body, w.name, coalesce(i.id, staging.folded(w.organisation)) as id,
        arg_max(w.organisation, (w.as_at, w.upload_id, w.line)) as means,
        min(coalesce(w.from_on, if(w.is_current, w.as_at, date '0001-01-01'))) as begins,
        min(w.as_at) filter (w.is_current) as first_said,
        max(w.as_at) filter (w.is_current) as last_said
    from ways as w
    left join staging.identities as i
        on i.body = w.body and i.of = 'organisation' and i.name = staging.folded(w.organisation)
    anti join told as t on t.body = w.body and t.name = w.name
    where w.organisation is not null
    group by w.body, w.name, coalesce(i.id, staging.folded(w.organisation))
),

-- at once, where a file names the one after another has named the other; a mailbox is of all that have it
shared as (
    select distinct one.body, one.name
    from held as one
    join held as other on other.body = one.body and other.name = one.name and other.id <> one.id
    where one.name like 'e-mail domain|%'
        or one.begins = other.begins
        or (one.first_said <= other.last_said and other.first_said <= one.last_said)
),

spans as (
    select
        h.body, h.name,
        row_number() over by_day = 1 as is_first,
        if(s.name is null or (is_first and h.begins < lead(h.begins) over by_day), h.means, null) as means,
        if(is_first, date '0001-01-01', h.begins) as valid_from,
        coalesce(lead(h.begins) over by_day - 1, date '9999-12-31') as valid_to
    from held as h
    left join shared as s on s.body = h.body and s.name = h.name
    window by_day as (partition by h.body, h.name order by h.begins, h.last_said, h.id)
)

select body, name, means, valid_from, valid_to from spans
union all
select body, name, means, date '0001-01-01', date '9999-12-31' from told
union all
select body, 'charity number|' || name, means, date '0001-01-01', date '9999-12-31'
from staging.spellings
where of = 'charity number'
union all
-- members that are people come in their own name
select body, 'own name|' || staging.folded(person), arg_max(person, (as_at, upload_id, line)),
    date '0001-01-01', date '9999-12-31'
from seated
where organisation is null and staging.somebody(person) is not null
group by body, staging.folded(person)
