-- One row per word, person, payer or e-mail domain of which somebody has said what or whose it is: as they are
-- looked up by a row that has them; what means nothing was said to mean none.
with said as (
    select
        r.body,
        if(r.of = 'word', 'word', 'placed') as looked_up,
        if(
            r.of = 'word',
            concat(r.source, '|', staging.same(r.written)),
            staging.folded(concat(r.of, '|', r.written))
        ) as name,
        r.means, r.line, u.as_at, u.upload_id
    from raw.aliases as r
    join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
    where r.gone is null and r.of in ('word', 'person', 'payee', 'e-mail domain')
)

select body, looked_up as of, name, means
from said
qualify row_number() over (partition by body, looked_up, name order by as_at desc, upload_id desc, line desc) = 1
