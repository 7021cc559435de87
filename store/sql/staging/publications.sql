-- One row per publication: the newest upload that has not been undone.
select
    r.*,
    try_cast(if(length(r.published) = 7, r.published || '-01', r.published) as date) as published_on,
    coalesce(length(r.published) = 7, false) as month_only,
    u.file_name as file
from raw.publications as r
join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
qualify row_number() over (partition by r.body, r.row_key order by r.upload_id desc, r.line desc) = 1
