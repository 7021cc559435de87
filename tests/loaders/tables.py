"""Small files for the gate, written the way a person would read them."""

import io

import xlsxwriter

import loaders

ATTENDANCE = "Group,Meeting date,Organisation,Person,Attendance,Substituting for"
FILLED = {
    "Meeting date": "9/12/2026",
    "As at": "9/12/2026",
    "Financial year": "2025/26",
    "Membership": "member",
    "Attendance": "present",
    "Status": "open",
    "Amount (£)": "1",
}


def lines(*rows: str, end: str = "\r\n") -> bytes:
    """A UTF-8 file with these lines."""
    return "".join(row + end for row in rows).encode()


def check(*rows: str, kind: str | None = None, **words: object) -> loaders.Checked:
    """These lines through the gate."""
    return loaders.check(lines(*rows), "file.csv", kind=kind, words=loaders.Words(**words))


def problems(checked: loaders.Checked) -> list[tuple[int, str, str]]:
    """Line, column and value of every problem."""
    return checked.problems.select("line", "column", "value").rows()


def remedies(checked: loaders.Checked) -> list[str]:
    """What each problem must be."""
    return checked.problems["must_be"].to_list()


def only(kind: str, heading: str, values: list[str], **words: object) -> loaders.Checked:
    """A file of this kind with one heading under test; every required heading is there and filled in."""
    others = [field.heading for field in loaders.KIND[kind].required if field.heading != heading]
    rows = [
        [value, *(FILLED.get(name, f"{name} {at}") for name in others)] for at, value in enumerate(values)
    ]
    data = lines(*("\t".join(row) for row in [[heading, *others], *rows]))
    return loaders.check(data, "file.tsv", kind=kind, words=loaders.Words(**words))


def workbook(**sheets: list[list[object]]) -> bytes:
    """A workbook with these sheets; a date becomes a real date."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return out.getvalue()
