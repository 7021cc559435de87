-- A name as it is compared: in lower case, with straight quotation marks and single spaces.
-- Most names have nothing to put right but their capitals, which is told and done many times faster.
create or replace macro staging.folded(name) as
    if(
        regexp_full_match(name, '[!-~]+( [!-~]+)*'),
        lower(name),
        lower(trim(regexp_replace(translate(name, '‘’“”', '''''""'), '\s+', ' ', 'g')))
    )
