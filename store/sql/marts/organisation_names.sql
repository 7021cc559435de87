-- One row per name that means one organisation of a body, folded.
with roster as (
    select
        *,
        -- the days of membership; null for one that was never a member, or left on a day nobody recorded
        membership = 'member' or (membership = 'former' and left_on is not null) as was_member,
        if(was_member, coalesce(joined_on, date '-infinity'), null) as member_from,
        if(was_member, coalesce(left_on, date 'infinity'), null) as member_to
    from staging.organisations
),

names as (
    select *, staging.folded(organisation) as name, 1 as choice
    from roster
    union all
    select *, staging.folded(unnest(string_split(also_known_as, ';'))) as name, 2 as choice
    from roster
    union all
    select o.*, staging.folded(a.written) as name, 3 as choice
    from staging.aliases as a
    join roster as o
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
