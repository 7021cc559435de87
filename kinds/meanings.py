"""Rows as they were said, read by what is known of words and names: from the roster, and from what somebody
has said; as SQL.
"""

from kinds.kind import Kind

NO_DAY = "date '9999-12-31'"  # as of the last word


def said(kind: Kind) -> str:
    """The rows as they were said, with what their words mean and whose their names are. What nobody explains
    any more, where a row needs it, would be refused by the gate: such a row is not there.
    """
    means = [
        f"coalesce({each.column}_means.means, x.{each.column}) as {each.column}" for each in kind.of_words
    ]
    for name in _spelled(kind):
        placed = ", organisation_placed.means" if _is_found(kind, name) else ""
        means.append(f"coalesce({name}_spelled.means, x.{name}{placed}) as {name}")
    if kind.name == "organisations":
        means.append("coalesce(x.organisation, organisation_placed.means) as organisation")
    there = [f"({is_open}) is not true" for _, _, is_open in may_be_unexplained(kind)]
    replaced = f" replace ({', '.join(means)})" if means else ""
    return (
        f"(\n        select x.*{replaced} rename (row_key as loaded_key)\n        from raw.{kind.name} as x\n"
        f"{_meanings(kind)}        where {' and '.join(there) or 'true'}\n    )"
    )


def needed(kind: Kind) -> str:
    """The joins of a row `x` to the meanings that it stands or falls with."""
    words = (_means(each.column, _word(kind, each.column)) for each in kind.of_words if each.plain.options)
    return "".join((*words, _placed(kind) if kind.is_placed and kind.needs_organisation else ""))


def may_be_unexplained(kind: Kind) -> list[tuple[str, str, str]]:
    """Where a row stands or falls with what is known: the heading, what is written there, and whether nobody
    explains it, as SQL of a row `x` joined to what is `needed`.
    """
    asked = [
        (
            each.heading,
            f"x.{each.column}",
            f"x.{each.column} not in ({options}) and {each.column}_means.means is null",
        )
        for each in kind.of_words
        if (options := _options(each.plain.options))
    ]
    if kind.is_placed and kind.needs_organisation:
        heading = kind.field["organisation"].heading
        written = "regexp_extract(x.placed_by, '[^|]*$')"
        asked.append((heading, written, "x.placed_by is not null and organisation_placed.means is null"))
    return asked


def _meanings(kind: Kind) -> str:
    """The joins to what is known of each word of a row, of how its organisations are spelled, and of by what
    its own is found where it names none.
    """
    joins = [_means(each.column, _word(kind, each.column)) for each in kind.of_words]
    joins += [_SPELLED.format(name=name, kind=kind.name) for name in _spelled(kind)]
    if kind.is_placed:
        joins.append(_placed(kind))
    return "".join(joins)


def _spelled(kind: Kind) -> tuple[str, ...]:
    """The columns with organisations that may be spelled otherwise than on the roster, which has its own."""
    return () if kind.name == "organisations" else kind.naming("organisation")


def _is_found(kind: Kind, name: str) -> bool:
    return kind.is_placed and name == "organisation"


def _options(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{each}'" for each in words)


def _word(kind: Kind, name: str) -> str:
    """What a word is looked up by; most are one of the options, and need not be."""
    same = f"'{kind.name}.{name}|' || staging.same(x.{name})"
    options = _options(kind.field[name].plain.options)
    return f"if(x.{name} in ({options}), null, {same})" if options else same


def _means(name: str, written: str) -> str:
    return (
        f"        left join staging.meanings as {name}_means on {name}_means.body = x.body"
        f" and {name}_means.name = {written}\n"
    )


# each different spelling once: most rows are written as another one is
_SPELLED = """        left join (
            select w.body, w.written, coalesce(n.means, c.means) as means
            from (select distinct body, {name} as written from raw.{kind} where {name} is not null) as w
            left join staging.spellings as n on n.body = w.body and n.of = 'charity number'
                and n.name = replace(staging.folded(w.written), ' ', '')
            left join staging.spellings as c on c.body = w.body and c.of = 'cleaned'
                and c.name = staging.cleaned(w.written)
            anti join staging.spellings as k on k.body = w.body and k.of = 'name'
                and k.name = staging.folded(w.written)
        ) as {name}_spelled on {name}_spelled.body = x.body and {name}_spelled.written = x.{name}
"""


def _placed(kind: Kind) -> str:
    """Of what a row may be found by, the surest of which it is known on its day whose it is."""
    on = f"coalesce(x.{kind.placed_on}, {NO_DAY})" if kind.placed_on else NO_DAY
    return _PLACED.format(kind=kind.name, on=on)


_PLACED = """        left join (
            select w.body, w.placed_by, w.on_day, arg_min(p.means, w.place) as means
            from (
                select
                    *,
                    unnest(string_split(placed_by, chr(10))) as way,
                    generate_subscripts(string_split(placed_by, chr(10)), 1) as place
                from (
                    select distinct x.body, x.placed_by, {on} as on_day
                    from raw.{kind} as x
                    where x.placed_by is not null
                )
            ) as w
            join staging.placements as p on p.body = w.body and p.name = staging.folded(w.way)
                and w.on_day between p.valid_from and p.valid_to
            group by w.body, w.placed_by, w.on_day
        ) as organisation_placed on organisation_placed.body = x.body
            and organisation_placed.placed_by = x.placed_by and organisation_placed.on_day = {on}
"""
