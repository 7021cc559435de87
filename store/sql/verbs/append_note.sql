insert into raw.audit values ($done_at, $done_by, $body, $what, $about)
