-- One row per name and e-mail address that stood in one row, folded, whether undone since or not.
select distinct staging.folded(person) as name, staging.folded(email) as address
from raw.representatives
where person is not null and email is not null
union
select staging.folded(person), regexp_extract(placed_by, 'person\|(\S+@\S+)', 1)
from (select person, placed_by from raw.attendance union select person, placed_by from raw.actions)
where person is not null and placed_by like 'person|%@%'
