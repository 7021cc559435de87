"""The differencing attack: whatever a board or partner asks for and adds up, no hidden count comes back."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

import numpy as np
import polars as pl
import pytest

import intake
import samples
from rules import Facts, judge, load_bodies
from rules.facts import RECORDS
from store import Reader, Store
from store.access import declared as readers_of
from store.catalogue import MARTS
from store.small_numbers import declared
from tests.filled import opened
from tests.switch import at_length, many

AT, TODAY = datetime(2026, 11, 21), date(2026, 11, 21)
BODIES = load_bodies(samples.HOME.parent / "bodies")
WITH_PROGRESS = ("fostering_network", "nottinghamshire", "walsall")
SECRETARIAT = Reader("secretariat@example.org", frozenset({"secretariat"}))
BOARD = Reader("chair@example.org", frozenset({"board"}))
SMALL = range(1, 6)
KEYS = {
    "pledge_progress": ("body", "pledge_reference", "as_at"),
    "outcomes": ("body", "measure", "cohort", "period"),
}
Cells = dict[tuple, float | None]


@pytest.fixture(scope="module")
def sample() -> Iterator[Store]:
    """The illustrative sample: 44 of its 295 counts of young people reached are from 1 to 5."""
    store = opened("illustrative")
    yield store
    store.close()


def cells(frame: pl.DataFrame, mart: str) -> Cells:
    """Every number of a mart that may be hidden, by its row's key and its column."""
    return {
        (*(row[key] for key in KEYS[mart]), column): row[column]
        for row in frame.to_dicts()
        for column in declared(mart)
    }


def hidden(store: Store, mart: str) -> Cells:
    """What the board is not shown, with what it is."""
    truth, shown = (cells(store.read(reader, mart), mart) for reader in (SECRETARIAT, BOARD))
    return {cell: truth[cell] for cell, value in shown.items() if value is None and truth[cell] is not None}


def partners(store: Store) -> list[Reader]:
    """A reader for each organisation that has made a pledge."""
    pledged = store.read(SECRETARIAT, "pledges").select("body", "organisation").unique().sort(pl.all())
    return [
        Reader("partner@example.org", frozenset({"partner"}), body, organisation)
        for body, organisation in pledged.rows()
    ]


def joined(store: Store) -> pl.DataFrame:
    """The updates as the secretariat has them, with their pledge's partner and theme."""
    updates = store.read(SECRETARIAT, "pledge_progress")
    pledges = store.read(SECRETARIAT, "pledges").rename({"reference": "pledge_reference"})
    of = pledges.select("body", "pledge_reference", "organisation", "theme", "baseline")
    return updates.join(of, on=["body", "pledge_reference"], how="left", maintain_order="left")


def determined(rows: list[set], unknown: Mapping) -> set:
    """The unknowns that follow from their sums: by rank, and by bounds where each of them is at least 1."""
    names = sorted(unknown, key=str)
    rows = [row for row in rows if row]
    if not rows:
        return set()
    matrix = np.array([[name in row for name in names] for row in rows], dtype=float)
    rank = np.linalg.matrix_rank(matrix)
    units = np.eye(len(names))
    told = {
        name
        for name, unit in zip(names, units, strict=True)
        if np.linalg.matrix_rank(np.vstack([matrix, unit])) == rank
    }
    return told | _squeezed(rows, unknown)


def _squeezed(rows: list[set], unknown: Mapping) -> set:
    """The unknowns for which only one value is left between the least and the most that the sums allow."""
    least = dict.fromkeys(unknown, 1.0)
    most = dict.fromkeys(unknown, np.inf)
    for _ in range(20):
        for row in rows:
            total = sum(unknown[name] for name in row)
            for name in row:
                others = row - {name}
                most[name] = min(most[name], total - sum(least[other] for other in others))
                least[name] = max(least[name], total - sum(most[other] for other in others))
    return {name for name in unknown if least[name] == most[name]}


@pytest.mark.parametrize("mart", KEYS)
def test_the_sample_has_something_to_hide(sample: Store, mart: str) -> None:
    """The attack is one on real hidden cells, and every small count is among them."""
    truth = cells(sample.read(SECRETARIAT, mart), mart)
    counts = ("young_people_reached", "numerator", "denominator")
    small = {cell for cell, value in truth.items() if cell[-1] in counts and value in SMALL}
    assert small and small <= hidden(sample, mart).keys()


def test_every_mart_with_counts_is_attacked() -> None:
    """A mart that the board may read and that declares counts has its keys here."""
    open_to_board = {mart for mart in MARTS if readers_of(mart).keys() & {"board", "partner"}}
    assert {mart for mart in open_to_board if declared(mart)} == {*KEYS}


@pytest.mark.parametrize("mart", KEYS)
def test_no_filter_shows_a_hidden_cell_or_finds_its_row(sample: Store, mart: str) -> None:
    """Each column is asked for true values of it: answers are rows of the whole answer."""
    whole = sample.read(BOARD, mart)
    for column in whole.columns:
        values = sample.read(SECRETARIAT, mart)[column].unique().sort() if column != "suppressed" else []
        for value in values[: many(12, 60, None)]:
            asked = sample.read(BOARD, mart, **{column: value})
            same = pl.col(column).is_null() if value is None else pl.col(column) == value
            assert asked.equals(whole.filter(same))


@pytest.mark.parametrize("mart", KEYS)
def test_partners_together_know_no_more_than_the_board(sample: Store, mart: str) -> None:
    """Every row that some partner reads is the board's row of it, so putting them together adds nothing."""
    whole = sample.read(BOARD, mart)
    for partner in partners(sample):
        seen = sample.read(partner, mart)
        assert seen.join(whole, on=seen.columns, how="anti", nulls_equal=True).is_empty()


@pytest.mark.parametrize("group", [[], ["as_at"], ["organisation"], ["theme"], ["pledge_reference"]])
def test_sums_of_what_is_shown_have_no_hidden_count_in_them(sample: Store, group: list[str]) -> None:
    """What a page adds up for the board by partner, theme or date is made of the cells it shows."""
    of = joined(sample).select("body", "pledge_reference", "as_at", "organisation", "theme")
    shown = sample.read(BOARD, "pledge_progress").join(of, on=["body", "pledge_reference", "as_at"])
    whole = shown.group_by("body", *group).agg(pl.col("young_people_reached").sum())
    visible = shown.drop_nulls("young_people_reached").group_by("body", *group)
    alone = visible.agg(pl.col("young_people_reached").sum().alias("alone"))
    both = whole.join(alone, on=["body", *group], how="left", nulls_equal=True)
    assert both["young_people_reached"].equals(both["alone"].fill_null(0), check_names=False)


@pytest.mark.parametrize("body", WITH_PROGRESS)
def test_the_total_on_any_date_gives_no_count_back(sample: Store, body: str) -> None:
    """Somebody who knows the true total of the body on every date still cannot work out one hidden count."""
    secret = {
        cell[:-1]: value
        for cell, value in hidden(sample, "pledge_progress").items()
        if cell[0] == body and cell[-1] == "young_people_reached"
    }
    updates = joined(sample).filter(body=body)
    rows = []
    for day in updates["as_at"].unique():
        standing = (
            updates.filter(pl.col("as_at") <= day).group_by("pledge_reference").agg(pl.col("as_at").max())
        )
        rows.append({(body, *key) for key in standing.rows()} & secret.keys())
    assert determined(rows, secret) == set()


def test_no_two_dates_shown_differ_by_a_small_count(sample: Store) -> None:
    """From one date shown to the next, a pledge never reaches one to five further young people."""
    shown = sample.read(BOARD, "pledge_progress").drop_nulls("young_people_reached").sort("as_at")
    rises = shown.select(pl.col("young_people_reached").diff().over("body", "pledge_reference"))
    assert not set(SMALL) & set(rises.to_series().drop_nulls())


def test_a_value_that_counts_the_same_people_tells_nothing(sample: Store) -> None:
    """Where a pledge's value is its count of young people, with or without a baseline, both are hidden."""
    truth = joined(sample)
    above = pl.col("value") - pl.col("young_people_reached")
    every = (pl.col("young_people_reached") > 0) & (above != 0) & (above != pl.col("baseline"))
    same = truth.filter(~every.any().over("body", "pledge_reference"), pl.col("young_people_reached") > 0)
    shown = sample.read(BOARD, "pledge_progress").select(
        *KEYS["pledge_progress"], *declared("pledge_progress")
    )
    seen = same.select(KEYS["pledge_progress"]).join(shown, on=list(KEYS["pledge_progress"]))
    secret = seen.filter(pl.col("young_people_reached").is_null())
    assert (
        secret.height and secret.select("value", "progress_share").null_count().row(0) == (secret.height,) * 2
    )


def test_a_share_leaves_more_than_one_numerator(sample: Store) -> None:
    """Every numerator from 1 to 5 fits what is shown of a row whose numerator is hidden."""
    for row in sample.read(BOARD, "outcomes").to_dicts():
        if row["numerator"] is None:
            fits = [n for n in SMALL if row["value"] in (None, round(100 * n / row["denominator"], 1))]
            assert fits == [*SMALL]


@at_length
@pytest.mark.parametrize("body", many(WITH_PROGRESS[1:2], WITH_PROGRESS, WITH_PROGRESS))
def test_another_small_count_would_look_the_same(body: str) -> None:
    """With 2 where a partner reported 3, all that the board reads, and every verdict, is as it was."""
    assert seen_by_board(body, "3") == seen_by_board(body, "2")


def seen_by_board(body: str, instead_of_three: str) -> list:
    """Everything of a body that the board reads and is told, with another count wherever 3 were reached.

    Digests of uploads apart: they are of whole files.
    """
    store = Store.open(None)
    for path in sorted((samples.HOME / "illustrative" / body).glob("*.csv")):
        data = path.read_bytes()
        if path.stem == "pledge_progress":
            text = pl.read_csv(data, infer_schema=False)
            reached = pl.col("Young people reached")
            alone = ~pl.col("Value").eq(reached).any().over("Pledge reference")
            data = (
                text.with_columns(
                    pl.when(alone & (reached == "3"))
                    .then(pl.lit(instead_of_three))
                    .otherwise(reached)
                    .alias("Young people reached")
                )
                .write_csv()
                .encode()
            )
        checked = intake.check(data, path.name, BODIES[body])
        store.add(SECRETARIAT, body, checked.kind.name, checked.rows, intake.note(checked, AT))
    marts = [mart for mart in MARTS if "board" in readers_of(mart)]
    read = {mart: store.read(BOARD, mart) for mart in marts}
    facts = Facts.of({mart: read[mart] for mart in RECORDS})
    store.close()
    without_digests = [
        frame.drop("sha256", "previous_hash", "hash", strict=False).rows() for frame in read.values()
    ]
    return [*without_digests, *judge(BODIES[body], facts, TODAY)]
