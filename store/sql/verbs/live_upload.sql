-- The entry of an upload that has not been undone; none where there is no such upload.
select l.* replace (coalesce(l.said, '') as said)
from raw.ledger as l
join staging.uploads as u on u.upload_id = l.upload_id and u.undone_at is null
where l.what = 'upload' and l.upload_id = $upload_id
