-- One row: the digest of the SQL files that the views and marts of this store were made from.
create table if not exists raw.definitions (sha256 text not null)
