-- One row per line of an upload: person, or organisation where nobody is named, at one meeting.
create table if not exists raw.attendance (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    group_name text,
    meeting_on date not null,
    organisation text not null,
    person text,
    attendance text not null,
    substituting_for text
)
