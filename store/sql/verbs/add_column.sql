-- What a release has added to a kind, in a store that was made before.
alter table raw.{name} add column {column} {dtype}
