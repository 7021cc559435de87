-- One row per line of an upload: person holding a seat, or vacant seat.
create table if not exists raw.representatives (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    group_name text,
    seat text,
    organisation text,
    person text,
    email text,
    role text not null,
    primary_contact boolean,
    deputy_for text,
    from_on date,
    to_on date,
    status text not null
)
