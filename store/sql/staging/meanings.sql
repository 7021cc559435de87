-- One row per word, person, payer or e-mail domain of which somebody has said what or whose it is: as they are
-- looked up by a row that has them; what means nothing was said to mean none.
select
    r.body,
    if(r.of = 'word', 'word', 'placed') as of,
    if(
        r.of = 'word',
        concat(r.source, '|', staging.same(r.written)),
        staging.folded(concat(r.of, '|', r.written))
    ) as name,
    r.means
from raw.aliases as r
join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
where r.gone is null and r.of in ('word', 'person', 'payee', 'e-mail domain')
qualify row_number() over (partition by r.body, 2, 3 order by u.as_at desc, u.upload_id desc, r.line desc) = 1
