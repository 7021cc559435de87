-- One row per duty done in a period.
-- Readers: secretariat, board, partner
select body, duty, period, done_on, note, document, file, line
from staging.duties
