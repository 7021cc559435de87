-- When this was last noted of a person, in any body and about anything unless given; null if never.
select max(done_at) as done_at
from raw.audit
where
    done_by = $done_by
    and what = $what
    and body = coalesce($body, body)
    and about = coalesce($about, about)
