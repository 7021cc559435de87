"""Pledges: what each partner promised, on which theme, and how far it has come."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from rules.calendar import add_months
from rules.composition import members
from rules.duties import months_since
from rules.facts import Facts, Pledge
from rules.facts import Progress as Update
from rules.finding import Finding, Rows, Status
from rules.terms import Term, in_force
from rules.words import day, folded, number

if TYPE_CHECKING:
    from rules.body import Body


class EachPartner(Term):
    """Each member organisation has at least so many live pledges."""

    kind: Literal["each partner"]
    least: int = 1


class Themes(Term):
    """The themes that pledges serve; one without a pledge is a gap."""

    kind: Literal["themes"]
    themes: tuple[str, ...] = Field(min_length=1)


class Progress(Term):
    """When a pledge counts as behind or stale. A house default where the document gives no figure.

    `behind_points`: percentage points by which progress trails the time elapsed;
    `stale_months`: months without an update.
    """

    kind: Literal["progress"]
    behind_points: int
    stale_months: int = Field(gt=0)
    house_default: bool = True


PledgesTerm = Annotated[EachPartner | Themes | Progress, Field(discriminator="kind")]

FAMILY = "pledges"
REPORTED_WELL = {"green", "blue"}
ALL = (Rows.of("pledges"),)


def judge(body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    """What the pledges and their updates up to today say of each term."""
    for term in in_force(body.pledges, today):
        if facts.pledges:
            yield from JUDGES[type(term)](term, facts, today)
        else:
            yield Finding(term, FAMILY, "Pledges", Status.UNKNOWN, "No pledges are recorded.", rows=ALL)


def _each_partner(term: EachPartner, facts: Facts, today: date) -> Iterator[Finding]:
    names = [member.organisation for member in members(facts, today)]
    updates = _by_pledge(facts)
    live = [folded(pledge.organisation) for pledge in facts.pledges if _is_live(pledge, updates, today)]
    short = [name for name in names if live.count(folded(name)) < term.least]
    for name in short:
        count = live.count(folded(name))
        yield Finding(
            term, FAMILY, name, Status.NOT_MET,
            f"{number(count, 'live pledge')} of its own on record; the terms ask for at least {term.least}.",
            value=count, limit=term.least, unit="pledges", rows=(Rows.of("pledges", organisation=name),),
        )  # fmt: skip
    fine = len(names) - len(short)
    if not names:
        says = "No member organisations are recorded."
        yield Finding(term, FAMILY, "Member organisations", Status.UNKNOWN, says, rows=ALL)
    elif fine:
        about = "Other member organisations" if short else "Member organisations"
        says = f"{fine} of {number(len(names), 'organisation has', 'organisations have')} a live pledge."
        yield Finding(term, FAMILY, about, Status.MET, says, rows=ALL)


def _is_live(pledge: Pledge, updates: Mapping[str, list[Update]], today: date) -> bool:
    """Started, and not past its due date; one that was completed counts as well."""
    if pledge.start_on and pledge.start_on > today:
        return False
    running = pledge.due_on is None or pledge.due_on >= today
    return running or bool(_at_the_end(_known(pledge, updates.get(folded(pledge.reference), ()), today)))


def _themes(term: Themes, facts: Facts, today: date) -> Iterator[Finding]:
    started = [pledge for pledge in facts.pledges if (pledge.start_on or today) <= today]
    used = {folded(pledge.theme) for pledge in started}
    gaps = [theme for theme in term.themes if folded(theme) not in used]
    for theme in gaps:
        yield Finding(term, FAMILY, theme, Status.NOT_MET, "No pledge has this theme.", rows=ALL)
    if fine := len(term.themes) - len(gaps):
        says = f"{fine} of {number(len(term.themes), 'theme has', 'themes have')} a pledge."
        yield Finding(term, FAMILY, "Other themes" if gaps else "Themes", Status.MET, says, rows=ALL)
    named = {folded(theme) for theme in term.themes}
    outside = sorted(pledge.reference for pledge in started if folded(pledge.theme) not in named)
    if outside:
        says = f"{number(len(outside), 'pledge has', 'pledges have')} no theme from the list."
        rows = tuple(Rows.of("pledges", reference=reference) for reference in outside)
        yield Finding(term, FAMILY, "Pledges outside the themes", Status.UNKNOWN, says, rows=rows)


def _progress(term: Progress, facts: Facts, today: date) -> Iterator[Finding]:
    by_pledge = _by_pledge(facts)
    for pledge in sorted(facts.pledges, key=lambda pledge: pledge.reference):
        updates = _known(pledge, by_pledge.get(folded(pledge.reference), ()), today)
        status, says = computed(pledge, updates, term, today)
        yield Finding(
            term, FAMILY, f"{pledge.reference}, {pledge.organisation}", status, says, on=pledge.due_on,
            value=_share(updates), limit=elapsed(pledge, today),
            rows=(Rows.of("pledges", reference=pledge.reference),
                  Rows.of("pledge_progress", pledge_reference=pledge.reference)),
            detail=pledge.pledge,
        )  # fmt: skip


def computed(pledge: Pledge, updates: Iterable[Update], entry: Progress, today: date) -> tuple[Status, str]:
    """How a pledge stands by its updates up to today, and the partner's own rating where the two disagree."""
    known = _known(pledge, updates, today)
    status, says = _standing(pledge, known, entry, today)
    rag = next((update.rag for update in reversed(known) if update.rag), None)
    too_well = rag in REPORTED_WELL and status in (Status.NOT_MET, Status.OVERDUE)
    too_badly = rag == "red" and status is Status.MET
    return status, f"{says} The partner reports {rag}." if too_well or too_badly else says


def elapsed(pledge: Pledge, today: date) -> float | None:
    """The share (0 to 1) of the time between start and due date that has gone; None without both."""
    if pledge.start_on is None or pledge.due_on is None or pledge.start_on >= pledge.due_on:
        return None
    gone = (today - pledge.start_on) / (pledge.due_on - pledge.start_on)
    return min(max(gone, 0.0), 1.0)


def _by_pledge(facts: Facts) -> Mapping[str, list[Update]]:
    """The updates of each pledge, so that no rule searches all of them for every pledge."""
    updates: dict[str, list[Update]] = {}
    for update in facts.pledge_progress:
        updates.setdefault(folded(update.pledge_reference), []).append(update)
    return updates


def _known(pledge: Pledge, updates: Iterable[Update], today: date) -> list[Update]:
    """The updates of one pledge up to today, oldest first."""
    known = (
        u for u in updates if folded(u.pledge_reference) == folded(pledge.reference) and u.as_at <= today
    )
    return sorted(known, key=lambda update: update.as_at)


def _share(known: Iterable[Update]) -> float | None:
    if _is_hidden(known):
        return None
    return next((u.progress_share for u in reversed([*known]) if u.progress_share is not None), None)


def _is_hidden(known: Iterable[Update]) -> bool:
    """Whether the latest update with a percentage has it hidden: an older one would tell of another day."""
    latest = next((u for u in reversed([*known]) if _hides(u) or u.progress_share is not None), None)
    return latest is not None and _hides(latest)


def _hides(update: Update) -> bool:
    return "progress_share" in (update.suppressed or ())


def _at_the_end(known: Iterable[Update]) -> list[Update]:
    """The latest run of updates that report all of it done, the newest first."""
    counted = [update for update in known if update.progress_share is not None]
    return list(takewhile(lambda update: update.progress_share >= 1, reversed(counted)))


def _standing(pledge: Pledge, known: list[Update], entry: Progress, today: date) -> tuple[Status, str]:
    share = _share(known)
    if _is_hidden(known):
        return Status.UNKNOWN, "How far it has come would tell a count too small to be shown."
    if at_the_end := _at_the_end(known):
        return _complete(pledge, at_the_end)
    if pledge.start_on and pledge.start_on > today:
        return Status.DUE, f"Starts on {day(pledge.start_on)}."
    if pledge.due_on and pledge.due_on < today:
        reached = "nothing reported" if share is None else f"{share * 100:.4g}% done"
        return Status.OVERDUE, f"Overdue since {day(pledge.due_on)}: {reached}."
    if not known:
        return _never_updated(pledge, entry, today)
    return _on_the_way(pledge, share, known[-1].as_at, entry, today)


def _complete(pledge: Pledge, at_the_end: list[Update]) -> tuple[Status, str]:
    if not any(update.evidence for update in at_the_end):
        return Status.UNKNOWN, "Complete, evidence missing."
    on = at_the_end[-1].as_at
    if pledge.due_on and on > pledge.due_on:
        return Status.MET, f"Complete on {day(on)}, completed late: it was due by {day(pledge.due_on)}."
    return Status.MET, f"Complete on {day(on)}."


def _never_updated(pledge: Pledge, entry: Progress, today: date) -> tuple[Status, str]:
    if pledge.start_on is None or add_months(pledge.start_on, entry.stale_months) >= today:
        return Status.UNKNOWN, "No update is recorded yet."
    ago = number(months_since(pledge.start_on, today), "month")
    return Status.NOT_MET, f"No update in the {ago} since the start on {day(pledge.start_on)}."


def _on_the_way(
    pledge: Pledge, share: float | None, updated_on: date, entry: Progress, today: date
) -> tuple[Status, str]:
    gone = elapsed(pledge, today)
    of_time = "" if gone is None else f" with {gone:.0%} of the time gone"
    done = "" if share is None else f"{share * 100:.4g}% done{of_time}"
    if done and gone is not None and round((gone - share) * 100, 6) > entry.behind_points:
        return Status.NOT_MET, f"Behind: {done}."
    if add_months(updated_on, entry.stale_months) < today:
        ago = number(months_since(updated_on, today), "month")
        return Status.NOT_MET, f"No update for {ago}, since {day(updated_on)}."
    if not done:
        return Status.UNKNOWN, "Updated, but without a percentage."
    if gone is None:
        return Status.UNKNOWN, f"{done.capitalize()}, but without a start and a due date to judge it by."
    return Status.MET, f"On track: {done}."


JUDGES: Mapping[type[Term], Callable[[Any, Facts, date], Iterator[Finding]]] = {
    EachPartner: _each_partner,
    Themes: _themes,
    Progress: _progress,
}
