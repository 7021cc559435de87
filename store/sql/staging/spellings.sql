-- One row per name that a body's files know an organisation by, folded, per charity number and per name without
-- what tells none: the last two with the name on record that they mean, if it is of one alone.
with live as (
    select r.*, u.as_at
    from raw.organisations as r
    join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
    where r.organisation is not null
),

mistaken as (
    select body, staging.folded(organisation) as name, max((as_at, upload_id)) as since
    from live
    where gone = 'mistaken'
    group by all
),

said as (
    select r.*, coalesce(i.id, staging.folded(r.organisation)) as id
    from live as r
    left join mistaken as m on m.body = r.body and m.name = staging.folded(r.organisation)
    left join staging.identities as i
        on i.body = r.body and i.of = 'organisation' and i.name = staging.folded(r.organisation)
    where r.gone is null and (m.since is null or m.since < (r.as_at, r.upload_id))
),

also as (
    select *, unnest(string_split(also_known_as, ';')) as other from said
),

spelled as (
    select *, 'charity number' as of, staging.folded(charity_number) as name, 1 as choice from said
    union all
    select *, 'cleaned', staging.cleaned(organisation), 1 from said
    union all
    -- as it is, or beside its own name: Alder College (AC)
    select * exclude (other), 'cleaned',
        staging.cleaned(unnest([other, organisation || ' ' || other, other || ' ' || organisation])), 2
    from also
    where trim(other) <> ''
),

-- an organisation's own name goes before another's other name
claimed as (
    select *
    from spelled
    where name <> ''
    qualify choice = min(choice) over (partition by body, of, name)
)

select body, of, name, arg_max(organisation, (as_at, upload_id, line)) as means
from claimed
group by body, of, name
having count(distinct id) = 1
union all
select distinct body, 'name', name, null
from (
    select body, staging.folded(organisation) as name from said
    union all
    select body, staging.folded(unnest(string_split(also_known_as, ';'))) from said
    union all
    select r.body, staging.folded(r.written)
    from raw.aliases as r
    join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
    where r.gone is null and r.of = 'organisation'
)
