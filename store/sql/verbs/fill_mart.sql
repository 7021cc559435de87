-- The whole mart, made anew: its columns follow its select.
create or replace table marts.{name} as select * from fresh.{name}
