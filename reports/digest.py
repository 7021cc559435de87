"""The digest: what changed since the last one, counted subject by subject, so that no mail names anybody."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from reports.mail import Mail
from rules import Body, Finding, Status
from rules.changes import SETTLED
from rules.families import FAMILIES
from rules.finding import NEEDS_ATTENTION
from rules.words import number

# of what each role is told when it begins; what it waits for besides, it can do something about
WATCHED: Mapping[str, tuple[Status, ...]] = {
    "board": NEEDS_ATTENTION,
    "secretariat": (*NEEDS_ATTENTION, Status.UNKNOWN),
}
Standing = Mapping[str, str]


@dataclass(frozen=True)
class News:
    """What is new of one subject: how many verdicts by status, and how many were settled."""

    title: str
    page: str
    new: Mapping[str, int]
    settled: int

    @property
    def says(self) -> str:
        parts = [f"{count} {status}" for status, count in self.new.items()]
        return ", ".join([*parts, *([f"{self.settled} settled"] if self.settled else [])])


def standing(findings: Iterable[Finding]) -> dict[str, str]:
    """How each verdict stands, for the next digest to compare with: it is kept, so it names nobody either."""
    found: dict[str, str] = {}
    for finding in findings:  # the gravest first
        found.setdefault(_key(finding), str(finding.status))
    return found


def _key(finding: Finding) -> str:
    return sha256("|".join((finding.family, finding.rule, finding.about)).encode()).hexdigest()


def news(findings: Sequence[Finding], before: Standing, role: str) -> list[News]:
    """What this role has not been told yet; with nothing before, all that it is to be told."""
    found = []
    for family in FAMILIES:
        now = {_key(f): f.status for f in reversed(family.among(findings))}
        new = Counter(str(s) for key, s in now.items() if s in WATCHED[role] and before.get(key) != str(s))
        watched = {str(status) for status in WATCHED[role]}
        settled = sum(s in SETTLED and before.get(key) in watched for key, s in now.items())
        if new or settled:
            found.append(News(family.title, family.page, new, settled))
    return found


def digest(body: Body, role: str, told: Sequence[News], since: str, address: str) -> Mail:
    """The mail to a role. `since`: the day of the last one, "" if there was none; `address`: of the pages."""
    count = sum(sum(each.new.values()) + each.settled for each in told)
    what = f"what changed since {since}" if since else "what stands open"
    lead = f"{number(count, 'verdict')} of {body.name} changed since {since}."
    if not since:
        lead = f"{number(count, 'verdict stands', 'verdicts stand')} open at {body.name}."
    lines = [(f"{each.title}: {each.says}", _link(address, each.page, body)) for each in told]
    return Mail(f"{body.short}, {role}: {what}", (f"{lead} Each line leads to its page.",), tuple(lines))


def _link(address: str, page: str, body: Body) -> str:
    return f"{address.rstrip('/')}/{page}?body={quote(body.short)}"
