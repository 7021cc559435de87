-- One row per organisation and span of days in which it was as one file has it.
-- Readers: secretariat, board, partner by organisation
with versions as (
    select
        *,
        lead(said_at) over newest_last is null as is_last
    from staging.organisation_versions
    window newest_last as (partition by body, row_key order by said_at, upload_id)
    -- of two files of one day the later counts
    qualify row_number() over (partition by body, row_key, said_at order by upload_id desc) = 1
),

-- the last is as the record stands: what is gone has ended, and what a file lacks stays
told as (
    select
        v.body,
        v.row_key,
        v.said_at,
        o.organisation,
        -- nobody unsays a sector or a turnover by leaving it blank
        coalesce(if(v.is_last, null, v.sector), o.sector) as sector,
        if(v.is_last, o.membership, v.membership) as membership,
        if(v.is_last, o.joined_on, v.joined_on) as joined_on,
        if(v.is_last, o.left_on, v.left_on) as left_on,
        o.known_from,
        coalesce(if(v.is_last, null, v.turnover_gbp), o.turnover_gbp) as turnover_gbp,
        o.file,
        o.line
    from versions as v
    join staging.organisations as o on o.body = v.body and o.row_key = v.row_key
),

changes as (
    select
        *,
        row(sector, membership, joined_on, left_on, turnover_gbp) as what,
        lag(what) over (partition by body, row_key order by said_at) as before
    from told
    qualify before is null or what is distinct from before
)

select
    body,
    organisation,
    if(before is null, date '0001-01-01', said_at) as valid_from,
    coalesce(lead(said_at) over (partition by body, row_key order by said_at) - 1, date '9999-12-31') as valid_to,
    sector,
    membership,
    joined_on,
    left_on,
    turnover_gbp,
    file,
    line,
    -- the days of membership; null for one that was never a member, or left on a day nobody recorded
    membership = 'member' or (membership = 'former' and left_on is not null) as was_member,
    if(was_member, coalesce(joined_on, known_from, date '0001-01-01'), null) as member_from,
    if(was_member, coalesce(left_on, date '9999-12-31'), null) as member_to
from changes
