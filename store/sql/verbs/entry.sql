select * replace (coalesce(said, '') as said) from raw.ledger where entry_id = $entry_id
