"""The partner pack: what is on record of one partner, as a Word document for it to check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reports.pack import readings, subject
from reports.word import Paper
from rules import Body, Finding, Status
from rules.families import FAMILIES


@dataclass(frozen=True)
class PartnerPack:
    """What it is made of. `findings`: those on the partner as it may see them, the worst first; `known`: what
    it is, by label. `reading` says as of when and by what knowledge.
    """

    body: Body
    partner: str
    findings: Sequence[Finding]
    known: Mapping[str, str]
    reading: str


def partner_pack(pack: PartnerPack, at: datetime) -> bytes:
    """The document (.docx). `at`: when it is made, UTC without a zone."""
    paper = Paper(f"{pack.partner}: on record with {pack.body.short}", at)
    paper.says(pack.reading)
    paper.says(
        "Please tell us what is not right or not up to date. "
        f"It holds what {pack.partner} may see itself on these pages."
    )
    if pack.known:
        paper.heading("In short")
        paper.table(("What", "On record"), pack.known.items(), (1, 3))
    told = [f for f in pack.findings if f.status is not Status.UNKNOWN]
    for family in FAMILIES:
        if own := family.among(told):
            paper.heading(family.title)
            rows = [(subject(f), f.status.capitalize(), f.says, f.clause) for f in own]
            paper.table(("Matter", "Status", "How it stands", "Clause"), rows, (6, 3, 8, 3))
    if not told:
        paper.says("No verdict of the terms is on record.")
    unknown = [f for f in pack.findings if f.status is Status.UNKNOWN]
    if unknown:
        paper.heading("Not known")
        paper.bullets(f"{subject(f)}: {f.says}" for f in unknown)
    readings(paper, pack.findings)
    return paper.as_bytes()
