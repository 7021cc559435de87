-- One row per person of a body, folded, with the spelling of the newest roster, or else of the newest mention.
select body, name, written as person
from staging.person_mentions
where name <> ''
qualify row_number() over (
    partition by body, name
    order by kind = 'representatives' desc, upload_id desc, line desc, written
) = 1
