-- One row per person holding a seat, or vacant seat: the newest upload that has not been undone.
with newest as (
    select r.*, u.file_name as file
    from raw.representatives as r
    join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
    qualify row_number() over (partition by r.body, r.row_key order by r.upload_id desc, r.line desc) = 1
),

seats as (
    select
        *,
        max(upload_id) over seat as newest_upload,
        coalesce(max(upload_id) filter (person is null) over seat, 0) as newest_vacancy
    from newest
    window seat as (partition by body, lower(group_name), lower(seat), lower(organisation))
)

-- a vacancy ends when somebody is named for the seat, and ends the holdings named before it
select * exclude (newest_upload, newest_vacancy)
from seats
where if(person is null, upload_id = newest_upload, upload_id >= newest_vacancy)
