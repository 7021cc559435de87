-- The hash of a body's newest entry in the ledger.
select coalesce(arg_max(hash, entry_id), '') as hash
from raw.ledger
where body = $body
