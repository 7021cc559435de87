-- One row per line of an upload: pledge.
create table if not exists raw.pledges (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    reference text not null,
    organisation text not null,
    theme text,
    pledge text not null,
    measure text,
    baseline double,
    target double,
    start_on date,
    due_on date
)
