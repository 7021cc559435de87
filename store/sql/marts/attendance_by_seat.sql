-- One row per named holder of a seat at one meeting of its group held meanwhile: their own presence, or their substitute's.
-- Readers: secretariat, board, partner by organisation
select
    s.body,
    s.group_name,
    a.meeting_on,
    s.seat,
    s.organisation,
    s.person,
    if(a.attendance = 'present remotely', 'present', a.attendance) as attendance,
    a.file,
    a.line
from marts.seats as s
join marts.attendance as a
    on a.body = s.body
    and a.group_name = s.group_name
    -- whoever sits for no organisation comes in their own name
    and (
        a.organisation = s.organisation
        or (s.organisation is null and staging.folded(a.organisation) = staging.folded(s.person))
    )
    and staging.folded(if(a.attendance = 'substitute', a.substituting_for, a.person)) = staging.folded(s.person)
    and a.meeting_on >= coalesce(s.from_on, s.known_from, date '-infinity')
    and a.meeting_on <= coalesce(s.to_on, date 'infinity')
where s.seat is not null and s.role <> 'deputy' and s.deputy_for is null and s.status <> 'vacant'
-- whoever sent apologies and a substitute was represented
qualify row_number() over (
    partition by s.body, s.group_name, s.seat, s.organisation, s.person, a.meeting_on
    order by list_position(
        ['present', 'present remotely', 'substitute', 'apologies', 'absent', 'in attendance', 'not recorded'],
        a.attendance
    )
) = 1
