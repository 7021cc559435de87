-- One row per action.
-- Readers: secretariat, board, partner by organisation
select
    a.body,
    a.reference,
    a.raised_on,
    g.group_name,
    a.action,
    coalesce(n.organisation, a.organisation) as organisation,
    a.person,
    a.due_on,
    a.due_at_next_meeting,
    a.status,
    a.completed_on,
    a.shared_with_board_on,
    a.file,
    a.line
from staging.actions as a
left join marts.organisation_names as n on n.body = a.body and n.name = staging.folded(a.organisation)
left join marts.group_names as g on g.body = a.body and g.name = staging.folded(a.group_name)
