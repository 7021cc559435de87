-- One row per holder of a filled seat and the role it gives them, once their e-mail address is on record.
-- Readers: secretariat
with ended as (
    select body, row_key, min(last_day) as last_day
    from marts.endings
    where ended_by_upload_id > upload_id
    group by body, row_key
)

select
    h.body,
    nullif(staging.folded(h.email), '') as email,
    h.person,
    case
        when h.role = 'secretariat' then 'secretariat'
        when h.role in ('chair', 'co-chair', 'vice chair') then 'board'
        -- a partner is confined to its organisation, so without one there is nothing to see
        when h.organisation is not null then 'partner'
    end as role,
    h.organisation,
    h.from_on,
    least(h.to_on, e.last_day) as to_on,
    concat_ws(', ', coalesce(h.seat, h.role), h.group_name) as because,
    h.file,
    h.line
from marts.holdings as h
left join ended as e using (body, row_key)
where
    h.status = 'filled'
    and (h.person is not null or h.email is not null)
    -- what would end before it begins never was
    and (e.last_day is null or e.last_day >= coalesce(h.from_on, date '0001-01-01'))
