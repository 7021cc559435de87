-- One row per upload that was known, with what it says besides its rows, and the undo that voided it, if any.
select
    u.upload_id,
    u.body,
    u.kind,
    u.file_name,
    u.sha256,
    u.done_by as loaded_by,
    u.done_at as loaded_at,
    u.count_rows,
    u.count_refused,
    coalesce((u.said::json ->> 'as_at')::date, u.done_at::date) as as_at,
    coalesce((u.said::json -> 'lacks')::text[], []) as lacks,
    coalesce((u.said::json -> 'fills')::boolean, false) as fills,
    coalesce((u.said::json -> 'part')::boolean, false) as part,
    (u.said::json ->> 'complete_to')::date as complete_to,
    coalesce(u.said::json ->> 'matched_by', 'reference') as matched_by,
    u.said::json ->> 'listed' as listed,
    list_sort(json_keys(u.mapping)) as headings,
    v.done_by as undone_by,
    v.done_at as undone_at,
    u.previous_hash,
    u.hash
from raw.ledger as u
left join raw.ledger as v on v.what = 'undo' and v.upload_id = u.upload_id and v.done_at <= staging.known_until()
where u.what = 'upload' and u.done_at <= staging.known_until()
