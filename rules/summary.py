"""What a chair wants to know first: what to decide, what is late, was it quorate, when is the next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules.body import Body
from rules.calendar import add_months, day, held, listed, number, scheduled, weekday
from rules.facts import Facts, Meeting
from rules.finding import NEEDS_ATTENTION, Finding, Status
from rules.quorum import is_quorate

QUORATE = {
    Status.MET: "Quorate",
    Status.NOT_MET: "Sub-quorate",
    Status.SILENT: "The terms state no quorum",
    Status.NOT_APPLICABLE: "The terms need no quorum",
    Status.UNKNOWN: "Whether it was quorate is not known",
}
NOUNS = {
    "actions": "action",
    "cadence": "meeting or report",
    "document": "part of the document",
    "duties": "duty",
    "fee": "fee",
    "groups": "group",
    "notice": "set of papers or minutes",
    "office": "term of office",
    "pledges": "pledge",
    "review": "review",
}
PLURALS = {
    "meeting or report": "meetings or reports",
    "part of the document": "parts of the document",
    "duty": "duties",
    "set of papers or minutes": "sets of papers or minutes",
    "term of office": "terms of office",
}
MONTHS_SHOWN = 12


@dataclass(frozen=True)
class Headline:
    """One figure and one sentence; `subject` is decide, late, last or next."""

    subject: str
    figure: str
    says: str


def headlines(body: Body, facts: Facts, findings: Sequence[Finding], today: date) -> tuple[Headline, ...]:
    """The four headlines of a body on a day, from its facts and its findings of that day."""
    past, ahead = held(facts, today, body.main_group), scheduled(facts, today, body.main_group)
    return (
        _to_decide(findings),
        _late(findings),
        _last(body, facts, past),
        _next(ahead, findings, today),
    )


def attention(findings: Sequence[Finding], today: date) -> list[Finding]:
    """What a chair should look at: provisional, overdue, then not met, each the newest first.

    What was not met more than a year ago is left to the pages; what is overdue stays, however old.
    """
    since = add_months(today, -MONTHS_SHOWN)
    shown = [
        f for f in findings
        if f.status in NEEDS_ATTENTION and (f.status is not Status.NOT_MET or (f.on or today) >= since)
    ]  # fmt: skip
    return sorted(shown, key=lambda f: (NEEDS_ATTENTION.index(f.status), -(f.on or today).toordinal()))


def _to_decide(findings: Sequence[Finding]) -> Headline:
    waiting = [f for f in findings if f.family == "decision" and f.status is Status.PROVISIONAL]
    if not waiting:
        return Headline("decide", "0", "No decision awaits ratification.")
    return Headline("decide", str(len(waiting)), f"{waiting[0].about}. {waiting[0].says}")


def _late(findings: Sequence[Finding]) -> Headline:
    late = Counter(NOUNS[f.family] for f in findings if f.status is Status.OVERDUE)
    if not late:
        return Headline("late", "0", "Nothing recorded is overdue.")
    parts = listed(number(count, noun, PLURALS.get(noun, "")) for noun, count in late.items())
    return Headline("late", str(late.total()), f"Overdue: {parts}.")


def _last(body: Body, facts: Facts, past: Sequence[Meeting]) -> Headline:
    if not past:
        return Headline("last", "None", "No meeting is recorded yet.")
    last = past[-1]
    came = sum(map(len, (last.members, last.deputies, last.substitutes)))
    members = sum(o.is_member_on(last.meeting_on) for o in facts.organisations)
    says = f"{QUORATE[is_quorate(body, facts, last)]}. Member organisations at the {last.group_name} of "
    return Headline("last", f"{came} of {members}", f"{says}{day(last.meeting_on)}.")


def _next(ahead: Sequence[Meeting], findings: Sequence[Finding], today: date) -> Headline:
    if not ahead:
        return Headline("next", "Not set", "No meeting is scheduled.")
    on = ahead[0].meeting_on
    papers = [f.says for f in findings if f.family == "notice" and day(on) in f.about and "apers" in f.says]
    return Headline("next", number((on - today).days, "day"), " ".join([f"{weekday(on)}.", *papers[:1]]))
