"""Who probably paid: by a reference used before, by a name within the payer's, by a name somewhat alike."""

from collections.abc import Iterator
from datetime import datetime

import pytest

import intake
from store import Reader, Store
from tests.judged import BODIES
from tests.switch import some

BODY = BODIES["kent_medway"]
READER = Reader("test", frozenset({"secretariat"}))
AT = datetime(2026, 11, 20)
FILES = {
    "organisations.csv": "Organisation,Membership\n"
    "Alder College,member\nBirch Trust,member\nZoë's Café,member\n",
    "fees.csv": "Organisation,Financial year,Amount (£),Reference\nAlder College,2025/26,50.00,INV’7\n",
}


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.open(None)
    for name, text in FILES.items():
        checked = intake.check(text.encode(), name, BODY)
        opened.add(READER, BODY.key, checked.kind.name, checked.rows, intake.note(checked, AT))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("payer", "amount", "found"),
    some(
        [
            ("A Bursar INV'7", "10.00", "Alder College"),
            ("BGC BIRCH TRUST 12", "10.00", "Birch Trust"),
            ("BGC ZOE’S CAFE 12", "10.00", "Zoë's Café"),
            ("ALDER COLL", "50.00", "Alder College"),
            ("ALDER COLL", "51.00", None),
            ("SOMEBODY", "50.00", None),
        ],
        2,
    ),
)
def test_the_surest_sign_tells_who_paid(store: Store, payer: str, amount: str, found: str | None) -> None:
    """A name that is only somewhat alike tells where the amount is one that was paid before."""
    data = f"Date,Description,Amount\n13/04/2026,{payer},{amount}\n".encode()
    checked = intake.check(data, "bank.csv", BODY, "payments", intake.known(store, READER, BODY))

    assert intake.likely_payers(store, READER, BODY, checked) == ({payer: found} if found else {})
