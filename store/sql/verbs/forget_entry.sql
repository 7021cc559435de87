delete from raw.ledger where entry_id = $entry_id
