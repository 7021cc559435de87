-- One row per holding or vacancy of a seat, and one that a newer file ends it by: a vacancy ends what
-- somebody holds, somebody named ends what is vacant or held by nobody named.
select
    former.body,
    former.row_key,
    former.upload_id,
    newer.row_key as ended_by,
    newer.upload_id as ended_by_upload_id,
    (newer.said_at, newer.upload_id) > (former.said_at, former.upload_id) as is_later,
    -- for ever ago, where two files of one day say it otherwise and not from when
    if(newer.from_on is null and newer.said_at = former.said_at, date '-infinity', newer.begins_on - 1) as last_day
from marts.holdings as former
join marts.holdings as newer
    on newer.body = former.body
    and newer.place = former.place
    and if(former.person is null, newer.person is not null, newer.is_vacancy)
-- what was over before the other began is history, and ends nothing
where
    coalesce(former.to_on, date 'infinity') >= newer.begins_on
    and coalesce(newer.to_on, date 'infinity') >= former.begins_on
