"""What `bench.ingest` compares with: attendance checked row by row, with the csv module and Pydantic.

Pydantic is imported where it is used, so that it costs the other ways nothing.
"""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

WORDS = ("present", "present remotely", "substitute", "apologies", "absent")
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)


def bad_lines(path: Path) -> set[int]:
    """The lines of the bad rows, found one by one."""
    from pydantic import ValidationError

    model, keys, bad = model_of_a_row(), set(), set()
    at = 1

    def lines() -> Iterator[str]:
        nonlocal at
        with path.open(encoding="utf-8-sig", newline="") as file:
            for at, line in enumerate(file, 1):
                if line.count('"') % 2:
                    bad.add(at)
                else:
                    yield line

    for cells in csv.DictReader(lines(), restkey="left over"):
        try:
            row = model.model_validate(cells)
        except ValidationError:
            bad.add(at)
            continue
        key = (row.group_name.lower(), row.meeting_on, row.organisation.lower(), row.person.lower())
        if key in keys:
            bad.add(at)
        keys.add(key)
    return bad


def model_of_a_row() -> Any:
    """A row of attendance with the template's headings as aliases."""
    from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

    def tidy(cell: str | None) -> str:
        return " ".join((cell or "").split())

    def day(cell: str) -> date:
        when = datetime.strptime(cell, "%d/%m/%Y").date()
        if not FIRST_DAY <= when <= LAST_DAY:
            raise ValueError("out of range")
        return when

    def word(cell: str) -> str:
        if cell not in (*WORDS, "not recorded"):
            raise ValueError("unknown word")
        return cell

    text = Annotated[str, BeforeValidator(tidy)]
    needed = Annotated[str, Field(min_length=1), BeforeValidator(tidy)]

    class Attended(BaseModel):
        model_config = ConfigDict(extra="forbid")
        group_name: text = Field(alias="Group")
        meeting_on: Annotated[date, BeforeValidator(day)] = Field(alias="Meeting date")
        organisation: needed = Field(alias="Organisation")
        person: text = Field(alias="Person")
        attendance: Annotated[str, AfterValidator(word)] = Field(alias="Attendance")
        substituting_for: text = Field(alias="Substituting for")

    return Attended
