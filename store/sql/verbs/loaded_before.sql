-- The entries of uploads of the same bytes that have not been undone.
select l.*
from raw.ledger as l
join staging.uploads as u on u.upload_id = l.upload_id and u.undone_at is null
where l.what = 'upload' and l.body = $body and l.kind = $kind and l.sha256 = $sha256
