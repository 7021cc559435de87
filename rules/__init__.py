"""The judgement: pure functions of a body's terms, the facts and the day, which yield findings."""

import math
from datetime import date

from rules import families
from rules.body import Body
from rules.facts import Facts
from rules.faults import TermsError
from rules.finding import Finding, Rows, Status
from rules.loading import Bodies, every_body, load_bodies
from rules.reading import as_read
from rules.usual import Usual, usual_words

__all__ = [
    "Bodies", "Body", "Facts", "Finding", "Rows", "Status", "TermsError", "Usual", "as_read",
    "every_body", "judge", "load_bodies", "usual_words",
]  # fmt: skip

SEVERITY = {status: place for place, status in enumerate(Status)}


def judge(body: Body, facts: Facts, today: date) -> list[Finding]:
    """Everything the terms of a body, read as the secretariat chose, have to say of the facts on a day.

    The gravest status first; what is due by its day, the rest with the newest first; no day comes last.
    """
    body = as_read(body, facts.interpretations)
    findings = [finding for family in families.FAMILIES for finding in family.judge(body, facts, today)]
    return sorted(findings, key=_place)


def _place(finding: Finding) -> tuple[int, float, str, str, str]:
    day = finding.on.toordinal() if finding.on else math.inf
    newest_first = finding.on and finding.status is not Status.DUE
    place = SEVERITY[finding.status], -day if newest_first else day
    return *place, finding.about, finding.rule, finding.says
