"""The templates: what the gate gives out, it takes back."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

import loaders
from loaders.recognising.known import plain

SAMPLES = Path(__file__).parents[2] / "samples"
ROWS = {
    "organisations": "Alder College,The Alder,FE,member,1/9/2020,,£1250000,0123,yes",
    "representatives": ",Chair,Alder College,Ann Example,ann@example.org,chair,yes,,1/9/2020,,filled",
    "meetings": ",9/12/2026,Ordinary,25/11/2026,16/12/2026,,Ann Example",
    "attendance": ",9/12/2026,Alder College,Ann Example,present,",
    "actions": "A1,9/12/2026,,Write the report,Alder College,Ann Example,next meeting,open,,",
    "pledges": "P1,Alder College,Work,Ten work placements,placements,0,10,1/4/2026,31/3/2027",
    "pledge_progress": "P1,9/12/2026,45%,green,4.5,12,On the way,letter",
    "decisions": "D1,,9/12/2026,To adopt the plan,Ordinary,consensus,5,0,1,,,",
    "payments": "Alder College,2025/26,9/12/2025,£100,INV-1",
    "groups": "Data group,task and finish,Alder College,9/12/2025,,,9/12/2026,",
    "duties": "Annual report,2025/26,9/12/2026,,report.pdf",
    "publications": "Annual report,Report,Work,9/12/2026,May 2020,https://example.org",
    "interpretations": "C31,Must it?,It must.,The board agreed,Secretary,21/11/2026,1/12/2026",
    "aliases": "person,,Room 2,Alder College",
    "responses": "Alder College,pledge,P1,45% done,9/12/2026,proposed,More,50%,green,5,13,9/12/2026,,,",
    "outcomes": "In work at 19,care leavers,2025/26,30,60,0.5,0.4",
}


def sampled(kind: str) -> str:
    """The first row of a sample, for a kind that has none above."""
    return min(SAMPLES.glob(f"*/*/{kind}.csv")).read_text(encoding="utf-8").splitlines()[1]


def filled(kind: str) -> loaders.Checked:
    data = loaders.template(loaders.KIND[kind]) + (ROWS.get(kind) or sampled(kind)).encode()
    return loaders.check(data, f"{kind}.csv", words=loaders.Words(main_group="Strategy Group"))


@pytest.mark.parametrize("kind", loaders.KIND)
def test_a_template_is_recognised_as_its_own_kind(kind: str) -> None:
    """Its headings are enough to tell it, and every one is used."""
    checked = loaders.check(loaders.template(loaders.KIND[kind]), "template.csv")

    assert checked.kind is loaders.KIND[kind]
    assert (list(checked.mapping.values()), checked.ignored) == ([f.column for f in checked.kind.fields], ())


@pytest.mark.parametrize("kind", loaders.KIND)
def test_a_row_filled_in_by_hand_passes(kind: str) -> None:
    """A person who fills in the template as it asks has no problems."""
    checked = filled(kind)

    assert checked.problems.rows() == []
    assert checked.rows.height == 1


@pytest.mark.parametrize("kind", loaders.KIND)
def test_a_frame_has_the_kinds_columns_then_line_and_key(kind: str) -> None:
    """The store finds each column in its place, with its dtype, even where the file was empty."""
    empty = loaders.check(loaders.template(loaders.KIND[kind]), "template.csv").rows

    assert empty.schema == filled(kind).rows.schema
    assert empty.columns == [*(field.column for field in loaders.KIND[kind].fields), "line", "row_key"]


@pytest.mark.parametrize("kind", loaders.KIND)
def test_no_heading_means_two_columns(kind: str) -> None:
    """Within a kind every heading, column name and other heading belongs to one field."""
    fields = loaders.KIND[kind].fields
    names = [
        name for field in fields for name in {plain(n) for n in (field.heading, field.column, *field.also)}
    ]

    assert len(names) == len(set(names))


def test_values_have_their_own_types() -> None:
    """Money is decimal pounds, days are dates, shares run from 0 to 1, yes is true."""
    organisation, progress = filled("organisations").rows.row(0, named=True), filled("pledge_progress").rows

    assert organisation["turnover_gbp"] == Decimal("1250000.00")
    assert (organisation["joined_on"], organisation["signed_terms"]) == (date(2020, 9, 1), True)
    assert progress.select("progress_share", "young_people_reached").rows() == [(0.45, 12)]
    assert progress.schema["progress_share"] == pl.Float64


def test_a_template_is_bytes_that_excel_opens_as_utf_8() -> None:
    """The pound sign survives because the file says what it is encoded in."""
    template = loaders.template(loaders.KIND["payments"])

    assert template == "\ufeffOrganisation,Financial year,Paid on,Amount (£),Reference\r\n".encode()
