-- One row per upload or undo, only ever added to; each carries the hash of the one before it.
create table if not exists raw.ledger (
    entry_id bigint not null,
    what text not null,
    upload_id bigint not null,
    body text not null,
    kind text not null,
    file_name text not null,
    sha256 text not null,
    done_by text not null,
    done_at timestamp not null,
    count_rows bigint not null,
    count_refused bigint not null,
    count_new bigint not null,
    count_changed bigint not null,
    count_unchanged bigint not null,
    mapping text not null,
    rows_sha256 text not null,
    previous_hash text not null,
    hash text not null,
    said text
)
