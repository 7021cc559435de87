-- One row per upload, undone or not.
-- Readers: secretariat
select
    body, upload_id, kind, file_name, sha256, as_at, part, complete_to, listed, headings, loaded_by, loaded_at,
    count_rows, count_refused, undone_by, undone_at, previous_hash, hash
from staging.uploads
