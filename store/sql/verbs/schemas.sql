-- The layers: what was uploaded, what is live, a mart's select, and its rows as last rebuilt.
create schema if not exists raw;
create schema if not exists staging;
create schema if not exists fresh;
create schema if not exists marts;
