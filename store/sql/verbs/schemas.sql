-- The layers: what was uploaded, what is live of it, and what is made of that for readers, as last rebuilt.
create schema if not exists raw;
create schema if not exists staging;
create schema if not exists marts;
