-- One row per name, folded, of an organisation or person that is known by an earlier name: that is its id.
with said as (
    select
        'organisation' as of, r.body, r.upload_id, u.as_at, staging.folded(r.organisation) as name,
        unnest(
            list_concat(
                ['name ' || staging.folded(r.organisation), 'number ' || staging.folded(r.charity_number)],
                -- a part of the register may leave out whoever has that name of its own
                if(
                    u.part, [],
                    list_transform(string_split(r.also_known_as, ';'), lambda each: 'name ' || staging.folded(each))
                )
            )
        ) as link
    from raw.organisations as r
    join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
    where r.gone is null
    union all
    select 'person', r.body, r.upload_id, u.as_at, staging.folded(r.person),
        -- a mailbox is handed on, a first name is not
        concat_ws(' ', 'address', staging.folded(r.email), regexp_extract(staging.folded(r.person), '^(?:(?:mr|mrs|ms|miss|dr|prof|cllr|councillor|rev)[.]? )?(\S+)', 1))
    from raw.representatives as r
    join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null
    where r.gone is null and staging.somebody(r.person) is not null and r.email is not null
),

-- what two names of one file share tells nothing
shared as (
    select distinct of, body, link
    from said
    group by of, body, link, upload_id
    having count(distinct name) > 1
),

linked as (
    select
        s.of, s.body, s.name,
        first_value(s.name) over (partition by s.of, s.body, s.link order by s.as_at, s.upload_id, s.name) as id
    from said as s
    anti join shared as x on x.of = s.of and x.body = s.body and x.link = s.link
    where s.link is not null
),

first_known as (
    select of, body, name, min(id) as id
    from linked
    where id <> name
    group by of, body, name
)

-- what was renamed twice is known by its first name
select f.of, f.body, f.name, coalesce(g.id, f.id) as id
from first_known as f
left join first_known as g on g.of = f.of and g.body = f.body and g.name = f.id and g.id <> f.name
