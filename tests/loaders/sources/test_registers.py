"""Registers of charities tell the income of a number, and nothing of membership."""

import polars as pl
import pytest

from loaders.recognising.recognise import recognise
from loaders.recognising.source import About, Source
from loaders.recognising.sources import SOURCES, registers

HEADINGS = {
    registers.ENGLAND_AND_WALES: [
        "date_of_extract", "organisation_number", "registered_charity_number", "linked_charity_number",
        "charity_name", "charity_registration_status", "date_of_registration", "date_of_removal",
        "latest_acc_fin_period_end_date", "latest_income", "latest_expenditure",
    ],
    registers.SCOTLAND: [
        "Charity Number", "Charity Name", "Registered Date", "Known As", "Charity Status", "Postcode",
        "Most recent year income", "Most recent year expenditure", "Year End",
    ],
    registers.NORTHERN_IRELAND: [
        "Reg charity number", "Sub charity number", "Charity name", "Date registered", "Status",
        "Date for financial year ending", "Total income", "Total spending", "Company number",
    ],
    registers.LIST: ["Charity number", "Name", "Income"],
}  # fmt: skip


def incomes(source: Source, *rows: dict[str, str]) -> list[tuple]:
    """Line, charity number and turnover of what a register's rows are shaped to; no row names anybody."""
    cells = [{"line": line, **row} for line, row in enumerate(rows, 2)]
    schema = {"line": pl.Int64, **dict.fromkeys(source.columns, pl.String)}
    shaped = source.shape(pl.DataFrame(cells, schema=schema), About("register.csv"))
    assert shaped.select("organisation", "membership").null_count().row(0) == (shaped.height,) * 2
    return shaped.select("line", "charity_number", "turnover_gbp").rows()


@pytest.mark.parametrize("source", HEADINGS, ids=lambda source: source.name)
def test_each_register_is_known_by_its_headings(source: Source) -> None:
    """Among all sources there are."""
    assert recognise(HEADINGS[source], SOURCES).source is source


@pytest.mark.parametrize("source", HEADINGS, ids=lambda source: source.name)
def test_a_charity_without_an_income_changes_nothing(source: Source) -> None:
    """A new or exempt charity has none, and that is not nought."""
    rows = [{"charity_number": "SC1", "turnover_gbp": "9000"}, {"charity_number": "SC2"}]

    assert incomes(source, *rows) == [(2, "SC1", "9000")]


def test_a_linked_charity_has_its_parents_number_and_is_left_out() -> None:
    """The parent's own row has a nought there."""
    one = {"charity_number": "1000001", "turnover_gbp": "9000", "linked": "0"}

    assert incomes(registers.ENGLAND_AND_WALES, one, one | {"linked": "2"}) == [(2, "1000001", "9000")]


@pytest.mark.parametrize("sign", [{"state": "Removed"}, {"removed_on": "2020-01-01"}])
def test_a_removed_charity_is_left_out(sign: dict[str, str]) -> None:
    """Whichever way its register says so."""
    one = {"charity_number": "1000001", "turnover_gbp": "9000", "state": "Registered"}

    assert incomes(registers.ENGLAND_AND_WALES, one, one | sign) == [(2, "1000001", "9000")]


def test_a_northern_irish_number_is_written_as_everywhere_else() -> None:
    """Its own register leaves out the letters that tell it from an English number."""
    assert incomes(registers.NORTHERN_IRELAND, {"charity_number": "100001", "turnover_gbp": "9000"}) == [
        (2, "NIC100001", "9000")
    ]
