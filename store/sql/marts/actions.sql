-- One row per action.
-- Readers: secretariat, board, partner by organisation
select
    a.body,
    a.reference,
    a.raised_on,
    a.group_name,
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
left join staging.organisation_names as n on n.body = a.body and n.name = lower(a.organisation)
