-- One row per payment or refund.
-- Readers: secretariat, board, partner by organisation
select
    p.body,
    coalesce(n.organisation, p.organisation) as organisation,
    p.financial_year,
    p.paid_on,
    p.amount_gbp,
    p.reference,
    p.file,
    p.line
from staging.payments as p
left join marts.organisation_names as n on n.body = p.body and n.name = staging.folded(p.organisation)
-- one payment written with two names of its organisation was paid once
qualify row_number() over (
    partition by
        p.body, staging.folded(coalesce(n.organisation, p.organisation)), p.financial_year, p.paid_on,
        staging.folded(p.reference)
    order by p.upload_id desc, p.line desc
) = 1
