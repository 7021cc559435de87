-- Whether no upload of a kind shows a later day.
select not exists (
    select 1
    from staging.uploads
    where body = $body and kind = $kind and undone_at is null and as_at > $as_at
)
