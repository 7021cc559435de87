"""What became of the verdicts between two days, subject by subject."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.finding import NEEDS_ATTENTION, Finding, Status

SETTLED = (Status.MET, Status.NOT_APPLICABLE)
OPEN = (*NEEDS_ATTENTION, Status.DUE)


@dataclass(frozen=True)
class Changes:
    """`worse`: what needs attention now and did not; `settled`: what was open and is met or over."""

    worse: tuple[Finding, ...] = ()
    settled: tuple[Finding, ...] = ()


def changes(before: Sequence[Finding], now: Sequence[Finding]) -> Changes:
    """What changed from one day's findings to another's; what is not known on either day is no change."""
    was = _gravest(before)
    pairs = [(finding, was.get(key)) for key, finding in _gravest(now).items()]
    return Changes(
        tuple(f for f, old in pairs if f.status in NEEDS_ATTENTION and _was_fine(old)),
        tuple(f for f, old in pairs if f.status in SETTLED and old is not None and old.status in OPEN),
    )


def _was_fine(old: Finding | None) -> bool:
    return old is None or old.status in (*SETTLED, Status.DUE)


def _gravest(findings: Sequence[Finding]) -> dict[tuple[str, str, str], Finding]:
    """One finding for each rule and subject; they come with the gravest first."""
    found: dict[tuple[str, str, str], Finding] = {}
    for finding in findings:
        found.setdefault((finding.family, finding.rule, finding.about), finding)
    return found
