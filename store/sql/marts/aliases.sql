-- One row per name or heading whose meaning the secretariat has confirmed.
-- Readers: secretariat
select body, of, source, written, means, file, line
from staging.aliases
