-- One row per name and e-mail address that stood in one row, folded, whether undone since or not. Whose an address
-- of the roster is, the roster says: a list may have it beside another name of the same person.
select distinct staging.folded(person) as name, staging.folded(email) as address
from raw.representatives
where person is not null and email is not null
union
select staging.folded(person), regexp_extract(placed_by, 'person\|(\S+@\S+)', 1)
from (select person, placed_by from raw.attendance union select person, placed_by from raw.actions)
where person is not null
    and placed_by like 'person|%@%'
    and regexp_extract(placed_by, 'person\|(\S+@\S+)', 1) not in (
        select staging.folded(email) from raw.representatives where email is not null
    )
