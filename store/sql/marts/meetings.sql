-- One row per meeting of a group, on record or known only from its attendance.
-- Readers: secretariat, board, partner
-- Names: chaired_by, members, deputies, substitutes, observers, others
with missing as (
    select distinct body, group_name, meeting_on, organisation
    from marts.attendance
    where attendance in ('apologies', 'absent')
),

came as (
    select
        body, group_name, meeting_on, organisation,
        list_position(
            ['member', 'named deputy', 'other substitute', 'observer', 'not on roster'], counted_as
        ) as strength
    from marts.attendance
    where counted_as <> 'did not attend'
    union all
    -- one person may carry several agencies: every member organisation whose seat somebody present holds,
    -- unless it sent apologies or was absent itself: then that seat is a namesake's
    select a.body, a.group_name, a.meeting_on, s.organisation, 1
    from marts.attendance as a
    join marts.seats as s
        on s.body = a.body
        and s.group_name = a.group_name
        and staging.folded(s.person) = staging.folded(a.person)
        and a.meeting_on >= coalesce(s.from_on, s.known_from, date '-infinity')
        and a.meeting_on <= coalesce(s.to_on, date 'infinity')
    join marts.organisation_history as h
        on h.body = s.body
        and h.organisation = s.organisation
        and a.meeting_on between h.valid_from and h.valid_to
        and a.meeting_on between h.member_from and h.member_to
    left join missing as m
        on m.body = a.body
        and m.group_name = a.group_name
        and m.meeting_on = a.meeting_on
        and m.organisation = s.organisation
    where
        a.attendance in ('present', 'present remotely')
        and s.role <> 'deputy'
        and s.deputy_for is null
        and s.status <> 'vacant'
        and m.organisation is null
),

strongest as (
    select body, group_name, meeting_on, organisation, min(strength) as strength
    from came
    group by all
),

organisations as (
    select
        body, group_name, meeting_on,
        list(organisation order by organisation) filter (strength = 1) as members,
        list(organisation order by organisation) filter (strength = 2) as deputies,
        list(organisation order by organisation) filter (strength = 3) as substitutes,
        list(organisation order by organisation) filter (strength = 4) as observers,
        list(organisation order by organisation) filter (strength = 5) as others
    from strongest
    group by all
),

people as (
    select
        body, group_name, meeting_on,
        count(*) filter (attendance <> 'not recorded') as count_recorded,
        count(distinct staging.folded(person)) filter (counted_as <> 'did not attend')
        + count(*) filter (person is null and counted_as <> 'did not attend') as count_present,
        min((file, line))[1] as file,
        min((file, line))[2] as line
    from marts.attendance
    group by all
),

entered as (
    select m.* replace (g.group_name as group_name, coalesce(p.person, m.chaired_by) as chaired_by)
    from staging.meetings as m
    left join marts.person_names as p on p.body = m.body and p.name = staging.folded(m.chaired_by)
    left join marts.group_names as g on g.body = m.body and g.name = staging.folded(m.group_name)
),

-- who stands in the lists of a meeting, as was said at loading or else as they tell by themselves
lists as (
    select
        l.body, g.group_name, l.meeting_on,
        coalesce(
            max_by(l.listed, l.upload_id) filter (l.listed is not null),
            if(bool_or(l.has_absent), 'everyone', null)
        ) as listed
    from staging.lists as l
    left join marts.group_names as g on g.body = l.body and g.name = staging.folded(l.group_name)
    group by all
),

held as (
    select body, group_name, meeting_on from entered
    union
    select body, group_name, meeting_on from people
)

select
    h.body,
    h.group_name,
    h.meeting_on,
    m.kind,
    m.papers_sent_on,
    m.minutes_sent_on,
    m.chaired_by,
    m.status,
    m.row_key is not null as recorded,
    coalesce(p.count_recorded, 0) as count_recorded,
    coalesce(p.count_present, 0) as count_present,
    l.listed,
    coalesce(o.members, []) as members,
    coalesce(o.deputies, []) as deputies,
    coalesce(o.substitutes, []) as substitutes,
    coalesce(o.observers, []) as observers,
    coalesce(o.others, []) as others,
    coalesce(m.file, p.file) as file,
    coalesce(m.line, p.line) as line
from held as h
left join entered as m using (body, group_name, meeting_on)
left join people as p using (body, group_name, meeting_on)
left join lists as l using (body, group_name, meeting_on)
left join organisations as o using (body, group_name, meeting_on)
