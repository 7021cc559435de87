"""Refused rows can be mended where they are, or in a file of the source's own shape."""

import polars as pl

import loaders
from tests.loaders.tables import check, lines

PAYMENTS = (
    "Organisation,Financial year,Amount (£),Nickname",
    "Alder,2025/26,100,A",
    "Birch,2025,100,B",
    "Cedar, Fir,2025/26,100,C",
)


def test_refused_rows_stand_as_they_were_with_the_reason() -> None:
    """Every cell is kept as typed, the columns that are not used too."""
    row = check(*PAYMENTS).refused.row(0)

    assert row == (
        3,
        "Birch",
        "2025",
        "100",
        "B",
        "Financial year “2025” must be a financial year such as 2025/26",
        None,
    )


def test_a_torn_row_stands_in_its_columns_with_what_is_left_over() -> None:
    """And a line whose quotation marks do not close is cut up, and left over as it stands."""
    refused = check(*PAYMENTS, 'Dogwood,"2025/26,100,D').refused

    assert refused.drop("reason").rows()[1:] == [
        (4, "Cedar", " Fir", "2025/26", "100", ["C"]),
        (5, "Dogwood", "2025/26", "100", "D", ['Dogwood,"2025/26,100,D']),
    ]


def test_a_row_with_something_left_over_is_refused_until_nothing_is() -> None:
    """Here and in the file alike: what stands right of the last heading is never dropped in silence."""
    half = loaders.Answers(mended={4: ["Cedar, Fir", "2025/26", "100", "C", "C"]})
    assert loaders.check(lines(*PAYMENTS), "p.csv", answers=half).problems["line"].to_list() == [3, 4]

    checked = check(*PAYMENTS, 'Dogwood,"2025/26,100,D')
    data = loaders.refused_file(checked.headings, checked.refused, checked.delimiter)
    assert loaders.check(data, "p.csv").problems["line"].n_unique() == 3


def test_a_row_mended_here_is_loaded() -> None:
    """The new cells go through the same gate as a file."""
    answers = loaders.Answers(
        mended={3: ["Birch", "2025/26", "100", "B"], 4: ["Cedar", "2025/26", "90", "C"]}
    )
    checked = loaders.check(lines(*PAYMENTS), "p.csv", answers=answers)

    assert checked.rows.select("line", "organisation").rows() == [(2, "Alder"), (3, "Birch"), (4, "Cedar")]
    assert checked.count_read == 3


def test_a_row_mended_wrongly_is_refused_again() -> None:
    """Mending is no way round the gate."""
    answers = loaders.Answers(mended={3: ["Birch", "2025-27", "100", "B"]})

    assert 3 in loaders.check(lines(*PAYMENTS), "p.csv", answers=answers).problems["line"]


def test_rows_are_mended_in_two_rounds() -> None:
    """What was left over of one row, and is blank now, does not make it longer than another."""
    answers = loaders.Answers(
        mended={4: ["Cedar, Fir", "2025/26", "100", "C", ""], 3: ["Birch", "2025/26", "100", "B"]}
    )

    assert loaders.check(lines(*PAYMENTS), "p.csv", answers=answers).rows.height == 3


def test_the_file_of_refused_rows_is_read_like_the_first_once_mended() -> None:
    """It has the source's own headings, and a reason that is not read."""
    checked = check(*PAYMENTS[:3])
    data = loaders.refused_file(checked.headings, checked.refused, checked.delimiter)
    again = loaders.check(data.replace(b",2025,", b",2025/26,"), "refused p.csv")

    assert again.rows["organisation"].to_list() == ["Birch"]
    assert "Reason" in again.ignored


def test_a_backslash_at_the_end_of_a_cell_escapes_nothing() -> None:
    """The file of refused rows was read as if it did, and one of its rows as a good one."""
    refused = pl.DataFrame(
        [(2, 'say "D"\\', "Reason", ['"E"\\'])], ["line", "0", "reason", "surplus"], orient="row"
    )

    assert b'\\"' not in loaders.refused_file(["Name"], refused, ",")


def test_lines_that_the_reader_leaves_out_are_counted() -> None:
    """They are neither loaded nor refused."""
    checked = loaders.check(lines(*PAYMENTS), "p.csv", answers=loaders.Answers(left_out=frozenset({2, 3})))

    assert (checked.rows.height, checked.count_left_out, checked.count_read) == (0, 2, 3)


def test_rows_of_a_file_parted_by_spaces_come_back_parted_by_commas() -> None:
    """Reasons have spaces of their own, so that nothing could tell the columns again."""
    data = loaders.refused_file(
        ["Number", "Date"], check(*PAYMENTS).refused.select("line", "0", "1", "reason", "surplus"), " "
    )

    assert data.decode("utf-8-sig").splitlines()[0] == "Number,Date,Reason"
