-- One row per word of which somebody has said what it means, as it is looked up; what means nothing was said to
-- mean none.
select r.body, concat(r.source, '|', staging.same(r.written)) as name, r.means
from raw.aliases as r
join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
where r.gone is null and r.of = 'word'
qualify row_number() over (partition by r.body, name order by u.as_at desc, u.upload_id desc, r.line desc) = 1
