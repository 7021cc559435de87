-- One row per line of an upload: decision.
create table if not exists raw.decisions (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    reference text not null,
    group_name text,
    meeting_on date not null,
    decision text not null,
    kind text,
    method text,
    votes_for bigint,
    votes_against bigint,
    votes_abstained bigint,
    consent_needed_from text,
    consent_given_by text,
    ratified_on date
)
