"""What council systems export."""

import pytest

import loaders
from tests.loaders.tables import check


@pytest.mark.parametrize(
    "headings",
    [
        "Councillor,Expected,Present,In attendance,Absent / Apologies",
        "Councillor,Expected,Present,Present virtual,Present as substitute,In attendance,Absent",
        "Name,Image,Party,Ward,Date,Expected,Present,Present Percent,Apologies,Apologies Percent,Absent",
    ],
)
def test_a_summary_of_attendance_is_refused(headings: str) -> None:
    """Totals for each councillor say nothing of any one meeting, and no date is made up for them."""
    with pytest.raises(loaders.Unreadable, match=r"modern\.gov: it has totals for each councillor"):
        check(headings, "Councillor A Elm,7,6,0,1")
