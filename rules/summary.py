"""What a chair wants to know first: what to decide, what is late, was it quorate, when is the next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules import families, notice, quorum
from rules.body import Body
from rules.calendar import add_months
from rules.deciding import Consent
from rules.facts import Facts
from rules.finding import NEEDS_ATTENTION, Finding, Status
from rules.meetings import about, held, scheduled
from rules.membership import members
from rules.people import Meeting
from rules.words import day, listed, number, weekday

MONTHS_SHOWN = 12
NOT_KNOWN = "Not known"


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
        _to_decide(facts, findings),
        _late(facts, findings),
        _last(body, facts, findings, past),
        _next(facts, ahead, findings, today),
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


def _to_decide(facts: Facts, findings: Sequence[Finding]) -> Headline:
    if not facts.decisions and facts.covered_to("decisions") is None:
        return Headline("decide", NOT_KNOWN, "No decisions are loaded.")
    waiting = [f for f in findings if f.status is Status.PROVISIONAL]
    refused = [f for f in findings if isinstance(f.term, Consent) and f.status is Status.NOT_MET]
    says = []
    if waiting:
        oldest = min(f.on or date.max for f in waiting)
        says.append(
            f"{len(waiting)} taken without a quorum await ratification, the oldest since {day(oldest)}."
        )
    if refused:
        says.append(f"{number(len(refused), 'decision')} to spend without the partner's consent.")
    figure = str(len(waiting) + len(refused))
    return Headline("decide", figure, " ".join(says) or "No decision awaits ratification or consent.")


def _late(facts: Facts, findings: Sequence[Finding]) -> Headline:
    late = Counter(f.family for f in findings if f.status is Status.OVERDUE)
    if not late:
        unknown = sum(f.status is Status.UNKNOWN for f in findings)
        says = f"; {number(unknown, 'verdict is', 'verdicts are')} not known" if unknown else ""
        return Headline("late", "0" if facts.coverage else NOT_KNOWN, f"Nothing on record is overdue{says}.")
    days = [f.on for f in findings if f.status is Status.OVERDUE and f.on]
    since = f"; the oldest since {day(min(days))}" if days else ""
    parts = listed(number(count, *families.family(name).noun) for name, count in late.items())
    return Headline("late", str(late.total()), f"Overdue: {parts}{since}.")


def _last(body: Body, facts: Facts, findings: Sequence[Finding], past: Sequence[Meeting]) -> Headline:
    """What the quorum counted at the last meeting; where there is no quorum, how many members came."""
    if not past:
        return _none("last", "None", "No meeting is recorded yet.", facts)
    last = past[-1]
    judged = quorum.of_meeting(findings, last)
    if judged and judged.status is Status.UNKNOWN:
        return Headline("last", NOT_KNOWN, f"{about(last)}: {judged.says}")
    if judged and judged.value is not None:
        return Headline("last", f"{judged.value:g} of {judged.limit:g}", f"{judged.says} {about(last)}.")
    count = len(members(facts, last.meeting_on))
    says = judged.says if judged else quorum.without(body, facts, last)
    return Headline("last", f"{len(last.came)} of {count}", f"Members at {about(last)}. {says}")


def _next(facts: Facts, ahead: Sequence[Meeting], findings: Sequence[Finding], today: date) -> Headline:
    if not ahead:
        return _none("next", "Not set", "No meeting is scheduled.", facts)
    on = ahead[0].meeting_on
    papers = [finding.says for finding in notice.for_meeting(findings, ahead[0])]
    return Headline("next", number((on - today).days, "day"), " ".join([f"{weekday(on)}.", *papers[:1]]))


def _none(subject: str, figure: str, says: str, facts: Facts) -> Headline:
    """There is no such meeting, where any file would say so."""
    if facts.meetings or facts.covered_to("meetings"):
        return Headline(subject, figure, says)
    return Headline(subject, NOT_KNOWN, "No meetings are loaded.")
