-- One row per line of an upload: duty done in a period.
create table if not exists raw.duties (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    duty text not null,
    period text,
    done_on date,
    note text,
    document text
)
