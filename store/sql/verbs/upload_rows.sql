-- The rows of an upload as they were said, and what it says is gone.
select * exclude (upload_id, body) from raw.{name} where upload_id = $upload_id order by line
