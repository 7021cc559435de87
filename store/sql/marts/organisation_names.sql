-- One row per name that means one organisation of a body, folded.
with names as (
    select *, staging.folded(organisation) as name, 1 as choice
    from staging.organisations
    union all
    select *, staging.folded(unnest(string_split(also_known_as, ';'))) as name, 2 as choice
    from staging.organisations
    union all
    select o.*, staging.folded(a.written) as name, 3 as choice
    from staging.aliases as a
    join staging.organisations as o
        on o.body = a.body and staging.folded(o.organisation) = staging.folded(a.means)
    where a.of = 'organisation'
),

-- an organisation's own name goes before another's alias
claimed as (
    select *
    from names
    where name <> ''
    qualify choice = min(choice) over (partition by body, name)
)

-- a name that two share means neither
select
    body,
    name,
    min(organisation) as organisation,
    any_value(sector) as sector,
    any_value(member_from) as member_from,
    any_value(member_to) as member_to
from claimed
group by body, name
having count(distinct organisation) = 1
