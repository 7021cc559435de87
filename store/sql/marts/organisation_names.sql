-- One row per name that means one organisation of a body, folded.
with names as (
    select body, organisation, sector, staging.folded(organisation) as name, 1 as choice
    from staging.organisations
    union all
    select
        body, organisation, sector, staging.folded(unnest(string_split(also_known_as, ';'))) as name, 2 as choice
    from staging.organisations
    union all
    -- what it was called before
    select o.body, o.organisation, o.sector, i.name, 2 as choice
    from staging.identities as i
    join staging.organisations as o on o.body = i.body and o.row_key = i.id
    where i.of = 'organisation'
    union all
    select o.body, o.organisation, o.sector, i.id, 2 as choice
    from staging.identities as i
    join staging.organisations as o on o.body = i.body and o.row_key = i.id
    where i.of = 'organisation'
    union all
    select o.body, o.organisation, o.sector, staging.folded(a.written) as name, 3 as choice
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
    any_value(sector) as sector
from claimed
group by body, name
having count(distinct organisation) = 1
