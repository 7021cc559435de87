"""The charts as data: every status that is drawn has its colour and stands in the legend."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import altair as alt
import polars as pl
import pytest

import kinds
from rules import Status
from ui import charts, frames, words
from ui.words import plain, seated

SEATS = kinds.KIND["representatives"].field["status"].plain.options
VERDICTS = [plain(status) for status in Status]
DATA = ("data", "datasets")
Chart = alt.Chart | alt.LayerChart
Draw = Callable[[Sequence[str]], Chart]


def counts(statuses: Sequence[str]) -> Chart:
    """Two seats of each status in one group."""
    rows = [("Strategy Group", status, 2) for status in statuses]
    frame = pl.DataFrame(rows, schema=frames.SEATS_BY_GROUP, orient="row")
    return charts.counts_by_status(frame, "group_name", "Seats")


DRAWN = [
    pytest.param(counts, [seated(status) for status in SEATS], id="seats by group"),
    pytest.param(counts, VERDICTS, id="pledges and actions by status"),
]
every_chart = pytest.mark.parametrize(("draw", "statuses"), DRAWN)


def colour(chart: Chart) -> Mapping[str, Any]:
    """The one encoding of colour in a chart's specification."""
    spec = chart.to_dict()
    layers: list[dict[str, Any]] = spec.get("layer", [spec])
    (found,) = [layer["encoding"]["color"] for layer in layers if "color" in layer["encoding"]]
    return dict(found)


@every_chart
def test_every_status_of_a_frame_has_its_colour_and_is_in_the_legend(
    draw: Draw, statuses: Sequence[str]
) -> None:
    """Each is in the scale's domain, which is the legend, with a colour beside it."""
    drawn = colour(draw(statuses))
    assert sorted(drawn["scale"]["domain"]) == sorted(statuses)
    assert len(drawn["scale"]["range"]) == len(statuses)
    assert all(drawn["scale"]["range"])
    assert drawn["legend"]


@every_chart
def test_what_is_not_in_a_frame_is_not_in_its_legend(draw: Draw, statuses: Sequence[str]) -> None:
    """A legend names what is to be seen."""
    for status in statuses:
        assert colour(draw([status]))["scale"]["domain"] == [status]


@every_chart
def test_the_specification_is_valid(draw: Draw, statuses: Sequence[str]) -> None:
    """Altair checks it against the schema; without rows too, as before the first file."""
    for given in (statuses, statuses[:1], []):
        chart = draw(given)
        assert type(chart).from_dict(chart.to_dict(), validate=True).to_dict(validate=True)


def test_only_met_is_green_among_the_verdicts() -> None:
    """Nobody takes for done what is not."""
    assert [status for status, shade in charts.OF_STATUS.items() if shade == charts.GREEN] == [Status.MET]


def test_each_vocabulary_has_its_colours() -> None:
    """A verdict or a status of a seat that is added gets one here, too."""
    assert set(charts.OF_STATUS) == set(Status)
    assert set(charts.OF_SEATS) == set(SEATS)


@pytest.mark.parametrize("status", Status)
def test_another_word_for_a_status_changes_that_word_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, status: Status
) -> None:
    """The place in the legend and the colour stay, in every chart that can show it."""
    old = plain(status)
    before = [json.dumps(draw(VERDICTS).to_dict()) for draw in (counts,)]
    monkeypatch.setitem(words.SYMBOLS, status, ("Another word", *words.SYMBOLS[status][1:]))
    new = plain(status)
    verdicts = [plain(each) for each in Status]
    after = [json.dumps(draw(verdicts).to_dict()) for draw in (counts,)]
    assert old != new
    for was, now in zip(before, after, strict=True):
        assert without_data(now) == without_data(was.replace(json.dumps(old)[1:-1], json.dumps(new)[1:-1]))


def test_another_word_for_a_seat_changes_that_word_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """It too is said once."""
    before = colour(counts([seated(status) for status in SEATS]))["scale"]
    for module in (charts, frames):
        monkeypatch.setattr(module, "seated", lambda status: f"Seat {status}")
    after = colour(counts([f"Seat {status}" for status in SEATS]))["scale"]
    assert after["range"] == before["range"]
    assert after["domain"] == [f"Seat {word.lower()}" for word in before["domain"]]


def test_a_word_without_a_colour_of_its_own_is_drawn_and_named() -> None:
    """In grey and last, where somebody adds a word to a kind and forgets its colour."""
    drawn = colour(counts(["Filled", "Adjourned"]))["scale"]
    assert drawn == {"domain": ["Filled", "Adjourned"], "range": [charts.GREEN, charts.GREY]}


def without_data(spec: str) -> object:
    """A specification without its rows and the names that Altair gives them by their digest."""
    return json.loads(spec, object_hook=lambda part: {k: v for k, v in part.items() if k not in DATA})


def without_rows(spec: Mapping[str, Any]) -> dict[str, Any]:
    """A specification without the rows of its named data, which the schema wants as lists."""
    return {key: value for key, value in spec.items() if key != "datasets"}


def test_a_specification_keeps_no_rows_of_whoever_looked_before() -> None:
    """It is shared between readers; the rows are put into a copy."""
    bare = charts.as_spec(alt.LayerChart(layer=[alt.Chart(charts.named("a")).mark_bar()]), "#000000")
    full = charts.with_rows(bare, a=pl.DataFrame({"x": [1]}))
    full["layer"][0]["mark"]["type"] = "line"

    assert "datasets" not in bare
    assert bare["layer"][0]["mark"]["type"] == "bar"
