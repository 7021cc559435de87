-- One row per list of who came to a meeting: whom it has, as was said at loading, and whether anybody in it is
-- not there. Apart from the list of uploads, which every upload moves.
select
    a.body, a.group_name, a.meeting_on, a.upload_id,
    any_value(u.listed) as listed,
    bool_or(a.attendance in ('apologies', 'absent')) as has_absent
from staging.attendance as a
join staging.uploads as u using (body, upload_id)
group by all
