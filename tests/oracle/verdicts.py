"""The oracle: what the register of rules says of a body's records, in plain Python and from nothing else.

Each body's rules with the figures of its own document; a verdict is (rule, subject, status, …figures).
"""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import partial

from tests.oracle import joining, meetings, members, owed, promises
from tests.oracle.reading import Verdict
from tests.oracle.setting import SETTINGS, TERMS, World

Judge = Callable[[World, date], Iterator[Verdict]]
SECTORS = {body: setting.sectors for body, setting in SETTINGS.items()}
NATIONAL, KENT, NOTTS, WALSALL = (
    date(2017, 4, 1), date(2020, 9, 1), date(2018, 1, 1), date(2024, 6, 1)
)  # fmt: skip

MEETING = ("meetings", "attendance", "decisions")


def _of_the_day(judge: Judge, since: date) -> Judge:
    """The judge with nothing before it of meetings that were held before the terms came into force."""

    def judged(world: World, today: date) -> Iterator[Verdict]:
        kept = {kind: [row for row in world[kind] if row["meeting_on"] >= since] for kind in MEETING}
        return judge({**world, **kept}, today)

    return judged


def _national() -> tuple[Judge, ...]:
    since, group = NATIONAL, "Main meeting"
    return (
        partial(promises.review, rule="A15", since=since, duty="Review of the membership fee", months=12),
        partial(promises.review, rule="A32", since=since, duty="Review of the secretariat", months=24),
        partial(promises.review, rule="A39", since=since, duty=TERMS, months=24),
        partial(
            meetings.cadence, rule="A34", group=group, since=since, times=4, kind="calendar", spread=True
        ),
        partial(members.fees, rule="A12"),
        _of_the_day(partial(members.attendance, rule="A10", group=group), since),
        partial(members.primary_contact, rule="A07"),
        partial(promises.actions, rule="A22", group=group, at_next_meeting=False),
        partial(joining.signed, rule="A02"),
        partial(joining.eligible, rule="A03", sector=SECTORS["national_alliance"][0]),
        partial(joining.applied, rule="A04"),
        partial(joining.admitted, rule="A05", group=group),
        partial(owed.by_members, rule="A06", duty="Permission to attend"),
        partial(joining.taking_part, rule="A11"),
        partial(joining.observing, rule="A16"),
        partial(owed.with_logo, rule="A19"),
        partial(owed.signed_off, rule="A22"),
        partial(owed.once, rule="A24", duty="Role description of the chair"),
        partial(joining.of_groups, rule="A28", group=group, how="lead"),
        partial(joining.of_groups, rule="A29", group=group, how="agreed"),
        partial(joining.of_groups, rule="A30", group=group, how="last_report_on", months=6),
        partial(joining.of_groups, rule="A31", group=group, how="idle", months=12),
        partial(owed.signed_off, rule="A38", kinds=owed.MEDIA),
    )


def _kent() -> tuple[Judge, ...]:
    since, group, names = KENT, "Strategy Group", SECTORS["kent_medway"]
    return (
        _of_the_day(partial(meetings.quorum, rule="C30", group=group, sectors=names[:3]), since),
        partial(meetings.forecast, rule="C30", group=group, sectors=names[:3]),
        _of_the_day(partial(meetings.majority, rule="C27"), since),
        partial(members.from_members, rule="C25", group=group, role="chair"),
        _of_the_day(partial(meetings.ratification, rule="C31", group=group, sectors=names[:3]), since),
        _of_the_day(partial(meetings.papers, rule="C33", group=group, days=7, working=False), since),
        _of_the_day(partial(meetings.amendments, rule="C41", group=group, days=10), since),
        partial(
            meetings.cadence, rule="C23", group=group, since=since, times=4, kind="calendar", spread=True
        ),
        partial(promises.review, rule="C43", since=since, duty=TERMS, months=12),
        partial(promises.actions, rule="C23", group=group, at_next_meeting=False),
        partial(promises.review, rule="C43", since=since, duty="Review of the membership", months=12),
        _of_the_day(partial(members.attendance, rule="C17", group=group), since),
        partial(members.size, rule="C13", group=group, least=7, most=20),
        partial(members.size, rule="C15", group="Operational Group", least=7, most=30),
        partial(members.sectors, rule="C13", group=group, wanted=names[:3]),
        partial(members.sectors, rule="C14", group=group, wanted=(*names[:2], *names[3:]), missing="due"),
        *_of_steps("kent_medway", ("C34", "C36", "C40")),
        partial(owed.once, rule="C07", duty="Funding bid"),
        partial(owed.risen, rule="C09", measures=SETTINGS["kent_medway"].measures),
        partial(
            owed.by_members, rule="C15", duty="Training of the designated member of staff",
            group="Operational Group",
        ),
        partial(owed.at_meetings, rule="C29", duty="Declarations of interest", group=group),
    )  # fmt: skip


def _of_steps(body: str, rules: tuple[str, ...]) -> Iterator[Judge]:
    for rule, (each, duties) in zip(rules, SETTINGS[body].steps, strict=True):
        yield partial(owed.steps, rule=rule, each=each, duties=duties)


def _notts() -> tuple[Judge, ...]:
    since, group = NOTTS, "Alliance"
    report = "Review of the safeguarding board's annual report"
    return (
        _of_the_day(partial(meetings.papers, rule="N25", group=group, days=5, working=True), since),
        _of_the_day(partial(meetings.share_of_agencies, rule="N28", share=Fraction(60, 100)), since),
        _of_the_day(partial(meetings.consents, rule="N31"), since),
        partial(
            meetings.cadence, rule="N24", group=group, since=since, times=6, kind="calendar", spread=False
        ),
        partial(promises.review, rule="N12", since=since, duty=report, months=12),
        partial(promises.actions, rule="own date", group=group, at_next_meeting=False, asking="N12"),
        partial(promises.each_partner, rule="N09"),
        partial(promises.progress, rule="N09"),
        partial(members.sectors, rule="N14", group=group, wanted=SECTORS["nottinghamshire"]),
        *_of_steps("nottinghamshire", ("N13",)),
        partial(owed.once, rule="N10", duty="Joint project"),
        partial(owed.once, rule="N11", duty="Approval of the needs assessment topics"),
        partial(owed.by_members, rule="N15", duty="Seniority of the representative confirmed"),
        partial(joining.temporary, rule="N17"),
        partial(
            owed.report, rule="N18", duty="Report to the Health and Wellbeing Board", is_yearly=False
        ),
        partial(
            owed.report, rule="N19", duty="Annual report to the Children and Young People Committee",
            is_yearly=True,
        ),
        partial(joining.time_limited, rule="N32"),
        partial(joining.of_groups, rule="N33", group=group, how="last_report_on", months=6),
        partial(joining.of_groups, rule="N34", group=group, how="reviewed_on", months=12),
    )  # fmt: skip


def _walsall() -> tuple[Judge, ...]:
    since, group = WALSALL, "Alliance"
    return (
        partial(
            meetings.cadence, rule="W15", group=group, since=since, times=3, kind="municipal", spread=False
        ),
        partial(promises.municipal_review, rule="W22", since=since, duty=TERMS),
        partial(promises.actions, rule="W16", group=group, at_next_meeting=True),
        partial(promises.each_partner, rule="W10"),
        partial(promises.progress, rule="W10"),
        _of_the_day(partial(members.attendance, rule="W06", group=group), since),
        partial(members.listed_seats, rule="W13", group=group, count=20),
        partial(owed.by_members, rule="W17", duty="Confidentiality agreement"),
        partial(owed.by_members, rule="W20", duty="Seniority of the representative confirmed"),
        partial(owed.report, rule="W21", duty="Report to the Corporate Parenting Board", is_yearly=False),
    )


def _fostering() -> tuple[Judge, ...]:
    return (
        partial(promises.progress, rule="F03"),
        partial(owed.published, rule="F06", count=6),
        partial(joining.signed, rule="F10"),
    )


RULES: dict[str, tuple[date, tuple[Judge, ...]]] = {
    "national_alliance": (NATIONAL, _national()),
    "fostering_network": (NATIONAL, (*_national(), *_fostering())),
    "kent_medway": (KENT, _kent()),
    "nottinghamshire": (NOTTS, _notts()),
    "walsall": (WALSALL, _walsall()),
}


def verdicts(body: str, world: World, today: date) -> set[Verdict]:
    """Every verdict of the oracle on a world; before the terms came into force, on the actions' own dates."""
    since, judges = RULES[body]
    if since <= today:
        return {verdict for judge in judges for verdict in judge(world, today)}
    dated = [row for row in world["actions"] if row["due_on"] or row["due_at_next_meeting"]]
    group = SETTINGS[body].groups[0]
    own = promises.actions({**world, "actions": dated}, today, "own date", group, at_next_meeting=False)
    return {verdict for verdict in own if verdict[1] != "Actions"}
