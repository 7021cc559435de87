"""Which verdicts are kept by what they are about."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kinds.names import folded, same
from rules import Facts, Finding
from ui.words import word_of


class Subject(NamedTuple):
    """What a verdict is about: the group and the organisation whose it is, and its text."""

    group: str
    organisation: str
    text: str


def of_actions(facts: Facts) -> dict[str, Subject]:
    """Each action by its reference."""
    return {a.reference: Subject(a.group_name, a.organisation or "", a.action) for a in facts.actions}


def of_decisions(facts: Facts) -> dict[str, Subject]:
    """Each decision by its reference; it is no single organisation's."""
    return {d.reference: Subject(d.group_name, "", d.decision) for d in facts.decisions}


def statuses(findings: Sequence[Finding]) -> list[str]:
    """The words of the statuses that there are."""
    return list(dict.fromkeys(word_of(finding) for finding in findings))


def kept(
    findings: Sequence[Finding], subjects: Mapping[str, Subject], group: str | None, of: str | None,
    status: str | None, words: str,
) -> list[Finding]:  # fmt: skip
    """Those that all of these hold for; what is not asked for, or blank, keeps everything.

    What is about none of the subjects is kept only as long as nothing but a status is asked for.
    """
    found = [f for f in findings if status is None or word_of(f) == status]
    if not (group or of or words.strip()):
        return found
    told = [(f, subjects.get(str(f.subject("reference")))) for f in found]
    return [f for f, subject in told if subject and _is(subject, group, of, folded(words).split())]


def _is(subject: Subject, group: str | None, of: str | None, asked: Sequence[str]) -> bool:
    text = folded(" ".join(subject))
    return (
        (group is None or same(subject.group, group))
        and (of is None or same(subject.organisation, of))
        and all(word in text for word in asked)
    )
