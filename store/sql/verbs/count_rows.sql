select upload_id, body, '{name}' as kind, count(*) as count_rows
from raw.{name}
group by all
