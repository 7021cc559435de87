-- One row per body and organisation that a person speaks for on a day, with every role they have in that body.
with current as (
    select *
    from marts.access
    where
        email = staging.folded($email)
        and role is not null
        and coalesce(from_on, $on) <= $on
        and coalesce(to_on, $on) >= $on
),

roles as (
    select body, list(distinct role) as roles
    from current
    group by body
),

organisations as (
    select distinct body, organisation
    from current
    where role = 'partner'
)

select r.body, r.roles, o.organisation
from roles as r
left join organisations as o using (body)
order by r.body, o.organisation
