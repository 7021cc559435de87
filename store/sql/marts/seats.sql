-- One row per person holding a seat, or vacant seat, up to the day on which a later upload ends it.
-- Readers: secretariat, board, partner by organisation
select
    body, group_name, seat, organisation, person, role, primary_contact, deputy_for, from_on, known_from,
    to_on, status, sector, file, line
from marts.tenures
