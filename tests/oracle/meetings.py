"""What the terms say of a meeting: its quorum, papers and decisions, and how many there are in a year."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.days import Span, months_on, spans, working_days_before, written
from tests.oracle.reading import Verdict, came, days_of, held, is_within, members, rows_of, seats
from tests.oracle.setting import Row, World

YEARS_BACK = 3
PRESENT = ("present", "present remotely", "substitute")
HOLIDAYS_KNOWN_TO = 2028


def quorum(world: World, today: date, rule: str, group: str, sectors: tuple[str, ...]) -> Iterator[Verdict]:
    """C30, C32: each sector has somebody there, its own representative or a named deputy."""
    for day in held(world, group, today):
        yield rule, f"{group}, {written(day)}", quorum_on(world, group, day, sectors)


def quorum_on(world: World, group: str, day: date, sectors: tuple[str, ...]) -> str:
    if not rows_of(world, group, day):
        return "unknown"
    sector = {row["organisation"]: row["sector"] for row in world["organisations"]}
    there = {sector[name] for name, how in came(world, group, day).items() if how != "substitute"}
    if there >= set(sectors):
        return "met"
    strangers = not world["organisations"] and any(
        row["attendance"] in PRESENT for row in rows_of(world, group, day)
    )
    return "unknown" if None in there or strangers else "not met"


def forecast(world: World, today: date, rule: str, group: str, sectors: tuple[str, ...]) -> Iterator[Verdict]:
    """C30: whether each sector has a member left for the next meeting, once anybody has sent apologies."""
    day = next((day for day in days_of(world, group) if day > today), None)
    sent = {row["organisation"] for row in rows_of(world, group, day)} if day else set()
    if day and sent:
        seated = {row["organisation"] for row in seats(world, group, day) if row["status"] != "vacant"} - {
            None
        }
        left = [row for row in members(world, day) if row["organisation"] in seated or not seated]
        there = {row["sector"] for row in left if row["organisation"] not in sent}
        yield rule, f"{group}, {written(day)}", "due", there >= set(sectors)


def majority(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """C27: more votes for it than against; a tie is the chair's, of whom these worlds do not tell."""
    for decision in world["decisions"]:
        if decision["meeting_on"] <= today and (_was_voted_on(decision) or decision["votes_for"]):
            agreed, against = decision["votes_for"], decision["votes_against"]
            if agreed is not None and against is not None:
                yield rule, _about(decision), _majority_status(world, decision, agreed, against)
            elif _was_voted_on(decision):
                yield rule, _about(decision), "unknown"


def _majority_status(world: World, decision: Row, agreed: int, against: int) -> str:
    group, day = decision["group_name"], decision["meeting_on"]
    there = [row for row in rows_of(world, group, day) if row["attendance"] in PRESENT]
    guests = {row["organisation"] for row in there} - set(came(world, group, day))
    present = max(len({row["person"] for row in there}) - len(guests), len(came(world, group, day)))
    is_wrong = bool(present) and _votes(decision) > present
    if is_wrong or agreed == against or (decision["method"] == "consensus" and against):
        return "unknown"
    return "met" if agreed > against else "not met"


def ratification(
    world: World, today: date, rule: str, group: str, sectors: tuple[str, ...]
) -> Iterator[Verdict]:
    """C31: what a sub-quorate meeting decided stands once a later quorate meeting has ratified it."""
    days = held(world, group, today)
    for decision in _decisions(world, today, group):
        states = {day: quorum_on(world, group, day, sectors) for day in days}
        state = states.get(decision["meeting_on"], "unknown")
        if state == "not met":
            later = decision["ratified_on"] and decision["ratified_on"] > decision["meeting_on"]
            ratified = states.get(decision["ratified_on"]) if later else None
            state = ratified if ratified == "met" else "provisional"
            yield rule, _about(decision), state
        elif state == "unknown":
            yield rule, _about(decision), state


def _decisions(world: World, today: date, group: str) -> list[Row]:
    return [row for row in world["decisions"] if row["group_name"] == group and row["meeting_on"] <= today]


def _about(decision: Row) -> str:
    return f"Decision {decision['reference']}, {decision['group_name']}, {written(decision['meeting_on'])}"


def share_of_agencies(world: World, today: date, rule: str, share: Fraction) -> Iterator[Verdict]:
    """N28, N23: so many of the agencies present agreed; any deputy makes an agency present."""
    for decision in world["decisions"]:
        if _was_voted_on(decision) and decision["meeting_on"] <= today:
            present = len(came(world, decision["group_name"], decision["meeting_on"]))
            yield rule, _about(decision), _share_status(decision, present, share)


def _votes(decision: Row) -> int:
    return sum(decision[f"votes_{how}"] or 0 for how in ("for", "against", "abstained"))


def _was_voted_on(decision: Row) -> bool:
    """A vote against is none of a consensus; where the method is blank, votes tell."""
    if decision["method"] == "consensus":
        return bool(decision["votes_against"])
    return decision["method"] == "vote" or _votes(decision) > 0


def _share_status(decision: Row, present: int, share: Fraction) -> str:
    """More votes than agencies present are a slip of the pen, so nothing can be said of them."""
    agreed = decision["votes_for"]
    if agreed is None or not present or _votes(decision) > present or decision["method"] == "consensus":
        return "unknown"
    return "met" if Fraction(agreed, present) >= share else "not met"


def consents(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """N31: every partner whose consent is needed has given it."""
    for decision in world["decisions"]:
        needed, given = (_names(decision[f"consent_{key}"]) for key in ("needed_from", "given_by"))
        if needed and decision["meeting_on"] <= today:
            yield rule, _about(decision), "met" if given >= needed else "not met"


def _names(cell: str | None) -> set[str]:
    return {name.strip().lower() for name in (cell or "").split(";") if name.strip()}


def papers(world: World, today: date, rule: str, group: str, days: int, working: bool) -> Iterator[Verdict]:
    """N25, C33: papers are sent so many days before each meeting; also the latest day for sending them."""
    listed = [row for row in world["meetings"] if row["group_name"] == group]
    sent_on = {row["meeting_on"]: row["papers_sent_on"] for row in listed}
    for day in days_of(world, group):
        about = f"{group}, {written(day)}"
        limit = working_days_before(day, days) if working else day - timedelta(days)
        if day < months_on(today, -12 * YEARS_BACK):
            continue
        if day in sent_on and not (working and day.year > HOLIDAYS_KNOWN_TO):
            yield rule, about, _sent_by(sent_on[day], limit, day, today), written(limit)
        else:
            yield rule, about, "unknown", None


def _sent_by(sent: date | None, limit: date, day: date, today: date) -> str:
    if sent and sent <= today:
        return "met" if sent <= limit else "not met"
    if day <= today:
        return "unknown"
    return "due" if today <= limit else "overdue"


def amendments(world: World, today: date, rule: str, group: str, days: int) -> Iterator[Verdict]:
    """C41: the last day on which changes to the terms can be sent for a meeting ahead."""
    for day in days_of(world, group):
        limit = day - timedelta(days)
        if day > today:
            status = "due" if limit >= today else "not applicable"
            yield rule, f"{group}, {written(day)}", status, written(limit)


def cadence(
    world: World, today: date, rule: str, group: str, since: date, times: int, kind: str, spread: bool
) -> Iterator[Verdict]:  # fmt: skip
    """A34, C23, N24, W15: so many meetings in this year and each of the three before; gaps are quarters."""
    days = held(world, group, today)
    if not days:
        yield rule, group, "unknown", None
        return
    for span in list(spans(kind, max(days[0], since), today))[-1 - YEARS_BACK :]:
        count = sum(is_within(day, span.first, span.last) for day in days)
        gap = spread and any(_gaps(span, days, today))
        # the records reach back to the first day if their first meeting came when one was to be expected
        covered = since <= span.first and days[0] < months_on(span.first, 12 // times)
        status = _cadence_status(count >= times, gap, covered, span.last < today)
        yield rule, f"{group}, {span.label}", status, count


def _cadence_status(enough: bool, gap: bool, covered: bool, over: bool) -> str:
    if enough and not gap:
        return "met"
    if not over and not gap:
        return "due"
    return "not met" if covered else "not applicable"


def _gaps(span: Span, days: list[date], today: date) -> Iterator[bool]:
    """Whether each quarter of the year that is over went by without a meeting."""
    for month in (0, 3, 6, 9):
        first, after = months_on(span.first, month), months_on(span.first, month + 3)
        yield after <= today and not any(first <= day < after for day in days)
