-- One row per record that names a group, with the name as its newest live upload writes it.
with mentions as (
    select body, 'groups' as kind, row_key, group_name, upload_id, line from raw.groups
    union all
    select body, 'representatives', row_key, group_name, upload_id, line from raw.representatives
    union all
    select body, 'meetings', row_key, group_name, upload_id, line from raw.meetings
    union all
    select body, 'attendance', row_key, group_name, upload_id, line from raw.attendance
    union all
    select body, 'actions', row_key, group_name, upload_id, line from raw.actions
    union all
    select body, 'decisions', row_key, group_name, upload_id, line from raw.decisions
)

select m.*, staging.folded(m.group_name) as name
from mentions as m
join staging.uploads as u on u.upload_id = m.upload_id and u.undone_at is null
qualify row_number() over (partition by m.body, m.kind, m.row_key order by m.upload_id desc, m.line desc) = 1
