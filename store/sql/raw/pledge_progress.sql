-- One row per line of an upload: update of a pledge.
create table if not exists raw.pledge_progress (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    pledge_reference text not null,
    as_at date not null,
    progress_share double,
    rag text,
    value double,
    young_people_reached bigint,
    note text,
    evidence text
)
