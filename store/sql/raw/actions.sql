-- One row per line of an upload: action.
create table if not exists raw.actions (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    reference text not null,
    raised_on date,
    group_name text,
    action text not null,
    organisation text,
    person text,
    due text,
    status text not null,
    completed_on date,
    shared_with_board_on date
)
