-- One row per group of a body, folded, with its spelling: that of the list of groups, or else the newest.
select body, name, written as group_name, kind, row_key
from staging.group_mentions
qualify row_number() over (
    partition by body, name
    order by kind = 'groups' desc, upload_id desc, line desc
) = 1
