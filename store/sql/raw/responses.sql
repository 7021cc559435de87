-- One row per line of an upload: what a partner says of a figure, as it stood then, and the answer.
create table if not exists raw.responses (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    organisation text not null,
    about text not null,
    reference text,
    figure text,
    as_at date,
    response text not null,
    note text,
    progress_share double,
    rag text,
    value double,
    young_people_reached bigint,
    said_on date not null,
    answer text,
    answered_on date,
    answer_note text
)
