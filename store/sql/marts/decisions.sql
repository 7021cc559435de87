-- One row per decision.
-- Readers: secretariat, board, partner
-- Names: consent_needed_from, consent_given_by
select
    d.body,
    d.reference,
    g.group_name,
    d.meeting_on,
    d.decision,
    d.kind,
    d.method,
    d.votes_for,
    d.votes_against,
    d.votes_abstained,
    d.consent_needed_from,
    d.consent_given_by,
    d.ratified_on,
    d.file,
    d.line
from staging.decisions as d
left join marts.group_names as g on g.body = d.body and g.name = staging.folded(d.group_name)
