"""What a file leaves unclear is asked in the terminal with the option that answers it."""

from pathlib import Path

import pytest
import xlsxwriter

import cli

ASKED = {
    "what a column means": (
        "Board,Date,Organisation,Attendance\nYes,13/01/2026,Alder,present\n",
        "--unused Board",
        ["--unused", "Board"],
    ),
    "what another column means": (
        "Date,Organisation,Attendance,Meeting\n13/01/2026,Alder,present,Northern\n",
        "--map 'Date=Meeting date'",
        ["--kind", "attendance", "--map", "Date=Meeting date", "--map", "Organisation=Organisation",
         "--map", "Attendance=Attendance", "--map", "Meeting=Group"],
    ),
    "whether the year comes first": (
        "Reference,Raised on,Action,Status\nA1,26/03/02,Plan,open\n",
        "Give --dates day or --dates year.",
        ["--dates", "year"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_asked_can_be_answered(
    asked: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the option, and with it the file is read."""
    text, told, answer = ASKED[asked]
    path = tmp_path / "file.csv"
    path.write_text(text, encoding="utf-8")

    assert cli.main(["check", str(path)]) == 2
    assert told in capsys.readouterr().err
    assert cli.main(["check", str(path), *answer]) == 0


@pytest.mark.parametrize(("answer", "count"), [("count", 2), ("ignore", 1)])
def test_hidden_rows_count_as_the_reader_says(
    answer: str, count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before that nothing of the workbook is read."""
    path = tmp_path / "log.xlsx"
    rows = (["Reference", "Action", "Status"], ["A1", "Plan", "open"], ["A2", "Go", "open"])
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        sheet.set_row(2, options={"hidden": True})

    assert cli.main(["check", str(path)]) == 2
    assert "Give --hidden count or --hidden ignore." in capsys.readouterr().err
    assert cli.main(["check", str(path), "--hidden", answer]) == 0
    assert f"{count} of 2 rows are good" in capsys.readouterr().out
