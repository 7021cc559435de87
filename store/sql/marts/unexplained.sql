-- One row per row of a file, and word or name in it that nobody explains any more, so that it does not count.
-- Readers: secretariat
select body, kind, heading, written, file, line
from staging.unexplained
