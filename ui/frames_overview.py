"""What the overview asks: how the last meetings went, what is not known, and what changed."""

from collections import Counter
from collections.abc import Sequence

import polars as pl

from rules import Finding, Status, families
from rules.finding import Need
from rules.people import Meeting
from rules.words import number, times
from ui.words import NO_BREAK

QUORATE = {Status.MET: "Quorate ✓", Status.NOT_MET: "Sub-quorate ✕"}
ENOUGH, TOO_FEW = f"enough{NO_BREAK}✓", f"too{NO_BREAK}few{NO_BREAK}✕"
NEEDS = {
    "needed_from": pl.Utf8, "could_come": pl.Utf8, "needed": pl.Int64,
    "apologies_from": pl.Utf8,
}  # fmt: skip
# which file a mart is made of, where it is not called as the file is
FILES = {
    "attendance_by_organisation": "attendance", "attendance_by_seat": "attendance", "seats": "representatives"
}  # fmt: skip


def in_a_word(meeting: Meeting, quorum: Finding | None) -> str:
    """How a meeting went: a word and its mark, or how many came where no quorum is asked for."""
    if quorum:
        return QUORATE.get(quorum.status, "Not known ?")
    if not meeting.count_recorded:
        return "Not recorded ?"
    return f"{number(len(meeting.came), 'member')} came" if _knows_members(meeting) else "Not known ?"


def record(meetings: Sequence[tuple[Meeting, Finding | None]]) -> str:
    """How many of these meetings were quorate, and what the others lacked."""
    known = [f for _, f in meetings if f and f.status in QUORATE]
    if not known:
        return _came([meeting for meeting, _ in meetings if meeting.count_recorded])
    quorate = sum(f.status is Status.MET for f in known)
    says = f"{quorate} of {number(len(known), 'meeting was', 'meetings were')} quorate."
    return f"{says} {missed(known)}".strip()


def _came(meetings: Sequence[Meeting]) -> str:
    """How many members came, where no quorum can be judged."""
    if not meetings:
        return "No attendance is recorded."
    counts = [len(meeting.came) for meeting in meetings if _knows_members(meeting)]
    if not counts:
        return "Who came is on record; which of them are members is not."
    least, most = min(counts), max(counts)
    came = f"{least} to {most} members" if least < most else number(most, "member")
    return f"{came} came to each of {number(len(counts), 'meeting')}."


def _knows_members(meeting: Meeting) -> bool:
    """Whether anybody who came is on a roster: where nobody is, they may all be members."""
    return bool(meeting.came or meeting.observers or not meeting.others)


def missed(findings: Sequence[Finding]) -> str:
    """What meetings lacked, and how often, in a sentence; empty where nothing was missing."""
    lacked = Counter(need.what for f in findings for need in f.needs if not need.is_met)
    parts = [f"{what} {times(n)}" for what, n in lacked.most_common()]
    return f"Short of: {', '.join(parts)}." if parts else ""


def needs(needs: Sequence[Need]) -> pl.DataFrame:
    """What a meeting ahead needs, need by need.

    Columns: needed_from, could_come (Utf8: how many, and whether that is enough), needed (Int64),
    apologies_from (Utf8): who would mend it.
    """
    rows = [
        (n.what, f"{n.there}, {ENOUGH if n.is_met else TOO_FEW}", n.least, ", ".join(n.lost_with) or None)
        for n in needs
    ]
    return pl.DataFrame(rows, schema=NEEDS, orient="row")


def not_known(findings: Sequence[Finding]) -> list[tuple[str, int, str]]:
    """The kinds of file that would tell what is not known: kind, how many verdicts, and one of them."""
    unknown = [(f.rows[0].mart, f) for f in findings if f.status is Status.UNKNOWN and f.rows]
    by_file: dict[str, list[Finding]] = {}
    for mart, finding in unknown:
        by_file.setdefault(FILES.get(mart, mart), []).append(finding)
    most_first = sorted(by_file.items(), key=lambda each: -len(each[1]))
    return [(kind, len(found), f"{found[0].about}: {found[0].says}") for kind, found in most_first]


def settled(findings: Sequence[Finding]) -> str:
    """How many of each family: 5 actions, 1 review."""
    by_family = Counter(finding.family for finding in findings)
    return ", ".join(number(count, *families.family(name).noun) for name, count in by_family.most_common())
