"""A column of personal numbers is refused by its cells, whatever it is called, and no other column is."""

import polars as pl
import pytest

from loaders import Unreadable
from loaders.checking.identifiers import refuse_identifiers
from tests.loaders.tables import check

# Invented: NHS numbers of the range for tests, and UPNs of a school that does not exist.
NHS = ["9990000018", "9990000026", "9990000034"]
UPN = ["F999999925001", "V999999925002", "F99999992500B"]


def column(values: list[str | None], heading: str = "Reference") -> None:
    """Puts a file of one column and names beside it before the gate."""
    lines = pl.int_range(2, len(values) + 2, eager=True)
    names = ["Alder"] * len(values)
    cells = pl.DataFrame({"line": lines, "0": names, "1": pl.Series(values, dtype=pl.String)})
    refuse_identifiers(cells, ("Organisation", heading), "june.csv")


def refused(values: list[str | None], heading: str = "Reference") -> str:
    with pytest.raises(Unreadable) as said:
        column(values, heading)
    return str(said.value)


@pytest.mark.parametrize(
    ("values", "what"),
    [
        (NHS, "NHS numbers"),
        (["999 000 0018"], "NHS numbers"),
        (["999-000-0018", "999-000-0026"], "NHS numbers"),
        (UPN, "pupils' UPNs"),
        ([UPN[0].lower()], "pupils' UPNs"),
        (["AB 12 34 56 C"], "National Insurance numbers"),
        (["AB123456C", "JT654321D"], "National Insurance numbers"),
    ],
)
def test_personal_numbers_are_refused(values: list[str], what: str) -> None:
    """NHS numbers, UPNs and National Insurance numbers are known by their pattern and their check digit."""
    assert f"has {what}" in refused(values)


def test_the_message_names_file_column_line_and_remedy() -> None:
    """The secretariat is told which column to delete."""
    said = refused([None, *UPN], "Ref no")
    assert said.startswith("june.csv: “Ref no” has pupils' UPNs, as in line 3.")
    assert "delete the column" in said


@pytest.mark.parametrize("values", [NHS, ["999 000 0018"], UPN, ["AB123456C"]])
def test_the_message_never_has_the_number(values: list[str]) -> None:
    """What must not be loaded must not be shown or logged either."""
    said = refused(values)
    assert not any(value in said for value in values)


def test_a_column_without_a_heading_is_refused_by_its_place() -> None:
    """Nothing passes for want of a heading."""
    assert "column 2, which has no heading, has pupils' UPNs" in refused(UPN, "")


def test_a_few_blanks_and_remarks_hide_nothing() -> None:
    """Most cells are enough: four numbers beside a blank and a remark."""
    assert "NHS numbers" in refused([*NHS, "9990000042", None, "not known"])


@pytest.mark.parametrize(
    "values",
    [
        ["1234567", "1065432", "SC012345"],
        ["020 7946 0018", "0115 496 0123", "07700 900123"],
        ["02079460018", "01154960123", "07700900123"],
        ["2079460018", "1154960123", "7700900123"],
        ["NT-P01", "WA-P02", "A1"],
        ["12345678", "SC123456", "OC301234"],
        ["9990000019", "9990000027", "9990000035"],
        ["A999999925001", "B999999925002"],
        ["QQ123456C", "AB123456E"],
        ["9990000018"],
        ["0000000000", "1111111111", "2222222222"],
        ["NG1 5AA", "WS1 1TP", "ME14 1XX"],
        [],
    ],
    ids=["charities", "phones", "unspaced phones", "phones of Excel", "references", "companies", "NHS check",
         "UPN check", "NINO letters", "one plain number", "repeated digits", "postcodes", "nothing"],
)  # fmt: skip
def test_other_numbers_are_not_refused(values: list[str | None]) -> None:
    """Charity, company and telephone numbers, references, and what fails its check are let through."""
    column(values)


def test_a_mention_in_a_column_of_words_is_not_its_column() -> None:
    """One number among many notes does not refuse the file; most cells must have one."""
    column(["Meet on Monday", "AB123456C", "Write to all", "Find a room"])


def test_a_long_file_is_judged_by_rows_from_all_of_it() -> None:
    """A column that is filled only from the middle on is found."""
    assert "as in line 5002" in refused([None] * 5000 + UPN * 2000)


@pytest.mark.parametrize("heading", ["Home address", "Address", "Post code", "Postcode", "Address line 1"])
def test_an_address_in_a_table_of_people_is_refused(heading: str) -> None:
    """Where somebody lives is needed for nothing."""
    with pytest.raises(Unreadable, match=f"where people live .“{heading}”.*delete the column"):
        check(f"Organisation,Person,Role,{heading}", "Alder,Ann,member,1 High Street")


def test_an_address_of_an_organisation_is_ignored() -> None:
    """An office or a venue is nobody's home."""
    assert check("Organisation,Membership,Address", "Alder,member,1 High Street").ignored == ("Address",)


@pytest.mark.parametrize("heading", ["Email address", "Web address"])
def test_another_kind_of_address_is_no_home(heading: str) -> None:
    """An e-mail address is asked for, a web address harmless."""
    assert check(f"Organisation,Person,Role,{heading}", "Alder,Ann,member,a@example.org").rows.height == 1


def test_addresses_in_a_list_of_contacts_are_left_behind() -> None:
    """Outlook writes every contact's address; it is never read, and the list is."""
    head = "First Name,Last Name,Company,E-mail Address,E-mail Display Name,Home Address,Home Postal Code"
    checked = check(head, "Ann,Other,Alder,ann@example.org,Ann Other,1 High Street,NG1 5AA")
    assert checked.ignored[-2:] == ("Home Address", "Home Postal Code")
    assert "High Street" not in str(checked.rows.to_dicts())
