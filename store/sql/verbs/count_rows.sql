select upload_id, body, '{name}' as kind, count(*) as count_rows
from raw.{name}
where gone is null
group by all
