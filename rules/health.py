"""The health of a body's terms of reference on one card: what they are, what they lack, when they are due."""

from collections.abc import Sequence
from datetime import date

from rules import document, quorum, review
from rules.body import Body
from rules.finding import Finding, Status
from rules.words import day, listed


def card(body: Body, findings: Sequence[Finding], today: date) -> dict[str, str]:
    """Label and plain words of each line, from the body's terms and its findings of a day."""
    return {
        "Document": body.title,
        "In force from": _in_force(body, today),
        "Period": _told(document.period(findings)) or "None stated.",
        "Blanks": _told(document.gaps(findings)) or "None.",
        "Review": _reviews(findings),
        "Silent about": _silences(findings),
        "Read with care": _interpreted(body),
    }


def _in_force(body: Body, today: date) -> str:
    """The first day of any entry, and each later day on which one changed."""
    first, *later = sorted({entry.starts for entries in body.terms.values() for entry in entries})
    changes = [day(on) for on in later if on <= today]
    return f"{day(first)}; entries were added on {', '.join(changes)}." if changes else f"{day(first)}."


def _told(findings: Sequence[Finding]) -> str:
    return " ".join(finding.says for finding in findings)


def _reviews(findings: Sequence[Finding]) -> str:
    reviews = review.of_terms(findings)
    open_ = [f for f in reviews if f.status is not Status.MET]
    return _told(open_ or reviews[-1:]) or "No cycle stated."


def _silences(findings: Sequence[Finding]) -> str:
    silent = document.silences(findings)
    silent |= {"quorum"} if quorum.is_silent(findings) else set()
    return f"{listed(silent).capitalize()}." if silent else "Nothing that is judged here."


def _interpreted(body: Body) -> str:
    """How many entries can be read in more than one way."""
    entries = [entry for family in body.terms.values() for entry in family]
    read = sum(entry.interpretation is not None for entry in entries)
    return f"{read} of {len(entries)} entries can be read in more than one way; each says how it is read."
