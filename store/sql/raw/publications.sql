-- One row per line of an upload: publication.
create table if not exists raw.publications (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    title text not null,
    kind text,
    theme text,
    signed_off_on date,
    published text,
    link text
)
