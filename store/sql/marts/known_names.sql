-- One row per name of an organisation or a group that a body's files know, folded.
-- Readers: secretariat
select body, 'organisation' as of, name from marts.organisation_names
union all
select body, 'group' as of, name from marts.group_names
