-- One row per body and kind with a live upload: how far its data goes, and its newest upload.
-- Readers: secretariat, board, partner
select
    u.body,
    u.kind,
    d.data_to,
    u.file_name,
    u.loaded_by,
    u.loaded_at,
    u.count_rows,
    u.count_refused
from staging.uploads as u
left join staging.data_to as d using (body, kind)
where u.undone_at is null and u.kind <> 'responses' -- what partners sent is not for other partners
qualify row_number() over (partition by u.body, u.kind order by u.upload_id desc) = 1
