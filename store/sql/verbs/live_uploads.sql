-- The entries of uploads that have not been undone.
select l.*
from raw.ledger as l
join staging.uploads as u on u.upload_id = l.upload_id and u.undone_at is null
where l.what = 'upload'
