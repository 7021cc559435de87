"""References that a spreadsheet has made a date of."""

from datetime import date, datetime

import pytest

import intake
from intake import Trial
from store import Reader, Said, Store
from tests.judged import BODIES
from tests.switch import some

BODY = BODIES["nottinghamshire"]
READER = Reader("test", frozenset({"secretariat"}))
LOG = "Reference,Action,Organisation,Due,Status\n{},Plan,Alder,31/01/2026,open\n"


def tried(store: Store, reference: str, day: date) -> Trial:
    checked = intake.check(LOG.format(reference).encode(), f"{day}.csv", BODY)
    return intake.tried(store, READER, BODY, checked, datetime(2026, 11, 20), day, Said(as_at=day))


@pytest.mark.parametrize(
    ("on_record", "in_file", "is_asked"),
    some(
        [
            ("1-3", "01-Mar", True),
            ("3/1", "2026-03-01", True),
            ("1.3", "2026-03-01 00:00:00", True),
            ("MAR26", "Mar-26", True),
            ("Dec 5", "05-Dec", True),
            ("1-3-26", "01/03/2026", True),
            ("1-3", "01-Apr", False),
            ("KM-03", "03-Mar", False),
            ("13", "01-Mar", False),
            ("2-2", "02-Mar", False),
        ],
        3,
    ),
)
def test_only_what_a_spreadsheet_would_make_of_it(on_record: str, in_file: str, is_asked: bool) -> None:
    """Other references are other records, whatever they look like."""
    store = Store.open(None)
    intake.saved(store, READER, tried(store, on_record, date(2026, 1, 31)))
    found = tried(store, in_file, date(2026, 2, 28))

    assert found.made_dates == ({in_file: on_record} if is_asked else {})
    if is_asked:
        back = intake.put_back(found.checked, found.made_dates)
        assert back.rows["reference"].to_list() == [on_record]
    store.close()
