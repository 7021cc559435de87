"""Rows as they were said, read by what somebody has said since of words and names, as SQL."""

from kinds.kind import Kind


def said(kind: Kind) -> str:
    """The rows as they were said, with what their words mean and whose their names are. What nobody explains
    any more, where a row needs it, would be refused by the gate: such a row is not there.
    """
    means = [
        f"coalesce({each.column}_means.means, x.{each.column}) as {each.column}" for each in kind.of_words
    ]
    if kind.is_placed:
        means.append("coalesce(x.organisation, organisation_means.means) as organisation")
    there = [f"({is_open}) is not true" for _, _, is_open in may_be_unexplained(kind)]
    replaced = f" replace ({', '.join(means)})" if means else ""
    return (
        f"(\n        select x.*{replaced} rename (row_key as loaded_key)\n        from raw.{kind.name} as x\n"
        f"{meanings(kind)}        where {' and '.join(there) or 'true'}\n    )"
    )


def may_be_unexplained(kind: Kind) -> list[tuple[str, str, str]]:
    """Where a row stands or falls with what somebody has said: the heading, what is written there, and
    whether nobody explains it, as SQL of a row `x` joined to its `meanings`.
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
        heading, written = kind.field["organisation"].heading, "string_split(x.placed_by, '|')[2]"
        asked.append((heading, written, "x.placed_by is not null and organisation_means.means is null"))
    return asked


def meanings(kind: Kind) -> str:
    """The joins to what somebody has said of each word of a row, and of whom it is placed by."""
    joins = [_means(each.column, "word", _word(kind, each.column)) for each in kind.of_words]
    if kind.is_placed:
        joins.append(_means("organisation", "placed", "staging.folded(x.placed_by)"))
    return "".join(joins)


def _options(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{each}'" for each in words)


def _word(kind: Kind, name: str) -> str:
    """What a word is looked up by; most are one of the options, and need not be."""
    same = f"'{kind.name}.{name}|' || staging.same(x.{name})"
    options = _options(kind.field[name].plain.options)
    return f"if(x.{name} in ({options}), null, {same})" if options else same


def _means(name: str, of: str, written: str) -> str:
    return (
        f"        left join staging.meanings as {name}_means on {name}_means.body = x.body"
        f" and {name}_means.of = '{of}' and {name}_means.name = {written}\n"
    )
