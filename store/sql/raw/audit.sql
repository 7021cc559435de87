-- One row per body and thing that somebody did or was refused there, only ever added to; no values of rows.
create table if not exists raw.audit (
    done_at timestamp not null,
    done_by text not null,
    body text not null,
    what text not null,
    about text not null
)
