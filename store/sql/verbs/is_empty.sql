-- Whether nothing was ever loaded or noted, so that nothing follows from it either.
select not exists (select 1 from raw.ledger) and not exists (select 1 from raw.audit)
