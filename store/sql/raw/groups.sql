-- One row per line of an upload: group of a body.
create table if not exists raw.groups (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    group_name text not null,
    kind text,
    lead_organisation text,
    agreed_on date,
    reviewed_on date,
    last_report_on date,
    ends_on date,
    ended_on date
)
