"""A family is said once: whatever lists families takes them from one list, and none can be left out of it."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from streamlit.testing.v1 import AppTest

from rules import Bodies, Body, Facts, Finding, Status, families, judge, load_bodies
from rules.done import done
from rules.families import FAMILIES
from rules.family import Family
from rules.loading import TermsError
from rules.summary import headlines
from rules.terms import Term, in_force
from store import Store
from tests.rules.build import body, facts
from ui import session

HOME = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
MODULES = sorted(path.stem for path in (HOME / "rules").glob("*.py") if path.stem != "__init__")
BASE = "rules.terms"


def terms_in(module: str) -> set[type[Term]]:
    """The kinds of term that a module of rules defines."""
    held = vars(importlib.import_module(f"rules.{module}")).values()
    kinds = {each for each in held if isinstance(each, type) and issubclass(each, Term)}
    return {kind for kind in kinds if kind.__module__ == f"rules.{module}" != BASE}


@pytest.mark.parametrize("module", MODULES)
def test_terms_belong_to_a_family_that_is_listed(module: str) -> None:
    """Whatever kind of term a module defines, exactly one family knows it, wherever its module lies."""
    known = [kind for family in FAMILIES for kind in family.models]

    assert {kind: known.count(kind) for kind in terms_in(module)} == dict.fromkeys(terms_in(module), 1)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_with_a_family_is_listed_under_its_name(module: str) -> None:
    """And no other family is."""
    exported = getattr(importlib.import_module(f"rules.{module}"), "FAMILY", None)
    listed = [family for family in FAMILIES if family.name == module]

    assert listed == ([exported] if exported else [])
    assert all(family.models for family in listed)


def test_a_page_that_the_terms_make_empty_is_known() -> None:
    """Of a body without fees and pledges; a record on file gives the page of pledges something to tell."""
    of_body = body(actions={"kind": "followed up"})

    assert [families.is_empty(page, of_body, tuple) for page in ("fees", "pledges", "actions")] == [
        True, True, False,
    ]  # fmt: skip
    assert not families.is_empty("pledges", of_body, lambda: {"pledges"})
    assert families.is_empty("fees", of_body, lambda: {"pledges", "payments"})


def test_a_page_that_no_family_tells_of_is_never_empty() -> None:
    """Such as the overview."""
    assert not families.is_empty("overview", body(), tuple)


def test_each_family_can_be_shown_and_counted() -> None:
    """Titles and nouns are there and tell families apart."""
    assert len({family.title for family in FAMILIES}) == len(FAMILIES)
    assert all(family.title and all(family.noun) for family in FAMILIES)


# An invented family: what is borrowed is brought back by a day.
class Loan(Term):
    """Something that is lent until a day; a row of the kind `duties` brings it back."""

    kind: Literal["loan"]
    duty: str
    until: date


def _judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    for term in in_force(LOANS.of(body), today):
        late = not done(facts, term.duty, today) and term.until < today
        status, says = (Status.OVERDUE, "Not back yet.") if late else (Status.MET, "Back, or not due yet.")
        yield Finding(term, "loans", term.duty, status, says, on=term.until)


LOANS: Family[Loan] = Family("loans", "What is lent", ("loan", "loans"), Loan, _judge, on_calendar=True)
LENT = """
name = "A body"
short = "Body"
title = "Terms"
main_group = "Board"

[[loans]]
rule = "L1"
kind = "loan"
from = 2020-01-01
clause = "1"
says = "Chairs are brought back."
duty = "Twelve chairs"
until = 2026-10-01
"""


@dataclass(frozen=True)
class Place:
    """A folder with the invented body, which the whole house knows while it is there."""

    folder: Path

    def bodies(self) -> Bodies:
        return load_bodies(self.folder)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The invented family in the one list, and a body with a term of it."""
    monkeypatch.setattr(families, "FAMILIES", (*FAMILIES, LOANS))
    (tmp_path / "lent.toml").write_text(LENT, encoding="utf-8")
    return Place(tmp_path)


def test_an_unlisted_family_is_refused_by_name(tmp_path: Path) -> None:
    """What nobody would judge is not taken for terms."""
    (tmp_path / "lent.toml").write_text(LENT, encoding="utf-8")
    with pytest.raises(TermsError, match=r"lent\.toml, line 7: loans is not a key that the terms know"):
        load_bodies(tmp_path)


def test_a_misspelt_key_of_a_new_family_is_told(place: Place) -> None:
    """Its own model checks its entries, as that of any other family does."""
    (place.folder / "lent.toml").write_text(LENT.replace("until =", "untill ="), encoding="utf-8")
    with pytest.raises(TermsError, match=r"loans L1: untill is not a key .* Did you mean 'until'"):
        place.bodies()


def test_a_new_family_is_judged_counted_and_dated(place: Place) -> None:
    """From a terms file to a finding, to the headline of what is late and to the calendar."""
    body = place.bodies()["lent"]
    [finding] = judge(body, facts(), TODAY)
    late = next(each for each in headlines(body, facts(), [finding], TODAY) if each.subject == "late")

    assert (finding.family, finding.status, finding.term.source_line) == ("loans", Status.OVERDUE, 7)
    assert families.on_calendar([finding]) == [finding]
    assert late.says == "Overdue: 1 loan; the oldest since 1 October 2026."


@pytest.mark.parametrize(
    ("page", "title", "line"),
    [
        ("board/calendar.py", "Late: 1", "Twelve chairs"),
        ("board/terms.py", "What is lent", "Chairs are brought back"),
    ],
)
def test_a_new_family_is_on_the_pages(
    place: Place, page: str, title: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under its own title among the terms, and in the calendar."""
    path = tmp_path / "empty.duckdb"
    Store.open(path).close()
    monkeypatch.setenv("QUORATE_STORE", str(path))
    monkeypatch.setattr(session, "bodies", place.bodies)
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=60)
    app.query_params["as_of"] = "2026-11-21"
    app.switch_page(page).run()
    session.open_store(path).close()
    session._opened.clear()

    assert list(app.exception) == []
    assert any(each.value == title for each in (*app.header, *app.subheader))
    assert any(line in each.label for each in app.expander)


def test_what_stands_on_the_calendar() -> None:
    """What has a day on which it is due; a quorum or a fee has none."""
    assert {each.name for each in families.FAMILIES if each.on_calendar} == {
        "admission", "cadence", "document", "duties", "groups", "notice", "office", "review",
    }  # fmt: skip
