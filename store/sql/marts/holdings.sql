-- One row per person holding a seat, or vacant seat, as its newest upload has it.
select
    r.* replace (
        g.group_name as group_name,
        coalesce(n.organisation, r.organisation) as organisation,
        staging.somebody(coalesce(p.person, r.person)) as person,
        coalesce(d.person, r.deputy_for) as deputy_for
    ),
    n.sector,
    -- filled, by somebody who is not named, is no vacancy
    staging.somebody(r.person) is null and (r.person is not null or r.status <> 'filled') as is_vacancy,
    -- where nobody says since when, it was so on the day of the file
    coalesce(r.from_on, r.said_at) as begins_on,
    -- what makes it the same seat
    list_transform(
        [g.group_name, r.seat, coalesce(n.organisation, r.organisation)], lambda part: staging.folded(part)
    ) as place
from staging.representatives as r
left join marts.organisation_names as n on n.body = r.body and n.name = staging.folded(r.organisation)
left join marts.person_names as p on p.body = r.body and p.name = staging.folded(r.person)
left join marts.person_names as d on d.body = r.body and d.name = staging.folded(r.deputy_for)
left join marts.group_names as g on g.body = r.body and g.name = staging.folded(r.group_name)
-- one seat written with two names of its organisation is one seat
qualify row_number() over (
    partition by r.body, place, staging.folded(r.person), r.from_on
    order by r.said_at desc, r.upload_id desc, r.line desc
) = 1
