-- One row per name or e-mail address of a person on record and organisation they have spoken for.
-- Readers: secretariat
select distinct
    r.body,
    staging.folded(name.written) as name,
    coalesce(n.organisation, r.organisation) as organisation
from staging.representatives as r
left join marts.organisation_names as n on n.body = r.body and n.name = staging.folded(r.organisation)
cross join unnest([r.person, r.email]) as name(written)
where name.written is not null and r.organisation is not null
