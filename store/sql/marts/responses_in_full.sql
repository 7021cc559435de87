-- One row per figure that a partner has responded to: its last word, the numbers in it, and the answer.
-- Readers: secretariat
-- Small numbers: progress_share, value, young_people_reached
with named as (
    select
        r.* replace (
            coalesce(n.organisation, r.organisation) as organisation,
            coalesce(p.reference, r.reference) as reference
        )
    from staging.responses as r
    left join marts.organisation_names as n
        on n.body = r.body and n.name = staging.folded(r.organisation)
    left join staging.pledges as p
        on r.about = 'pledge'
        and p.body = r.body
        and staging.reference(p.reference) = staging.reference(r.reference)
    -- what was said under two names of one organisation: the last word
    qualify row_number() over (
        partition by
            r.body, staging.folded(coalesce(n.organisation, r.organisation)), r.about,
            staging.reference(r.reference), r.as_at
        order by r.upload_id desc, r.line desc
    ) = 1
)

select
    r.body,
    r.organisation,
    r.about,
    r.reference,
    r.figure,
    r.as_at,
    r.response,
    r.note,
    r.progress_share,
    r.rag,
    r.value,
    r.young_people_reached,
    r.said_on,
    r.answer,
    r.answered_on,
    r.answer_note,
    -- whether the update that was looked at still has the numbers that were seen; 35 of a hundred and 35% may
    -- differ in the last bit
    coalesce(abs(r.progress_share - u.progress_share) < 1e-9, true)
    and coalesce(abs(r.value - u.value) < 1e-9, true) as stands,
    r.file,
    r.line,
    r.upload_id
from named as r
left join marts.pledge_progress as u
    on r.about = 'pledge'
    and u.body = r.body
    and u.pledge_reference = r.reference
    and u.as_at = r.as_at
