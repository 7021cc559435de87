"""The health of a body's terms of reference on one card: what they are, what they lack, when they are due."""

from collections.abc import Sequence
from datetime import date

from rules.body import Body
from rules.document import Blank, Missing, Period, Silent
from rules.finding import Finding, Status
from rules.quorum import SilentQuorum
from rules.words import day, listed


def card(body: Body, findings: Sequence[Finding], today: date) -> dict[str, str]:
    """Label and plain words of each line, from the body's terms and its findings of a day."""
    return {
        "Document": body.title,
        "In force from": _in_force(body, today),
        "Period": _told(findings, Period) or "None stated.",
        "Blanks": _told(findings, Blank, Missing) or "None.",
        "Review": _reviews(findings),
        "Silent about": _silences(findings),
        "Read with care": _interpreted(body),
    }


def _in_force(body: Body, today: date) -> str:
    """The first day of any entry, and each later day on which one changed."""
    first, *later = sorted({entry.starts for _, entries in body.families() for entry in entries})
    changes = [day(on) for on in later if on <= today]
    return f"{day(first)}; entries were added on {', '.join(changes)}." if changes else f"{day(first)}."


def _told(findings: Sequence[Finding], *kinds: type) -> str:
    return " ".join(f.says for f in findings if isinstance(f.term, kinds))


def _reviews(findings: Sequence[Finding]) -> str:
    reviews = [f for f in findings if f.family == "review" and "terms" in f.about.lower()]
    open_ = [f for f in reviews if f.status is not Status.MET]
    return " ".join(f.says for f in open_ or reviews[-1:]) or "No cycle stated."


def _silences(findings: Sequence[Finding]) -> str:
    silent = {f.about.lower() for f in findings if isinstance(f.term, Silent)}
    silent |= {"quorum" for f in findings if isinstance(f.term, SilentQuorum)}
    return f"{listed(silent).capitalize()}." if silent else "Nothing that is judged here."


def _interpreted(body: Body) -> str:
    """How many entries can be read in more than one way."""
    entries = [entry for _, family in body.families() for entry in family]
    read = sum(entry.interpretation is not None for entry in entries)
    return f"{read} of {len(entries)} entries can be read in more than one way; each says how it is read."
