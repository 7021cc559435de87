-- One row per record of {name}: the newest upload that has not been undone.
select
    r.*,
    u.file_name as file
from raw.{name} as r
join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
qualify row_number() over (partition by r.body, r.row_key order by r.upload_id desc, r.line desc) = 1
