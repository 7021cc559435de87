-- How names and references are compared, see kinds/names.py; and the day and the knowledge of a reading: all
-- that is known, of any day, where none is set.
create or replace macro staging.folded(name) as
    {folded};

create or replace macro staging.same(word) as
    {same};

create or replace macro staging.reference(name) as
    if(name is null, null, coalesce(nullif(ltrim(ltrim(staging.folded(name), ''''), '0'), ''), '0'));

create or replace macro staging.somebody(name) as
    {somebody};

create or replace macro staging.cleaned(name) as
    {cleaned};

create or replace macro staging.domain(address) as
    {domain};

create or replace macro staging.as_of() as coalesce(getvariable('as_of')::date, date 'infinity');

create or replace macro staging.known_until() as
    coalesce(getvariable('known_until')::timestamp, timestamp 'infinity')
