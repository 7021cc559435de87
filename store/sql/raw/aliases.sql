-- One row per line of an upload: what a name or a heading of a file means; null: nothing that counts.
create table if not exists raw.aliases (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    "of" text not null,
    source text,
    written text not null,
    means text
)
