insert into raw.ledger values (
    $entry_id, $what, $upload_id, $body, $kind, $file_name, $sha256, $done_by, $done_at,
    $count_rows, $count_refused, $count_new, $count_changed, $count_unchanged,
    $mapping, $rows_sha256, $previous_hash, $hash, nullif($said, '')
)
