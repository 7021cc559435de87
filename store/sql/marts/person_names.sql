-- One row per person of a body, folded, with the spelling of the newest roster, or else of the newest mention.
with mentioned as (
    select m.body, m.name, m.written, m.kind, m.upload_id, m.line, coalesce(i.id, m.name) as id
    from staging.person_mentions as m
    left join staging.identities as i on i.body = m.body and i.of = 'person' and i.name = m.name
    where m.name <> ''
)

select distinct
    body,
    name,
    -- whoever took another name is who they were
    first_value(written) over (
        partition by body, id
        order by kind = 'representatives' desc, upload_id desc, line desc, written
    ) as person
from mentioned
