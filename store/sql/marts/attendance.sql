-- One row per person (or organisation where nobody is named) at one meeting, and what it counts as.
-- Readers: secretariat, board, partner by organisation
with named as (
    select
        a.body,
        a.row_key,
        a.upload_id,
        a.line,
        a.file,
        a.meeting_on,
        a.attendance,
        g.group_name,
        coalesce(p.person, a.person) as person,
        coalesce(s.person, a.substituting_for) as substituting_for,
        coalesce(n.organisation, a.organisation) as known_as,
        coalesce(h.sector, n.sector) as sector,
        n.organisation is not null as on_roster,
        coalesce(a.meeting_on between h.member_from and h.member_to, false) as is_member,
        -- of a row that is told again; a million of them are held against each other by it
        hash(
            a.body, g.group_name, a.meeting_on,
            staging.folded(coalesce(n.organisation, a.organisation)), staging.folded(a.person)
        ) as told
    from staging.attendance as a
    left join marts.organisation_names as n
        on n.body = a.body and n.name = staging.folded(a.organisation)
    left join marts.organisation_history as h
        on h.body = a.body and h.organisation = n.organisation
        and a.meeting_on between h.valid_from and h.valid_to
    left join marts.group_names as g on g.body = a.body and g.name = staging.folded(a.group_name)
    left join marts.person_names as p on p.body = a.body and p.name = staging.folded(a.person)
    left join marts.person_names as s on s.body = a.body and s.name = staging.folded(a.substituting_for)
),

-- one person written with two names of the organisation came once
told_again as (
    select body, row_key
    from named
    semi join (select told from named group by told having count(*) > 1) as twice using (told)
    qualify row_number() over (
        partition by told, body, group_name, meeting_on, staging.folded(known_as), staging.folded(person)
        order by upload_id desc, line desc
    ) > 1
),

named_deputies as (
    select distinct a.body, a.row_key
    from named as a
    join marts.seats as s
        on s.body = a.body
        and s.group_name = a.group_name
        and staging.folded(s.person) = staging.folded(a.person)
        and a.meeting_on >= coalesce(s.from_on, s.known_from, date '-infinity')
        and a.meeting_on <= coalesce(s.to_on, date 'infinity')
    where
        a.attendance = 'substitute'
        and s.status <> 'vacant'
        and (
            (s.organisation = a.known_as and (s.role = 'deputy' or s.deputy_for is not null))
            -- a nomination that names no organisation is told by whom it is for
            or (
                s.organisation is null
                and staging.folded(s.deputy_for) = staging.folded(a.substituting_for)
            )
        )
)

select
    a.body,
    a.group_name,
    a.meeting_on,
    a.known_as as organisation,
    a.person,
    a.attendance,
    a.substituting_for,
    case
        when a.attendance not in ('present', 'present remotely', 'substitute', 'in attendance')
            then 'did not attend'
        when not a.on_roster then 'not on roster'
        -- there, but not as a member
        when not a.is_member or a.attendance = 'in attendance' then 'observer'
        when a.attendance <> 'substitute' then 'member'
        when d.row_key is not null then 'named deputy'
        else 'other substitute'
    end as counted_as,
    a.sector,
    a.file,
    a.line
from named as a
anti join told_again as t on t.body = a.body and t.row_key = a.row_key
left join named_deputies as d on d.body = a.body and d.row_key = a.row_key
