-- One row per upload, undo and erasure in the ledger, and per sign-in, sign-out, export and refusal.
-- Readers: secretariat
select
    body,
    done_at,
    done_by,
    what,
    if(what = 'erased', file_name, concat('Upload ', upload_id, ', ', kind, ': ', file_name)) as about
from raw.ledger
union all
select body, done_at, done_by, what, about
from raw.audit
