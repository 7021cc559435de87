-- One row per line of an upload: measure, cohort and period.
create table if not exists raw.outcomes (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    measure text not null,
    cohort text,
    period text not null,
    numerator bigint,
    denominator bigint,
    value double,
    comparator double
)
