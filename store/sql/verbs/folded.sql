-- A name as it is compared: in lower case, with straight quotation marks and single spaces.
create or replace macro staging.folded(name) as
    lower(trim(regexp_replace(translate(name, '‘’“”', '''''""'), '\s+', ' ', 'g')))
