-- Where the ledger stands: the newest entry and its hash, and the highest number given to an upload.
select
    coalesce(max(entry_id), 0) as entry_id,
    coalesce(max(upload_id), 0) as upload_id,
    coalesce(arg_max(hash, entry_id), '') as hash
from raw.ledger
