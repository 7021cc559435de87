-- One row per publication.
-- Readers: secretariat, board, partner
select body, title, kind, theme, signed_off_on, published_on, month_only, link, file, line
from staging.publications
