-- One row per name on record and e-mail address it was given with, folded, whether undone since or not.
select distinct staging.folded(person) as name, staging.folded(email) as address
from raw.representatives
where person is not null and email is not null
