"""What the store knows that helps to read a file: people, other names, mapped tables, days of meetings."""

from collections.abc import Callable, Mapping
from datetime import date

import polars as pl

import loaders
from kinds.fields import same
from kinds.names import PUBLIC_MAIL, cleaned, folded, folded_expr
from rules import Body
from store import Reader, Store


def known(store: Store, reader: Reader, body: Body, today: date | None = None) -> loaders.Known:
    """What the store knows that helps to read a file of the body: its people, aliases and meetings."""
    marts = store.read_all(
        reader, ("people", "aliases", "meetings", "known_names", "organisations"), body.key
    )
    said = {of: rows for (of,), rows in marts["aliases"].partition_by("of", as_dict=True).items()}
    none = marts["aliases"].clear()
    people = one_each(marts["people"].select(_folded("name"), "organisation"))
    if body.members_are == "people":
        people = people_alone(store.read(reader, "seats", body=body.key)) | people
    confirmed = _meanings(said.get("person", none))
    domains = _domains(marts["people"]) | _meanings(said.get("e-mail domain", none))
    payees = _meanings(said.get("payee", none))
    out = {name for table in (confirmed, payees) for name, means in table.items() if not means}
    numbers = marts["organisations"].select(_folded("charity_number"), "organisation").drop_nulls()
    names = loaders.Names(
        people=_only_meant(people | confirmed),
        domains=_only_meant(domains),
        payees=_only_meant(payees),
        left_out=frozenset(out),
        organisations=frozenset(map(folded, marts["known_names"].filter(of="organisation")["name"])),
        cleaned=_cleaned(marts["organisations"]),
        numbers=one_each(numbers),
        in_own_name=body.members_are == "people",
    )
    days = frozenset(marts["meetings"]["meeting_on"])
    words = {
        column: _meanings(rows, same)
        for (column,), rows in said.get("word", none).partition_by("source", as_dict=True).items()
    }
    meant = {column: _only_meant(table) for column, table in words.items()}
    meant_none = {column: table.keys() - meant[column].keys() for column, table in words.items()}
    groups = frozenset(marts["known_names"].filter(of="group")["name"])
    sources = _remembered(said.get("heading", none))
    return loaders.Known(sources, names, days, meant, groups, today, meant_none)


def people_alone(seats: pl.DataFrame) -> dict[str, str]:
    """Whoever has a seat, and never one for an organisation: they come in their own name."""
    alone = seats.drop_nulls("person").filter(pl.col("organisation").is_null().all().over(_folded("person")))
    return one_each(alone.select(_folded("person").alias("name"), "person"))


def _remembered(headings: pl.DataFrame) -> list[loaders.Source]:
    """The mappings of whole tables that were confirmed, each as a source of its own."""
    sources = []
    for (label,), rows in headings.partition_by("source", as_dict=True, maintain_order=True).items():
        pairs = rows.select("written", pl.col("means").fill_null("")).rows()
        columns = {name: means.partition(".")[2] for name, means in pairs if "=" not in means}
        kinds = {means.partition(".")[0] for _, means in pairs if "=" not in means} & loaders.KIND.keys()
        if len(kinds) == 1:
            kind, named = loaders.KIND[kinds.pop()], f"your table of {label}"
            # only of this kind: what an earlier mapping to another one said of every row is still there
            said = [means.partition("=") for _, means in pairs if means.startswith(f"{kind.name}.")]
            of_every_row = {name.partition(".")[2]: text for name, equals, text in said if equals}
            sources.append(loaders.mapped(kind, columns, named, of_every_row))
    return sources


def one_each(pairs: pl.DataFrame) -> dict[str, str]:
    """First column → second, where only one is known."""
    name, means = pairs.columns
    single = pairs.unique().filter(pl.len().over(name) == 1)
    return dict(single.select(name, means).iter_rows())


def _cleaned(organisations: pl.DataFrame) -> dict[str, str]:
    """A cleaned name → the organisation that it means, also one beside another, as in Alder College (AC); its
    own name goes before another's other name.
    """
    pairs = organisations.select("organisation", "also_known_as").rows()
    own = [(cleaned(name), name) for name, _ in pairs]
    taken = {name for name, _ in own}
    others = [
        (found, name)
        for name, also in pairs
        for other in filter(str.strip, (also or "").split(";"))
        for way in (other, f"{name} {other}", f"{other} {name}")
        if (found := cleaned(way)) not in taken
    ]
    return one_each(pl.DataFrame([*own, *others], schema=["name", "organisation"], orient="row"))


def _domains(people: pl.DataFrame) -> dict[str, str]:
    domain = _folded("name").str.extract(r"@([^@\s]+)$", 1).alias("domain")
    pairs = people.select(domain, "organisation").drop_nulls()
    return one_each(pairs.filter(~pl.col("domain").is_in(PUBLIC_MAIL)))


def _folded(column: str) -> pl.Expr:
    return folded_expr(pl.col(column))


def _meanings(
    aliases: pl.DataFrame, compared: Callable[[pl.Expr], pl.Expr] = folded_expr
) -> dict[str, str | None]:
    return dict(aliases.select(compared(pl.col("written")), "means").iter_rows())


def _only_meant(table: Mapping[str, str | None]) -> dict[str, str]:
    return {name: means for name, means in table.items() if means}
