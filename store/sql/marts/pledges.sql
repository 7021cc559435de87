-- One row per pledge.
-- Readers: secretariat, board, partner by organisation
select
    p.body,
    p.reference,
    coalesce(n.organisation, p.organisation) as organisation,
    p.theme,
    p.pledge,
    p.measure,
    p.baseline,
    p.target,
    p.start_on,
    p.due_on,
    p.file,
    p.line
from staging.pledges as p
left join marts.organisation_names as n on n.body = p.body and n.name = staging.folded(p.organisation)
