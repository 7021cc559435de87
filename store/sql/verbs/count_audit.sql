select count(*) from raw.audit where done_at < $before
