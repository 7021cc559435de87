-- One row per figure that a partner has responded to, without numbers: small ones are for the secretariat.
-- Readers: secretariat, board, partner by organisation
select
    body, organisation, about, reference, figure, as_at, response, note, said_on,
    answer, answered_on, answer_note, stands, file, line, upload_id
from marts.responses_in_full
