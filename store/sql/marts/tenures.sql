-- One row per holding of a seat, or vacancy, up to the day on which a later upload ends it.
with ended as (
    select body, row_key, min(last_day) as last_day
    from marts.endings
    where is_later
    group by body, row_key
)

select h.* replace (least(h.to_on, e.last_day) as to_on)
from marts.holdings as h
left join ended as e using (body, row_key)
-- what would end before it begins never was
where e.last_day is null or e.last_day >= coalesce(h.from_on, date '0001-01-01')
