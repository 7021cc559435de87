-- The entry of the newest upload of a body and kind, where it is of the same bytes and day and not undone.
select l.* replace (coalesce(l.said, '') as said)
from raw.ledger as l
join staging.uploads as u on u.upload_id = l.upload_id and u.undone_at is null
where
    l.what = 'upload' and l.body = $body and l.kind = $kind and l.sha256 = $sha256 and u.as_at = $as_at
    and l.upload_id = (
        select max(upload_id) from staging.uploads where body = $body and kind = $kind and undone_at is null
    )
