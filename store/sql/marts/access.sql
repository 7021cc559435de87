-- One row per holder of a filled seat and the role it gives them, once their e-mail address is on record.
-- Readers: secretariat
select
    body,
    nullif(staging.folded(email), '') as email,
    person,
    case
        when role = 'secretariat' then 'secretariat'
        when role in ('chair', 'co-chair', 'vice chair') then 'board'
        -- a partner is confined to its organisation, so without one there is nothing to see
        when organisation is not null then 'partner'
    end as role,
    organisation,
    from_on,
    to_on,
    concat_ws(', ', coalesce(seat, role), group_name) as because,
    file,
    line
from marts.tenures
where status = 'filled' and (person is not null or email is not null)
