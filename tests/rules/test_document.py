"""Document: whether the terms of reference are themselves complete and current."""

from datetime import date
from typing import Any

import pytest

from rules import document
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)


def found(term: dict[str, Any], today: date = TODAY, **tables: str) -> list[str]:
    """Each finding as one line: status, subject and sentence."""
    findings = document.judge(body(document=term), facts(**tables), today)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


PERIOD = {"kind": "period", "begins": date(2020, 9, 1), "ends": date(2021, 8, 31)}


def test_terms_lapse_on_the_day_after_their_period() -> None:
    """The last day is still part of it."""
    assert found(PERIOD, date(2021, 8, 31)) == [
        "met | Terms of reference | These terms are for 2020 to 2021."
    ]
    assert found(PERIOD, date(2021, 9, 1)) == [
        "overdue | Terms of reference | These terms were for 2020 to 2021 and have lapsed."
    ]


def test_a_period_within_one_year_is_named_by_that_year() -> None:
    """Nobody reads 2021 to 2021."""
    term = {**PERIOD, "begins": date(2021, 1, 1)}

    assert found(term)[0].endswith("These terms were for 2021 and have lapsed.")


def test_the_date_of_the_document_is_shown() -> None:
    """A document gives its month."""
    term = {"kind": "dated", "dated": date(2024, 6, 1)}

    assert found(term) == ["met | Terms of reference | The document is dated June 2024."]


BLANK = {"kind": "blank", "what": "approval date", "duty": "Approval", "role": "vice chair"}
SAYS = "The approval date is blank in the document"


def test_a_blank_in_the_document_is_not_met() -> None:
    """A vacant seat and an approval to come fill nothing in."""
    tables = {
        "seats": "role | status\nvice chair | vacant",
        "duties": "duty | done_on\nApproval | 22 Nov 2026",
    }

    assert found(BLANK, **tables) == [f"not met | Approval date | {SAYS}."]


@pytest.mark.parametrize(
    ("tables", "how"),
    [
        ({"duties": "duty | done_on\nApproval | 1 Oct 2018"}, "recorded here: 1 October 2018"),
        ({"seats": "role | status\nvice chair | filled"}, "recorded on the roster"),
    ],
)
def test_a_blank_can_be_filled_in_by_a_record(tables: dict[str, str], how: str) -> None:
    """A dated duty, or somebody who holds the role."""
    assert found(BLANK, **tables) == [f"met | Approval date | {SAYS}; {how}."]


def test_a_seat_filled_fills_no_blank_that_names_no_role() -> None:
    """An ordinary member does not approve a document."""
    term = {"kind": "blank", "what": "approval date", "duty": "Approval"}

    assert found(term, seats="role | status\nmember | filled")[0].startswith("not met")


MISSING = {"kind": "missing", "what": "appendix", "duty": "Appendix"}


def test_something_missing_is_supplied_by_a_record() -> None:
    """A document without a date will do."""
    duties = """
        duty     | document
        Appendix | members.pdf
    """

    assert found(MISSING) == ["not met | Appendix | The appendix is not with the document."]
    assert found(MISSING, duties=duties) == [
        "met | Appendix | The appendix is not with the document; it is recorded here."
    ]


def test_each_subject_the_document_is_silent_on_is_said() -> None:
    """Silence is neither met nor failed."""
    term = {"kind": "silent", "about": ["quorum", "voting"]}

    assert found(term) == [
        "silent | Quorum | The document states no rule on quorum.",
        "silent | Voting | The document states no rule on voting.",
    ]
