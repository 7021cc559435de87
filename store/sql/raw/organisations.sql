-- One row per line of an upload: organisation of a body.
create table if not exists raw.organisations (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    organisation text not null,
    also_known_as text,
    sector text,
    membership text not null,
    joined_on date,
    left_on date,
    turnover_gbp decimal(14, 2),
    charity_number text,
    signed_terms boolean
)
