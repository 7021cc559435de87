alter table raw.definitions add column version bigint
