-- One row per group of a body.
-- Readers: secretariat, board, partner
-- Names: lead_organisation
select
    g.body,
    g.group_name,
    g.kind,
    coalesce(n.organisation, g.lead_organisation) as lead_organisation,
    g.agreed_on,
    g.reviewed_on,
    g.last_report_on,
    g.ends_on,
    g.ended_on,
    g.file,
    g.line
from staging.groups as g
left join marts.organisation_names as n on n.body = g.body and n.name = staging.folded(g.lead_organisation)
