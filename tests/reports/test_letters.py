"""Letters drafted from verdicts: to whom, what for, by which clause, and as a mail program reads them."""

import email
import email.policy
from datetime import date, datetime

import polars as pl
import pytest

from reports import Mail, eml, letters
from reports.letters import ABSENT, ANSWER, FEE, UPDATE
from rules import judge
from tests.rules.build import body, facts
from ui.frames_letters import addresses, untold

TODAY = date(2026, 11, 30)
BOARD = body(
    title="The terms",
    attendance={"kind": "apologies or substitute", "clause": "3.2"},
    fee={"kind": "bands", "clause": "7", "boundary_gbp": 1000, "over_gbp": 100, "under_gbp": 50,
         "first_year": 2025},
    pledges={"kind": "progress", "clause": "9", "behind_points": 10, "stale_months": 6},
)  # fmt: skip
KNOWN = facts(
    organisations="organisation | turnover_gbp\nAlder | 500\nBirch | 5000",
    meetings="meeting_on\n1 Sep 2026\n1 Nov 2026",
    attendance_by_organisation="""
        meeting_on | organisation | attendance
        1 Sep 2026 | Birch        | absent
        1 Nov 2026 | Alder        | absent
        1 Nov 2026 | Birch        | apologies
    """,
    payments="""
        organisation | financial_year | paid_on    | amount_gbp
        Birch        | 2025/26        | 1 May 2025 | 100
    """,
    pledges="reference | organisation | pledge | start_on\nP1 | Birch | Visits | 1 Jan 2026",
)
ANSWERED = {
    "organisation": "Birch", "about": "pledge", "reference": "P1", "response": "queried", "note": "Not ours",
    "said_on": date(2026, 11, 2), "answer": "accepted", "answered_on": date(2026, 11, 9), "answer_note": None,
}  # fmt: skip
WAITING = ANSWERED | {"answer": None, "answered_on": None}


def test_each_letter_follows_from_a_verdict_or_an_answer() -> None:
    """Apologies are no absence, an older meeting is past, what is paid is owed no more, what waits is not
    answered.
    """
    found = letters(BOARD, KNOWN, judge(BOARD, KNOWN, TODAY), [ANSWERED, WAITING], lambda name: (), TODAY)

    assert [(each.kind, each.organisation, each.subject) for each in found] == [
        (ABSENT, "Alder", "the meeting on 1 November 2026"),
        (FEE, "Alder", "the fee, 2025/26"),
        (UPDATE, "Birch", "news of P1"),
        (ANSWER, "Birch", "your word on pledge, P1"),
    ]
    says = [each.mail.text for each in found]
    assert "£50" in says[1] and "P1, Visits: No update" in says[2]
    assert "accepted on 9 November 2026." in says[3] and "You wrote: “Not ours”" in says[3]


def test_the_clause_is_named_where_a_document_has_one() -> None:
    """A house default is nobody's clause, so a letter does not lean on one."""
    written = BOARD.model_copy(
        update={
            "terms": {
                name: tuple(entry.model_copy(update={"source_file": "terms.toml"}) for entry in entries)
                for name, entries in BOARD.terms.items()
            }
        }
    )
    for board, told in ((BOARD, False), (written, True)):
        found = letters(board, KNOWN, judge(board, KNOWN, TODAY), [], lambda name: (), TODAY)
        assert ["See The terms, 7." in each.mail.text for each in found if each.kind == FEE] == [told]


@pytest.mark.parametrize(
    ("contact", "to"),
    [("Pat Lee", ("pat@alder.example",)), ("Nobody", ("kim@alder.example", "pat@alder.example"))],
)
def test_it_goes_to_the_primary_contact_or_else_to_all_who_hold_a_seat(
    contact: str, to: tuple[str, ...]
) -> None:
    """Never to somebody whose seat has ended, nor to another organisation."""
    access = pl.DataFrame(
        {
            "email": [
                "pat@alder.example",
                "kim@alder.example",
                "old@alder.example",
                "bo@birch.example",
                None,
            ],
            "person": ["Pat Lee", "Kim Fay", "Old Ash", "Bo Elm", "No Mail"],
            "organisation": ["Alder", "Alder", "Alder", "Birch", "Alder"],
            "from_on": [None, None, None, None, None],
            "to_on": [None, None, date(2026, 1, 1), None, None],
        }
    )
    seats = facts(seats=f"organisation | person | primary_contact\nAlder | {contact} | yes").seats

    assert addresses(access, seats, TODAY)("ALDER") == to


def test_a_draft_opens_in_a_mail_program() -> None:
    """A standard library finds its words, and no line of a name becomes a header of its own."""
    made = eml(Mail("Fee\r\nBcc: all@example.org", ("Dear Zoë,", "£50 is open."), (), ("a@example.org",)),
               datetime(2026, 11, 30, 9, 0))  # fmt: skip
    read = email.message_from_bytes(made, policy=email.policy.default)

    assert (read["Subject"], read["To"], read["Bcc"]) == ("Fee Bcc: all@example.org", "a@example.org", None)
    assert (read["X-Unsent"], read["Date"].datetime.hour) == ("1", 9)
    assert read.get_content().splitlines() == ["Dear Zoë,", "", "£50 is open."]


def test_what_would_ask_for_a_letter_and_is_not_loaded_is_named() -> None:
    """A register without a row is one; what the terms do not ask for is not missed."""
    terms = body(attendance={"kind": "apologies or substitute"}, pledges={"kind": "each partner", "least": 1})
    whole = "kind | as_at\npledges | 2026-11-21"

    assert untold(terms, facts(coverage="kind | as_at")) == ["attendance", "pledges"]
    assert untold(terms, facts(coverage=whole)) == ["attendance"]
