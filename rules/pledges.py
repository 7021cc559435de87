"""Pledges: what each partner promised, on which theme, and how far it has come."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from kinds.meant import several_of
from kinds.names import folded
from rules.body import Body
from rules.calendar import add_months
from rules.coverage import held_back, not_covered
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding, Rows, Status
from rules.membership import members, no_members, others_are_fine
from rules.records import Pledge
from rules.records import Progress as Update
from rules.standing import Progress, computed, elapsed
from rules.terms import Term, in_force
from rules.updates import at_the_end, share_of, updates_of
from rules.words import number


class EachPartner(Term):
    """Each member organisation has at least so many live pledges."""

    kind: Literal["each partner"]
    least: int = Field(default=1, gt=0)


class Themes(Term):
    """The themes that pledges serve; one without a pledge is a gap."""

    kind: Literal["themes"]
    themes: tuple[str, ...] = Field(min_length=1)


PledgesTerm = Annotated[EachPartner | Themes | Progress, Field(discriminator="kind")]

NAME = "pledges"
ALL = (Rows.of("pledges"),)


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What the pledges and their updates up to today say of each term."""
    for term in in_force(FAMILY.of(body), today):
        if not facts.pledges:
            yield Finding(term, NAME, "Pledges", Status.UNKNOWN, "No pledges are recorded.", rows=ALL)
            continue
        gap = _no_progress(facts) if isinstance(term, Progress) else not_covered(facts, "pledges", date.min)
        for finding in JUDGES[type(term)](term, facts, today):
            yield held_back(finding, gap)


def _no_progress(facts: Facts) -> str:
    return "" if facts.pledge_progress else not_covered(facts, "pledge_progress", date.min)


def _each_partner(term: EachPartner, facts: Facts, today: date) -> Iterator[Finding]:
    names = [member.organisation for member in members(facts, today)]
    live = Counter(folded(pledge.organisation) for pledge in facts.pledges if _is_live(pledge, facts, today))
    short = [name for name in names if live[folded(name)] < term.least]
    for name in short:
        count = live[folded(name)]
        yield Finding(
            term, NAME, name, Status.NOT_MET,
            f"{number(count, 'live pledge')} of its own on record; the terms ask for at least {term.least}.",
            value=count, limit=term.least, unit="pledges", rows=(Rows.of("pledges", organisation=name),),
        )  # fmt: skip
    if not names:
        yield replace(no_members(term, NAME), rows=ALL)
    yield from others_are_fine(term, NAME, len(short), len(names), "a live pledge", *ALL)


def _is_live(pledge: Pledge, facts: Facts, today: date) -> bool:
    """Started, and not past its due date; one that was completed counts as well."""
    if pledge.start_on and pledge.start_on > today:
        return False
    running = pledge.due_on is None or pledge.due_on >= today
    return running or bool(at_the_end(updates_of(pledge, facts, today)))


def _themes(term: Themes, facts: Facts, today: date) -> Iterator[Finding]:
    started = [pledge for pledge in facts.pledges if (pledge.start_on or today) <= today]
    used = {theme for pledge in started for theme in several_of(pledge.theme, term.themes)}
    gaps = [theme for theme in term.themes if theme not in used]
    for theme in gaps:
        yield Finding(term, NAME, theme, Status.NOT_MET, "No pledge has this theme.", rows=ALL)
    if fine := len(term.themes) - len(gaps):
        says = f"{fine} of {number(len(term.themes), 'theme has', 'themes have')} a pledge."
        yield Finding(term, NAME, "Other themes" if gaps else "Themes", Status.MET, says, rows=ALL)
    if outside := _outside(term, started):
        says = f"{number(len(outside), 'pledge has', 'pledges have')} no theme from the list."
        rows = tuple(Rows.of("pledges", reference=reference) for reference in outside)
        yield Finding(term, NAME, "Pledges outside the themes", Status.UNKNOWN, says, rows=rows)


def _outside(term: Themes, pledges: Sequence[Pledge]) -> list[str]:
    """The references of pledges with none of the themes."""
    return sorted(pledge.reference for pledge in pledges if not several_of(pledge.theme, term.themes))


def _progress(term: Progress, facts: Facts, today: date) -> Iterator[Finding]:
    for pledge in sorted(facts.pledges, key=lambda pledge: pledge.reference):
        updates = updates_of(pledge, facts, today)
        status, says, word = computed(pledge, updates, term, today)
        yield Finding(
            term, NAME, f"{pledge.reference}, {pledge.organisation}", status, says, on=pledge.due_on,
            value=share_of(updates), limit=elapsed(pledge, today),
            rows=(Rows.of("pledges", reference=pledge.reference),
                  Rows.of("pledge_progress", pledge_reference=pledge.reference)),
            detail=pledge.pledge, word=word,
        )  # fmt: skip


def of_each(findings: Sequence[Finding]) -> list[Finding]:
    """How each pledge stands, one finding for one pledge."""
    return [finding for finding in FAMILY.among(findings) if isinstance(finding.term, Progress)]


def themes(body: Body, today: date) -> list[str]:
    """The themes that the terms of a day ask pledges to serve."""
    terms = in_force(FAMILY.of(body), today)
    return [theme for term in terms if isinstance(term, Themes) for theme in term.themes]


def least(body: Body, today: date) -> int | None:
    """How many pledges the terms of a day ask of each partner; None where they do not say."""
    asked = (term.least for term in in_force(FAMILY.of(body), today) if isinstance(term, EachPartner))
    return next(asked, None)


def next_update(body: Body, pledge: Pledge, last: Update | None, today: date) -> date | None:
    """The day after which a pledge counts as stale; None where no update is asked for any more."""
    since = last.as_at if last else pledge.start_on
    months = (term.stale_months for term in in_force(FAMILY.of(body), today) if isinstance(term, Progress))
    asked = next(months, None)
    is_over = last is not None and last.progress_share == 1
    return None if since is None or asked is None or is_over else add_months(since, asked)


JUDGES: Mapping[type[Term], Callable[[Any, Facts, date], Iterator[Finding]]] = {
    EachPartner: _each_partner,
    Themes: _themes,
    Progress: _progress,
}

FAMILY: Family[PledgesTerm] = Family(
    NAME,
    "Pledges",
    ("pledge", "pledges"),
    PledgesTerm,
    judge,
    page="pledges",
    shows=("pledges",),
)
