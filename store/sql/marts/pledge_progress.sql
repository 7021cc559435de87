-- One row per update of a pledge.
-- Readers: secretariat, board, partner by pledge_reference in pledges.reference
-- Small numbers: young_people_reached, value, progress_share
select
    u.body,
    coalesce(p.reference, u.pledge_reference) as pledge_reference,
    u.as_at,
    u.progress_share,
    u.rag,
    u.value,
    u.young_people_reached,
    u.note,
    u.evidence,
    u.file,
    u.line,
    null::text[] as suppressed
from staging.pledge_progress as u
left join staging.pledges as p
    on p.body = u.body and staging.reference(p.reference) = staging.reference(u.pledge_reference)
