"""Cross-file integrity: where one file contradicts another, or leaves open what the terms ask for."""

from datetime import date

from rules.against_roster import AGAINST_THE_ROSTER, NO_ROSTER
from rules.among_files import AMONG_THE_FILES
from rules.body import Body
from rules.contradictions import CONTRADICTIONS
from rules.facts import Facts
from rules.mismatch import Mismatch
from rules.unread import UNREAD

__all__ = ["Mismatch", "mismatches"]


def mismatches(body: Body, facts: Facts, today: date) -> list[Mismatch]:
    """Everything in the files of a body that does not fit together on a day, kind by kind.

    Without a single organisation that is said once, instead of each name being held against no roster.
    """
    first = AGAINST_THE_ROSTER if facts.organisations else (NO_ROSTER,)
    return [
        Mismatch(check.what, subject, says, check.remedy, rows)
        for check in (*first, *AMONG_THE_FILES, *CONTRADICTIONS, *UNREAD)
        for subject, says, rows in check.find(body, facts, today)
    ]
