-- A name as it is compared: see kinds/names.py.
create or replace macro staging.folded(name) as
    {folded}
