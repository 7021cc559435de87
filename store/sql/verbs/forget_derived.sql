-- All that follows from the raw tables: what an older release made of them goes with it, its views too.
drop schema if exists marts cascade;
drop schema if exists fresh cascade;
drop schema if exists staging cascade;
create schema staging;
create schema marts;
