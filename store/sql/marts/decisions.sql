-- One row per decision.
-- Readers: secretariat, board, partner
select
    body, reference, group_name, meeting_on, decision, kind, method, votes_for, votes_against,
    votes_abstained, consent_needed_from, consent_given_by, ratified_on, file, line
from staging.decisions
