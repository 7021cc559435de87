"""The forms: every kind of record, declared once. A new kind is its own file and one line here."""

from collections.abc import Mapping

from kinds import (
    actions,
    aliases,
    attendance,
    decisions,
    duties,
    groups,
    interpretations,
    meetings,
    organisations,
    outcomes,
    payments,
    pledge_progress,
    pledges,
    publications,
    representatives,
    responses,
)
from kinds.kind import Kind

KINDS: tuple[Kind, ...] = (
    organisations.KIND,
    representatives.KIND,
    meetings.KIND,
    attendance.KIND,
    actions.KIND,
    pledges.KIND,
    pledge_progress.KIND,
    decisions.KIND,
    payments.KIND,
    groups.KIND,
    duties.KIND,
    publications.KIND,
    outcomes.KIND,
    interpretations.KIND,
    aliases.KIND,
    responses.KIND,
)
KIND: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
