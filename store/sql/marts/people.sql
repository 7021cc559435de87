-- One row per name or e-mail address of a person on record, and the organisation they speak for by the last word.
-- Readers: secretariat
select p.body, r.name, coalesce(n.organisation, p.means) as organisation
from (
    select distinct body, unnest([staging.folded(person), staging.folded(email)]) as name
    from staging.representatives
) as r
join staging.placements as p on p.body = r.body and p.name = 'person|' || r.name
left join marts.organisation_names as n on n.body = p.body and n.name = staging.folded(p.means)
where p.means is not null and p.valid_to = date '9999-12-31'
