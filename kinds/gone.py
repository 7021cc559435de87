"""What a file leaves out, as SQL: which record each of its lines is of, and which it no longer has."""

from kinds.kind import Kind
from kinds.versions import loaded


def keyed(kind: Kind) -> str:
    """The lines of an upload with the record that each is of."""
    return f"""-- One row per row of an upload.
{loaded(kind)}

select line, loaded_key, row_key
from loaded
where body = $body and upload_id = $upload_id and gone is null
order by line"""


def gone(kind: Kind, day: str) -> str:
    """The records that an upload is whole for and does not have, unless somebody has answered for them.

    `day`: the table or view of the kind's records on the day of the file.
    """
    same = "".join(
        f"    and coalesce(staging.folded(({each})::text), '') in (\n"
        f"        select coalesce(staging.folded(({each})::text), '') from {day}\n"
        "        where body = $body and upload_id = $upload_id\n    )\n"
        for each in (kind.whole.columns if kind.whole else ())
    )
    if kind.told_by:
        same += (
            f"    and not exists (\n        select 1\n        from {day} as n\n"
            f"        where n.body = r.body and n.upload_id = $upload_id and {kind.told_by}\n    )\n"
        )
    if days := kind.whole.between if kind.whole else "":
        of_file = f"from {day} where body = $body and upload_id = $upload_id"
        within = f"{days} between (select min({days}) {of_file}) and (select max({days}) {of_file})"
        same += f"    and ({within}{_corrected(kind, day)})\n"
    own = ", ".join(each.column for each in kind.fields)
    return f"""-- One row per record that was in an earlier file and is in this one no longer.
{loaded(kind)},

answered as (
    select body, row_key, max((said_at, upload_id)) as since
    from loaded
    where gone is not null
    group by body, row_key
)

select r.row_key, {own}, r.file, r.line, r.upload_id
from {day} as r
left join answered as a on a.body = r.body and a.row_key = r.row_key
where r.body = $body and r.upload_id <> $upload_id and r.said_at <= $as_at
    and r.row_key not in (
        select row_key from loaded where body = $body and upload_id = $upload_id and gone is null
    )
    and (a.since is null or a.since < (r.said_at, r.upload_id))
{same}order by r.row_key"""


def _corrected(kind: Kind, day: str) -> str:
    """Or whether a new row of the file may be the same record with another day."""
    if not kind.corrected_by:
        return ""
    return (
        f"\n        or exists (select 1 from {day} as n where n.body = r.body and n.upload_id = $upload_id"
        f" and {kind.corrected_by})"
    )
