-- One row: the version of the schema, and the digest of what the views and marts of this store were made from.
create table if not exists raw.definitions (sha256 text not null, version bigint)
