-- One row per body and thing that somebody did or was refused there.
-- Readers: secretariat
select body, done_at, done_by, what, about
from staging.audit
