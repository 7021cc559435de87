-- One row per person holding a seat, or vacant seat.
-- Readers: secretariat, board, partner by organisation
select
    s.body,
    s.group_name,
    s.seat,
    coalesce(n.organisation, s.organisation) as organisation,
    s.person,
    s.role,
    s.primary_contact,
    s.deputy_for,
    s.from_on,
    s.to_on,
    s.status,
    n.sector,
    s.file,
    s.line
from staging.representatives as s
left join staging.organisation_names as n on n.body = s.body and n.name = lower(s.organisation)
-- one seat written with two names of its organisation is one seat
qualify row_number() over (
    partition by
        s.body, lower(s.group_name), lower(s.seat),
        lower(coalesce(n.organisation, s.organisation)), lower(s.person)
    order by s.upload_id desc, s.line desc
) = 1
