-- One row per body and kind with dated rows: the latest day on which something is said to have happened.
with days as (
    select body, 'organisations' as kind, greatest(joined_on, left_on) as day from staging.organisations
    union all
    select body, 'representatives', greatest(from_on, to_on) from staging.representatives
    union all
    select body, 'meetings', meeting_on from staging.meetings
    union all
    select body, 'attendance', meeting_on from staging.attendance
    union all
    select body, 'actions', greatest(raised_on, completed_on, shared_with_board_on) from staging.actions
    union all
    select body, 'pledges', start_on from staging.pledges
    union all
    select body, 'pledge_progress', as_at from staging.pledge_progress
    union all
    select body, 'decisions', greatest(meeting_on, ratified_on) from staging.decisions
    union all
    select body, 'payments', paid_on from staging.payments
    union all
    select body, 'groups', greatest(agreed_on, reviewed_on, last_report_on, ended_on) from staging.groups
    union all
    select body, 'duties', done_on from staging.duties
    union all
    select body, 'publications', greatest(signed_off_on, published_on) from staging.publications
    union all
    select body, 'responses', greatest(said_on, answered_on) from staging.responses
)

select body, kind, max(day) as data_to
from days
group by body, kind
