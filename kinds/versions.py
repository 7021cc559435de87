"""A record through a year of files, as SQL: its versions, and which of them holds on a day.

A version is what one row of one file said. Nothing is ever copied from one into another: what a record is
follows on reading, from all that were said and not undone.
"""

from collections.abc import Iterable

from kinds.kind import Kind
from kinds.meanings import said


def key(kind: Kind) -> str:
    """What tells one record from another: names by the record they mean, references without what a
    spreadsheet adds or takes away, a holding that does not say since when as the latest of its holder.
    """
    return _joined(kind, kind.key)


def _joined(kind: Kind, columns: Iterable[str]) -> str:
    parts = [f"coalesce({_part(kind, column)}, '')" for column in columns]
    if kind.may_repeat:  # which of those that are alike
        parts.append(f"if(r.gone is null, {_WHICH.format(parts=', '.join(parts))}, r.line)::text")
    return f"concat_ws('|', {', '.join(parts)})"


_WHICH = "row_number() over (partition by r.upload_id, r.gone is null, {parts} order by r.line)"


def _part(kind: Kind, column: str) -> str:
    each = kind.field[column]
    if each.is_reference:
        return f"staging.reference(r.{column})"
    if kind.name == "representatives" and column == "person":
        return f"coalesce({column}_meant.id, staging.folded(staging.somebody(r.{column})))"
    if each.names in ("organisation", "person"):
        return f"coalesce({column}_meant.id, staging.folded(r.{column}))"
    if kind.name == "representatives" and column == "from_on":
        others = ", ".join(_part(kind, name) for name in kind.key if name != column)
        return f"coalesce(r.from_on, max(r.from_on) over (partition by r.body, {others}))::text"
    return f"staging.folded(r.{column}::text)"


def loaded(kind: Kind) -> str:
    """The first step of a select: each row of the uploads that have not been undone, with the record that
    it is of.
    """
    meant = "".join(
        f"    left join staging.identities as {column}_meant on {column}_meant.body = r.body"
        f" and {column}_meant.of = '{kind.field[column].names}'"
        f" and {column}_meant.name = staging.folded(r.{column})\n"
        for column in kind.identifying
        if kind.field[column].names in ("organisation", "person")
    )
    told = f"    {key(kind)} as row_key,\n"
    if kind.by_words:
        told = (
            "    if(bool_or(u.matched_by = 'words') over (partition by r.body),\n"
            f"        {_joined(kind, kind.by_words)}, {key(kind)}) as row_key,\n"
        )
    return (
        "with loaded as (\n    select r.*,\n"
        f"{told}{_whole_from(kind)}    u.file_name as file, coalesce(g.as_at, u.as_at) as said_at,"
        " u.lacks, u.fills\n"
        f"    from {said(kind)} as r\n"
        "    join staging.uploads as u on u.upload_id = r.upload_id and u.undone_at is null\n"
        "    left join staging.uploads as g on g.upload_id = r.gone_by and g.undone_at is null\n"
        f"{meant}    where r.gone_by is null or g.upload_id is not null\n)"
    )


def _whole_from(kind: Kind) -> str:
    """The first day that a file shows which is whole for a record."""
    if not (kind.begins and kind.whole):
        return ""
    scope = ", ".join(("r.body", *(f"staging.folded(r.{each})" for each in kind.whole.columns)))
    is_whole = "r.gone is null and not u.part and not u.fills"
    return f"    min(u.as_at) filter ({is_whole}) over (partition by {scope}) as whole_from,\n"


_BY_DAY = "said_at > staging.as_of(), if(said_at > staging.as_of(), epoch(said_at), -epoch(said_at))"
# Those rows that nobody called a mistake: the one that holds on the day is in place 1; one that is only
# known from later holds where there is none so early. A record is pieced together where several files tell
# of it, of which some do not have every column.
_PLACED = """
marked as (
    select
        *,
        max((said_at, upload_id)) filter (gone = 'mistaken') over same as mistaken,
        max((said_at, upload_id)) filter (gone = 'ended' and said_at <= staging.as_of()) over same as ended
    from loaded
    window same as (partition by body, row_key)
),

placed as (
    select
        *,
        row_number() over (partition by body, row_key order by {order}, upload_id desc, line desc) as place,
        count(*) over same > 1 and bool_or(fills or len(lacks) > 0) over same as is_pieced{first}
    from marked
    where gone is null and (mistaken is null or mistaken < (said_at, upload_id))
    window same as (partition by body, row_key)
)"""


# the day of the file that first has it, where an earlier one is whole for it and does not
_FIRST = """,
        if(whole_from < min(said_at) over same, min(said_at) over same, null) as first_on"""


def _may_begin(kind: Kind) -> bool:
    return bool(kind.begins and kind.whole)


def _placed(kind: Kind) -> str:
    """The steps that put the versions of each record in their order on the day."""
    order = _BY_DAY if kind.changes else "said_at desc"
    return f"{loaded(kind)},\n{_PLACED.format(order=order, first=_FIRST if _may_begin(kind) else '')}"


def newest(kind: Kind) -> str:
    """Each record as it is on the day: its version that holds, column by column.

    What a file does not have or only fills is said by the version before. A record that is gone from a
    later file shows what `ends` says, or is no longer there.
    """
    own = [each.column for each in kind.fields]
    told = ",\n".join(
        f"        min(place) filter (not fills and not list_contains(lacks, '{name}')) as {name}"
        for name in own
    )
    # the oldest that says something, as nulls do not count here: what is said, or else what filled it first
    pieced = ",\n".join(
        f"        max_by(p.{name}, p.place)"
        f" filter (p.place = t.{name} or p.fills and p.place < coalesce(t.{name}, 1e9)) as {name}"
        for name in own
    )
    ended = ", ".join(f"if(gone_on is null, {name}, {sql}) as {name}" for name, sql in kind.ends.items())
    shown = f"* exclude (gone_on) replace ({ended})" if ended else "* exclude (gone_on)"
    there = " and ".join(["true", *([] if ended else ["gone_on is null"]), *_was_there(kind)])
    first = ", {p}first_on" if _may_begin(kind) else ""
    derived = "".join(f",\n    {each.sql} as {each.column}" for each in kind.derived)
    return f"""-- One row per {kind.of}: as it is on the day, by the uploads that have not been undone.
{_placed(kind)},

-- in which place each column is said
told as (
    select body, row_key,
{told}
    from placed
    where is_pieced
    group by body, row_key
),

pieced as (
    select p.body, p.row_key,
{pieced}
    from placed as p
    join told as t on t.body = p.body and t.row_key = p.row_key
    group by p.body, p.row_key
),

standing as (
    select
        upload_id, body, line, {", ".join(own)}, row_key, file, said_at,
        if(ended > (said_at, upload_id), ended[1], null) as gone_on{first.format(p="")}
    from placed
    where place = 1 and not is_pieced
    union all
    select
        p.upload_id, p.body, p.line, {", ".join(f"w.{name}" for name in own)}, p.row_key, p.file, p.said_at,
        if(p.ended > (p.said_at, p.upload_id), p.ended[1], null){first.format(p="p.")}
    from placed as p
    join pieced as w on w.body = p.body and w.row_key = p.row_key
    where p.place = 1
)

select {shown}{derived}
from standing
where {there}"""


def _was_there(kind: Kind) -> list[str]:
    """Not first told by a later file than one that is whole, unless it says itself since when it is."""
    begun = f"({kind.begins} is not null or coalesce(first_on <= staging.as_of(), true))"
    return [begun] if _may_begin(kind) else []


def all_versions(kind: Kind) -> str:
    """Each record as each file has it, up to the day, or by the earliest file."""
    own = ", ".join(each.column for each in kind.fields)
    return f"""-- One row per {kind.of} and file that tells of it, up to the day, or the earliest.
{_placed(kind)}

select body, row_key, said_at, upload_id, line, {own}
from placed
where not fills and (said_at <= staging.as_of() or place = 1)"""
