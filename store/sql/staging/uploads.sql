-- One row per upload, with the undo that voided it, if any.
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
    v.done_by as undone_by,
    v.done_at as undone_at,
    u.previous_hash,
    u.hash
from raw.ledger as u
left join raw.ledger as v on v.what = 'undo' and v.upload_id = u.upload_id
where u.what = 'upload'
