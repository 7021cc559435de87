-- One row per live row of a kind and rival: the row loaded again as it is, without its rival, moves a
-- figure. No rival key: it does so even with its rival.
with records as (
    select
        m.*,
        list_transform(
            list_prepend(coalesce(n.organisation, m.organisation), m.others),
            lambda part: staging.folded(part)
        ) as record
    from staging.organisation_mentions as m
    left join marts.organisation_names as n on n.body = m.body and n.name = staging.folded(m.organisation)
    where m.body = $body and m.kind = $kind
)

-- a record under two names of its organisation: the newest counts
select a.row_key, if(b.upload_id = a.upload_id, b.row_key, '') as rival_key
from records as a
join records as b on b.record = a.record
where (b.upload_id, b.line) > (a.upload_id, a.line)
union all
-- a vacancy and a holding of one seat: naming one again ends the other
select ended_by, if(ended_by_upload_id = upload_id, row_key, '')
from marts.endings
where not is_later and body = $body and $kind = 'representatives'
union all
-- a holding that was ended: naming it again begins it anew
select row_key, ''
from marts.endings
where is_later and body = $body and $kind = 'representatives'
union all
-- a group that is not listed is spelled as in the newest upload
select m.row_key, if(g.kind = m.kind, g.row_key, '')
from staging.group_mentions as m
join marts.group_names as g using (body, name)
where g.group_name <> m.written and g.kind <> 'groups' and m.body = $body and m.kind = $kind
