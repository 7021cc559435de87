"""A bank's statement gives the fees that may have been paid."""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

import loaders
from loaders.recognising.source import About, Source
from loaders.recognising.sources import banks
from tests.loaders.tables import lines

NAMES = loaders.Names(payees={"alder trust": "Alder Trust", "alder trust fee 7": "Alder Trust"})
PAID = ("Alder Trust", date(2026, 4, 13), Decimal("1250.00"), "2026/27")
STATEMENTS = {
    "Barclays": (
        "Number,Date,Account,Amount,Subcategory,Memo",
        ',13/04/2026,20-00-00 00000000,"1,250.00",DIRECTDEP,ALDER TRUST          FEE 7',
        ",14/04/2026,20-00-00 00000000,-9.50,PAYMENT,STATIONER",
    ),
    "NatWest": (
        "",
        "Date, Type, Description, Value, Balance, Account Name, Account Number,",
        '13 Apr 2026,BAC,"\'ALDER TRUST FEE 7",1250.00,2000.00,"\'BOARD","\'600000-00000000",',
        '14 Apr 2026,POS,"\'STATIONER , LEEDS",-9.50,1990.50,"\'BOARD","\'600000-00000000",',
        '30 Apr 2026,,"\'Balance as at 30 Apr 2026",,1990.50,"\'BOARD","\'600000-00000000",',
    ),
    "Lloyds": (
        "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,"
        "Debit Amount,Credit Amount,Balance,",
        "14/04/2026,DEB,'30-00-00,00000000,STATIONER,9.50,,1990.50,",
        "13/04/2026,FPI,'30-00-00,00000000,ALDER TRUST FEE 7,,1250.00,2000.00,",
    ),
    "Nationwide": (
        '"Account Name:","Board ****00000"',
        '"Account Balance:","£1,990.50"',
        '"Available Balance: ","£1,990.50"',
        "",
        '"Date","Transaction type","Description","Paid out","Paid in","Balance"',
        '"13 Apr 2026","Bank credit","ALDER TRUST FEE 7","","£1,250.00","£2,000.00"',
        '"14 Apr 2026","Visa purchase","STATIONER","£9.50","","£1,990.50"',
    ),
    "Starling": (
        "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes",
        "01/04/2026,Opening Balance,,,0.00,750.00,,",
        "13/04/2026,Alder Trust,FEE 7,FASTER PAYMENT,1250.00,2000.00,INCOME,",
        "14/04/2026,Stationer,CARD,CONTACTLESS,-9.50,1990.50,OFFICE,",
    ),
    "Monzo": (
        "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,"
        "Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In",
        "tx_1,13/04/2026,17:02:10,Faster payment,Alder Trust,,,1250.00,GBP,1250.00,GBP,,,,FEE 7,,,1250.00",
        "tx_2,14/04/2026,08:12:44,Card payment,Stationer,✏️,Office,-9.50,GBP,-9.50,GBP,,,,STATIONER,,-9.50,",
    ),
}


def checked(data: bytes) -> loaders.Checked:
    """The file through the gate, which knows how the bank writes Alder Trust; the day comes first."""
    return loaders.check(
        data, "statement.csv", known=loaders.Known(names=NAMES), answers=loaders.Answers(order="day")
    )


@pytest.mark.parametrize("bank", STATEMENTS)
def test_money_in_is_a_fee_with_its_day_and_year(bank: str) -> None:
    """Each bank's layout gives the same payment; what was paid out is left out, not refused."""
    found = checked(lines(*STATEMENTS[bank]))

    assert bank in found.source.name
    assert found.rows.select("organisation", "paid_on", "amount_gbp", "financial_year").rows() == [PAID]
    assert (found.problems.height, found.unplaced.height) == (0, 0)
    assert found.count_left_out == found.count_read - 1


def test_a_statement_in_the_encoding_of_windows_keeps_its_pounds() -> None:
    """Nationwide writes its pound signs in Windows-1252."""
    text = "".join(f"{row}\r\n" for row in STATEMENTS["Nationwide"])

    assert checked(text.encode("cp1252")).rows["amount_gbp"].to_list() == [Decimal("1250.00")]


def test_a_payer_nobody_has_named_is_asked_about() -> None:
    """No organisation is made out of a line of a bank."""
    found = checked(lines(*STATEMENTS["Starling"][:1], "13/04/2026,A Stranger,x,FASTER PAYMENT,50.00,1,,"))

    assert found.unplaced["written"].to_list() == ["A Stranger"]
    assert found.rows.height == 0


def test_the_apostrophe_that_guards_a_text_is_no_part_of_it() -> None:
    """NatWest puts an apostrophe before every text."""
    assert checked(lines(*STATEMENTS["NatWest"])).rows["reference"].to_list() == ["ALDER TRUST FEE 7"]


def shaped(source: Source, *rows: tuple[str, ...]) -> pl.DataFrame:
    """Rows of an export under the source's columns, as it shapes them."""
    schema = {"line": pl.Int64, **dict.fromkeys(source.columns, pl.String)}
    numbered = [(line, *row) for line, row in enumerate(rows, 1)]
    return source.shape(pl.DataFrame(numbered, schema=schema, orient="row"), About("a.csv"))


def test_a_statement_without_headings_is_read_by_place() -> None:
    """HSBC writes day, text and amount, with its pound sign and commas."""
    found = shaped(
        banks.HSBC, ("13/04/2026", "ALDER TRUST", "£2,450.00"), ("14/04/2026", "STATIONER", "-£10.99")
    )

    assert found.select("line", "paid_on", "amount_gbp", "payee").rows() == [
        (1, "13/04/2026", "£2,450.00", "ALDER TRUST")
    ]


@pytest.mark.parametrize("amount", ["-10.00", "-£10.00", "£-10.00", "(10.00)", "−10.00", "0.00", "£0"])
def test_money_out_and_nothing_are_no_payment(amount: str) -> None:
    """However a bank writes that nothing came in."""
    assert shaped(banks.HSBC, ("13/04/2026", "STATIONER", amount)).is_empty()


@pytest.mark.parametrize("text", ["Opening Balance", "BALANCE BROUGHT FORWARD", "Balance as at 30 Apr 2026"])
def test_a_balance_is_no_payment(text: str) -> None:
    """Though it stands where amounts stand."""
    assert shaped(banks.HSBC, ("13/04/2026", text, "1,000.00")).is_empty()


def test_an_amount_that_cannot_be_read_is_not_lost() -> None:
    """It goes on to the gate, which names it as a problem."""
    assert shaped(banks.HSBC, ("13/04/2026", "ALDER", "12.5O"))["amount_gbp"].to_list() == ["12.5O"]


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("31/03/2026", "2025/26"),
        ("01/04/2026", "2026/27"),
        ("31 Mar 2026", "2025/26"),
        ("2026-04-01", "2026/27"),
        ("31/12/1999", "1999/00"),
        ("soon", None),
    ],
)
def test_a_financial_year_begins_in_april(day: str, year: str | None) -> None:
    """March belongs to the year that ends; a day that cannot be read has no year."""
    assert shaped(banks.HSBC, (day, "ALDER", "10.00"))["financial_year"].to_list() == [year]


def test_days_saved_month_first_are_read_so_for_the_year() -> None:
    """04/13 cannot be a day first, so 03/04 of the same file is in March."""
    found = shaped(banks.HSBC, ("04/13/2026", "ALDER", "10.00"), ("03/04/2026", "BIRCH", "10.00"))

    assert found["financial_year"].to_list() == ["2026/27", "2025/26"]


def amounts(*rows: tuple[str, ...]) -> list[tuple[str, str]]:
    """Payer and amount of what a statement of Barclays has; its type and memo tell of a return."""
    found = shaped(
        banks.BARCLAYS, *((None, day, None, amount, kind, memo) for day, amount, kind, memo in rows)
    )
    return found.select("payee", "amount_gbp").rows()


PAID_IN = ("13/06/2026", "50.00", "Counter Credit", "ALDER FEE 26")


@pytest.mark.parametrize(
    ("kind", "memo"),
    [("Unpaid", "ALDER FEE 26"), ("Returned", "ALDER FEE 26"), ("Reversal", "ALDER FEE 26"),
     ("Payment", "RETURNED ALDER FEE 26"), ("Payment", "ALDER FEE 26"), ("DD", "UNPAID CHEQUE ALDER FEE 26")],
)  # fmt: skip
def test_what_came_in_and_went_back_was_not_paid(kind: str, memo: str) -> None:
    """Told by its type, by its words, or only by the same amount out to the same payer."""
    assert amounts(PAID_IN, ("14/06/2026", "-50.00", kind, memo)) == []


def test_a_return_takes_back_one_payment_and_no_other() -> None:
    """Of two alike the last before it, and none of another amount, payer or later day."""
    rows = [
        ("01/06/2026", "50.00", "Credit", "ALDER FEE"),
        ("13/06/2026", "50.00", "Credit", "ALDER FEE"),
        ("13/06/2026", "50.00", "Credit", "BIRCH FEE"),
        ("20/06/2026", "50.00", "Credit", "ALDER FEE"),
        ("14/06/2026", "-50.00", "Unpaid", "ALDER FEE"),
    ]

    assert amounts(*rows) == [("ALDER FEE", "50.00"), ("BIRCH FEE", "50.00"), ("ALDER FEE", "50.00")]


def test_a_return_of_what_an_earlier_file_had_is_a_negative_payment() -> None:
    """It takes away what was counted then; who paid is told without the word for it."""
    assert amounts(("14/06/2026", "-50.00", "Payment", "RETURNED: ALDER FEE 26")) == [
        ("ALDER FEE 26", "-50.00")
    ]


def test_a_part_given_back_is_a_negative_payment() -> None:
    """Of a payer who paid in the same file, and whose payment stays."""
    paid = amounts(PAID_IN, ("14/06/2026", "-20.00", "Payment", "ALDER FEE 26"))

    assert paid == [("ALDER FEE 26", "50.00"), ("ALDER FEE 26", "-20.00")]


def test_money_out_has_a_column_of_its_own() -> None:
    """As Lloyds writes it: what was debited is the return of what was credited."""
    head, debit, credit = STATEMENTS["Lloyds"]
    back = "14/04/2026,RTN,'30-00-00,00000000,ALDER TRUST FEE 7,1250.00,,750.00,"

    assert checked(lines(head, debit, back, credit)).rows.is_empty()
    alone = checked(lines(head, debit, back)).rows
    assert alone.select("organisation", "amount_gbp").rows() == [("Alder Trust", Decimal("-1250.00"))]
