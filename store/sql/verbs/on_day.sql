-- The records of a body.
select row_key, upload_id, {columns}
from {day}
where body = $body
