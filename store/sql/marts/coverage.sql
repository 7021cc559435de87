-- One row per body and kind of which a live file says that it is no mere part: the latest day that one shows.
-- Readers: secretariat, board, partner
select body, kind, max(as_at) as as_at, max(complete_to) as complete_to
from staging.uploads
where undone_at is null and not part
group by body, kind
