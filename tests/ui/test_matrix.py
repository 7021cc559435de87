"""The matrix of attendance: who came to which meeting, and what is said where nobody knows."""

import json
from datetime import date

import altair as alt
import pytest

from rules import judge
from tests.rules.build import body, facts
from tests.ui.test_charts import without_rows
from ui import frames_matrix, matrix_words
from ui.charts_matrix import CELL, SHADES, attendance_matrix
from ui.frames_matrix import (
    ABSENT,
    APOLOGIES,
    CAME,
    ENOUGH,
    LATEST,
    NO_WORD,
    ORGANISATIONS,
    PEOPLE,
    SUBSTITUTE,
    TOO_FEW,
    Matrix,
)

TODAY = date(2026, 11, 21)
JUNE, SEPTEMBER, DECEMBER = date(2026, 6, 9), date(2026, 9, 8), date(2026, 12, 9)
ROSTER = """
    organisation | sector           | joined_on  | membership
    Alder        | Higher education |            | member
    Birch        | Local authority  |            | member
    Cedar        | Local authority  | 1 Jul 2026 | member
"""
MEETINGS = """
    meeting_on | members      | count_recorded | listed
    9 Jun 2026 | Alder; Birch | 2              | everyone
    8 Sep 2026 | Alder        | 3              | {listed}
    9 Dec 2026 |              | 0              |
"""
ATTENDED = """
    meeting_on | organisation | attendance  | people
    9 Jun 2026 | Alder        | present     | Ann
    9 Jun 2026 | Birch        | substitute  | Ben
    9 Jun 2026 | Dune         | present     | Dee
    8 Sep 2026 | Alder        | absent      |
    8 Sep 2026 | Birch        | apologies   |
    9 Dec 2026 | Birch        | apologies   |
"""
QUORUM = {"kind": "needed", "sectors": ("Higher education", "Local authority")}


def made(listed: str = "everyone", by: str = ORGANISATIONS, **tables: str) -> Matrix:
    """The matrix of the latest meetings."""
    given = {
        "meetings": MEETINGS.format(listed=listed), "organisations": ROSTER,
        "attendance_by_organisation": ATTENDED,
    }  # fmt: skip
    known, board = facts(**given | tables), body(quorum=QUORUM)
    meetings = frames_matrix.of_period(board, known, "Board", LATEST, TODAY)
    return frames_matrix.matrix(board, known, meetings, judge(board, known, TODAY), by, TODAY)


def words(found: Matrix, row: str) -> dict[date, str]:
    return dict(found.cells.filter(found.cells["row"] == row).select("on", "word").rows())


def test_each_cell_has_its_word() -> None:
    """What a list says, meeting by meeting; of a meeting ahead only the apologies."""
    found = made()

    assert words(found, "Alder") == {JUNE: CAME, SEPTEMBER: ABSENT}
    assert words(found, "Birch") == {JUNE: SUBSTITUTE, SEPTEMBER: APOLOGIES, DECEMBER: APOLOGIES}


@pytest.mark.parametrize(("listed", "says"), [("came", "those who came"), ("everyone", "Not on the list")])
def test_who_is_in_no_list_is_never_said_to_have_sent_apologies(listed: str, says: str) -> None:
    """A list of those who came does not know why others did not; before it joined, Cedar has no cell."""
    found = made(listed)

    assert words(found, "Cedar") == {SEPTEMBER: NO_WORD}
    assert says in matrix_words.word(found, "Cedar", SEPTEMBER)


def test_rows_stand_by_sector_with_their_rates() -> None:
    """Who is no member comes last; what is not known is not counted, a substitute is told apart."""
    found = made()

    assert found.rows[:7] == (
        "Higher education:", "Alder", "Local authority:", "Birch", "Cedar", "Not members:", "Dune",
    )  # fmt: skip
    assert dict(found.rates.iter_rows()) == {
        "Alder": "1 of 2", "Birch": "0 of 2 +1◐", "Cedar": "not known", "Dune": "1 of 1"
    }  # fmt: skip


def test_the_needs_of_the_quorum_are_rows_beneath() -> None:
    """Need by need; the meeting ahead by its apologies."""
    found = made()

    assert words(found, "Quorum: Higher education") == {JUNE: ENOUGH, SEPTEMBER: ENOUGH, DECEMBER: ENOUGH}
    assert words(found, "Quorum: Local authority") == {JUNE: ENOUGH, SEPTEMBER: TOO_FEW, DECEMBER: ENOUGH}


def test_a_quorum_that_is_not_known_is_no_shortfall() -> None:
    """A meeting without a list has no verdict."""
    empty = MEETINGS.format(listed="everyone").replace("| 3              |", "| 0              |")

    assert words(made(meetings=empty), "Quorum: Local authority")[SEPTEMBER] == NO_WORD


SEATS = """
    meeting_on | seat  | organisation | person | attendance
    9 Jun 2026 | Chair | Alder        | Ann    | present
    8 Sep 2026 | Chair | Alder        | Ann    | apologies
"""


def test_rows_may_be_people() -> None:
    """Under their organisation, as their own seat has it."""
    found = made(by=PEOPLE, attendance_by_seat=SEATS)

    assert matrix_words.names(found) == ["Ann"]
    assert words(found, "Ann") == {JUNE: CAME, SEPTEMBER: APOLOGIES}


def test_a_year_has_its_meetings_and_the_latest_are_not_too_many() -> None:
    """Three years of sixty meetings stay readable."""
    months = [date(2024 + at // 12, at % 12 + 1, 9) for at in range(34)]
    known = facts(meetings="meeting_on\n" + "\n".join(map(str, months)))
    board = body()
    latest = frames_matrix.of_period(board, known, "Board", LATEST, TODAY)

    assert frames_matrix.periods(board, known, "Board", TODAY) == [
        LATEST, "2026/27", "2025/26", "2024/25", "2023/24"
    ]  # fmt: skip
    assert [m.meeting_on for m in latest] == months[-frames_matrix.MOST :]
    assert len(frames_matrix.of_period(board, known, "Board", "2025/26", TODAY)) == 12


def test_one_meeting_and_one_member_are_told_in_words() -> None:
    """As a phone shows them."""
    found = made()

    assert matrix_words.of_meeting(found, JUNE) == [(CAME, "Alder, Dune"), (SUBSTITUTE, "Birch")]
    assert matrix_words.of_member(found, "Birch")[0] == (SUBSTITUTE, "9\u00a0Jun\u00a02026")


def test_the_table_says_the_same() -> None:
    """A column for each meeting, no row for a heading."""
    table = matrix_words.in_words(made())

    assert table.columns == [
        "Name",
        "Came",
        *(f"{d}\u00a02026" for d in ("9\u00a0Jun", "8\u00a0Sep", "9\u00a0Dec")),
    ]
    assert table.row(0) == ("Alder", "1 of 2", CAME, ABSENT, None)
    assert "Higher education:" not in table["Name"]


@pytest.mark.parametrize("name", ["Alder", "O'Dell \"& Co\" ']) + alert(1)", "Ash\\"])
def test_the_chart_is_valid_whatever_a_sector_is_called(name: str) -> None:
    """A name from a file never becomes part of an expression."""
    roster = ROSTER.replace("Higher education", name)
    spec = attendance_matrix(made(organisations=roster), "#000000")

    assert alt.LayerChart.from_dict(without_rows(spec), validate=True)
    assert spec["params"][0]["name"] == CELL
    test = spec["layer"][0]["encoding"]["y"]["axis"]["labelFontWeight"]["condition"]["test"]
    assert f"{name}:" in json.loads(test.removeprefix("indexof(").removesuffix(", datum.value) >= 0"))


def test_each_word_has_a_colour_and_stands_in_the_legend() -> None:
    """At most four colours besides the pale one of what nobody has a word of."""
    layer = attendance_matrix(made(), "#000000")["layer"][0]
    scale = layer["encoding"]["color"]["scale"]

    assert scale["domain"] == [CAME, SUBSTITUTE, APOLOGIES, ABSENT, NO_WORD, ENOUGH, TOO_FEW]
    assert set(scale["domain"]) <= set(SHADES)
    assert len(set(SHADES.values())) == 4
