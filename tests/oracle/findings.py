"""The product's findings as tuples like the oracle's, for the kinds of terms that the oracle judges."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from rules import Finding
from tests.oracle.reading import Verdict

Figures = tuple[object, ...]
LIMIT = re.compile(r"(?:by|last day was) (?:[A-Z]\w+day )?(\d{1,2} [A-Z][a-z]+ \d{4})")


def _nothing(finding: Finding) -> Figures:
    return ()


def _value(finding: Finding) -> Figures:
    return (finding.value,)


def _limit(finding: Finding) -> Figures:
    """The latest day of dispatch that the sentence names."""
    return ((LIMIT.findall(finding.says) or [None])[0],)


def _fee(finding: Finding) -> Figures:
    return finding.limit, finding.value


def _rate(finding: Finding) -> Figures:
    """Meetings attended, meetings known, and those attended by a substitute alone."""
    if not (counts := re.match(r"(\d+) of (\d+) meetings?", finding.says)):
        return ()
    apart = re.search(r"(\d+) more by a substitute", finding.says)
    return int(counts[1]), int(counts[2]), int(apart[1]) if apart else 0


def _rest(finding: Finding) -> Figures:
    """How many are fine of how many, or the count of the one that is not."""
    counts = re.match(r"(\d+) of (\d+) ", finding.says)
    if counts:
        return int(counts[1]), int(counts[2])
    return () if finding.status == "unknown" else (finding.value,)


def _seats(finding: Finding) -> Figures:
    """Filled, unconfirmed and vacant seats."""
    words = "unconfirmed", "vacant"
    others = [re.search(rf"(\d+) of \d+ seats? (?:is|are) {word}", finding.says) for word in words]
    return int(finding.value or 0), *(int(found[1]) if found else 0 for found in others)


def _ahead(finding: Finding) -> Figures:
    """Of a meeting ahead, whether each thing it needs could still be there."""
    return (all(need.is_met for need in finding.needs),) if finding.status == "due" else ()


def _late(finding: Finding) -> Figures:
    """How often an action was carried forward, or whether it was completed late."""
    if finding.status == "overdue":
        carried = re.search(r"carried forward (?:(once)|(twice)|(\d+) times)", finding.says)
        return (int(carried[3] or carried.lastindex or 0) if carried else 0,)
    return ("completed late" in finding.says if finding.status == "met" else None,)


def _figures(finding: Finding) -> Figures:
    """What is counted, of how many."""
    return finding.value, finding.limit


def _day(finding: Finding) -> Figures:
    """The day on which it is due or was last done."""
    return (finding.on,)


def _together(finding: Finding) -> Figures:
    """How many are fine of how many, where that is said of several."""
    counts = re.match(r"(\d+) of (\d+) ", finding.says)
    return (int(counts[1]), int(counts[2])) if counts else ()


FIGURES: dict[tuple[str, str], Callable[[Finding], Figures]] = {
    ("quorum", "needed"): _ahead,
    ("decision", "majority"): _nothing,
    ("office", "from members"): _nothing,
    ("decision", "ratification"): _nothing,
    ("decision", "share of agencies present"): _nothing,
    ("decision", "consent"): _nothing,
    ("notice", "papers"): _limit,
    ("notice", "amendments"): _limit,
    ("cadence", "meetings"): _value,
    ("attendance", "expected"): _rate,
    ("fee", "bands"): _fee,
    ("composition", "primary contact"): _rest,
    ("composition", "size"): _value,
    ("composition", "sectors"): _value,
    ("composition", "seats"): _seats,
    ("actions", "followed up"): _late,
    ("actions", "due at next meeting"): _late,
    ("pledges", "each partner"): _rest,
    ("pledges", "progress"): _nothing,
    ("review", "every"): _nothing,
    ("admission", "signed"): _nothing,
    ("admission", "eligibility"): _nothing,
    ("admission", "applications"): _nothing,
    ("admission", "applications decided"): _nothing,
    ("admission", "observers"): _nothing,
    ("admission", "temporary members"): _nothing,
    ("groups", "lead"): _nothing,
    ("groups", "agreed"): _nothing,
    ("groups", "reports"): _nothing,
    ("groups", "reviewed"): _nothing,
    ("groups", "idle"): _nothing,
    ("groups", "time-limited"): _nothing,
    ("groups", "members take part"): _together,
    ("duties", "report"): _day,
    ("duties", "once"): _nothing,
    ("duties", "each member"): _figures,
    ("duties", "each meeting"): _figures,
    ("duties", "checklist"): _figures,
    ("duties", "rise"): _nothing,
    ("duties", "sign-off"): _nothing,
    ("duties", "published"): _nothing,
    ("duties", "each publication"): _figures,
    ("review", "municipal year"): _nothing,
}


def tuples(findings: Iterable[Finding], today: date) -> set[Verdict]:
    """(rule, subject, status, …figures) of every finding that the oracle has a verdict for."""
    return {verdict for finding in findings for verdict in _tuple(finding, today)}


def _tuple(finding: Finding, today: date) -> Iterator[Verdict]:
    figures = FIGURES.get((finding.family, finding.term.kind))
    if figures and not _is_no_verdict(finding, today):
        status = str(finding.status)
        if finding.family == "review":
            status = "overdue" if status in ("overdue", "not met") else "in time"
        yield finding.rule, finding.about, status, *figures(finding)


def _is_no_verdict(finding: Finding, today: date) -> bool:
    """Left out of the comparison: meetings before the terms, and what non-members paid."""
    match finding.family:
        case "quorum":
            return finding.status == "not applicable"
        case "review":
            ahead = bool(finding.on and finding.on > today) and finding.term.kind != "every"
            return ahead or finding.status == "not applicable"
        case "fee":
            return "/" not in finding.about
    return False
