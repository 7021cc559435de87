-- One row per upload of a kind that is whole and shows a later day, in the order of their days.
select upload_id, file_name, as_at
from staging.uploads
where body = $body and kind = $kind and undone_at is null and as_at > $as_at and not part and not fills
order by as_at, upload_id
