"""What is found by a word: meetings, partners, people in seats, and the verdicts on what a text says."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from kinds.names import folded
from rules import Facts, Finding
from rules.meetings import about
from rules.people import Meeting
from ui.frames_partner import names

Item = TypeVar("Item")


class Found(NamedTuple):
    """`partners` are found by their own name or by somebody in a seat of theirs.

    `others`: reference and text of actions, decisions and pledges on which there is no verdict.
    """

    meetings: list[Meeting]
    partners: list[str]
    verdicts: list[Finding]
    others: list[tuple[str, str]]

    @property
    def how_many(self) -> int:
        return len(self.meetings) + len(self.partners) + len(self.verdicts) + len(self.others)


def find(facts: Facts, findings: Sequence[Finding], words: str) -> Found:
    """All of a body in which each of these words stands, however it is written."""
    asked = folded(words).split()
    people = {folded(s.organisation): s.organisation for s in facts.seats if _has(asked, s.person or "")}
    partners = _with(asked, names(facts), str)
    partners += [of for of in people.values() if of and of not in partners]
    texts = {reference: text for reference, text in _texts(facts) if _has(asked, f"{reference} {text}")}
    verdicts = [f for f in findings if f.subject("reference") in texts]
    judged = {f.subject("reference") for f in verdicts}
    others = [(reference, text) for reference, text in texts.items() if reference not in judged]
    return Found(_with(asked, facts.meetings_in_order[::-1], _of_meeting), partners, verdicts, others)


def _texts(facts: Facts) -> list[tuple[str, str]]:
    """Reference and text of each action, decision and pledge, with whose it is."""
    return [
        *((a.reference, f"{a.action} {a.organisation or ''} {a.person or ''}") for a in facts.actions),
        *((d.reference, d.decision) for d in facts.decisions),
        *((p.reference, f"{p.pledge} {p.organisation} {p.theme or ''}") for p in facts.pledges),
    ]


def _of_meeting(meeting: Meeting) -> str:
    return (
        f"{about(meeting)} {meeting.meeting_on.isoformat()} {meeting.kind or ''} {meeting.chaired_by or ''}"
    )


def _with(asked: Sequence[str], items: Iterable[Item], told: Callable[[Item], str]) -> list[Item]:
    return [item for item in items if _has(asked, told(item))]


def _has(asked: Sequence[str], text: str) -> bool:
    return bool(asked) and all(word in folded(text) for word in asked)
