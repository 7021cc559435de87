select * from raw.ledger order by entry_id
