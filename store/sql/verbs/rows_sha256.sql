-- A digest of an upload's rows in the order of its file.
-- Nulls are left out, so that a column added later changes no digest of the past.
select
    coalesce(
        sha256(
            string_agg(sha256(json_merge_patch('{{}}', to_json(r))::text), '' order by r.line, r.row_key)
        ), ''
    ) as digest
from raw.{name} as r
where r.upload_id = $upload_id
