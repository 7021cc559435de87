select * replace (coalesce(said, '') as said) from raw.ledger order by entry_id
