-- One row per organisation of a body.
-- Readers: secretariat, board, partner by organisation
select
    body, organisation, sector, membership, joined_on, left_on, turnover_gbp, charity_number, signed_terms,
    file, line
from staging.organisations
