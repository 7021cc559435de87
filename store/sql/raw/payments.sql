-- One row per line of an upload: payment or refund.
create table if not exists raw.payments (
    upload_id bigint not null,
    body text not null,
    line bigint not null,
    row_key text not null,
    organisation text not null,
    financial_year text not null,
    paid_on date,
    amount_gbp decimal(14, 2) not null,
    reference text
)
