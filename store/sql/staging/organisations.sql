-- One row per organisation of a body: the newest upload that has not been undone.
select
    r.*,
    -- the days of membership; null for one that was never a member, or left on a day nobody recorded
    case when r.membership = 'member' or (r.membership = 'former' and r.left_on is not null)
        then coalesce(r.joined_on, date '-infinity') end as member_from,
    case when r.membership = 'member' or (r.membership = 'former' and r.left_on is not null)
        then coalesce(r.left_on, date 'infinity') end as member_to,
    u.file_name as file
from raw.organisations as r
join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
qualify row_number() over (partition by r.body, r.row_key order by r.upload_id desc, r.line desc) = 1
