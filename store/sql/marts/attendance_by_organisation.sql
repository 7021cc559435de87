-- One row per organisation at one meeting.
-- Readers: secretariat, board, partner by organisation
with ranked as (
    select
        *,
        if(attendance = 'present remotely', 'present', attendance) as best,
        counted_as <> 'did not attend' as came
    from marts.attendance
)

select
    body,
    group_name,
    meeting_on,
    organisation,
    arg_min(
        best, list_position(['present', 'substitute', 'apologies', 'absent', 'in attendance', 'not recorded'], best)
    ) as attendance,
    coalesce(list(distinct person order by person) filter (came and person is not null), []) as people,
    min((file, line))[1] as file,
    min((file, line))[2] as line
from ranked
group by body, group_name, meeting_on, organisation
