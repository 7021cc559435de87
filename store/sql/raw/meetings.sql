-- One row per line of an upload: meeting of a group.
create table if not exists raw.meetings (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    group_name text,
    meeting_on date not null,
    kind text,
    papers_sent_on date,
    minutes_sent_on date,
    chaired_by text
)
