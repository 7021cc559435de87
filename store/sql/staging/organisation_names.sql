-- One row per name that an organisation of a body is known by, in lower case; its own name goes first.
with names as (
    select *, organisation as known_as, 1 as choice
    from staging.organisations
    union all
    select *, unnest(string_split(also_known_as, ';')) as known_as, 2 as choice
    from staging.organisations
)

select body, lower(trim(known_as)) as name, organisation, sector, member_from, member_to
from names
where trim(known_as) <> ''
qualify row_number() over (partition by body, lower(trim(known_as)) order by choice, organisation) = 1
