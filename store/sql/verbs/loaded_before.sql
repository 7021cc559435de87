-- The newest upload of a body and kind, where it is of the same bytes and day and not undone.
select file_name, loaded_at, loaded_by
from staging.uploads
where body = $body and kind = $kind and undone_at is null
qualify
    upload_id = max(upload_id) over () and sha256 = $sha256 and as_at = $as_at
