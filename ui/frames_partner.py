"""What the page of a partner asks: its seats, the meetings it came to, its consents and what it said."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from kinds.names import folded, same
from rules import Body, Facts
from rules.people import Organisation
from rules.taken import asked_and_given
from rules.words import day
from ui import frames_matrix, matrix_words
from ui.words import seated

SEATS = {
    "group_name": pl.Utf8, "seat": pl.Utf8, "person": pl.Utf8, "role": pl.Utf8, "status": pl.Utf8,
    "from_on": pl.Date, "to_on": pl.Date,
}  # fmt: skip
CONSENTS = dict.fromkeys(("reference", "decision", "meeting", "consent"), pl.Utf8)
GIVEN, WAITED_FOR = "Given ✓", "Not on record ?"


def names(facts: Facts) -> list[str]:
    """Every organisation on the roster, or with a pledge, by name."""
    known = {folded(p.organisation): p.organisation for p in facts.pledges}
    known |= {folded(o.organisation): o.organisation for o in facts.organisations}
    return sorted(known.values())


def key_facts(facts: Facts, name: str, today: date) -> dict[str, str]:
    """Sector, membership and since when, as they were on a day; empty where it is not on the roster."""
    [*known] = (o for o in facts.organisations if same(o.organisation, name))
    if not known:
        return {}
    found = facts.organisation_on(known[0], today)
    told = {"Sector": found.sector, "Membership": _membership(found)}
    return {label: says for label, says in told.items() if says}


def _membership(of: Organisation) -> str:
    since = f", since {day(of.member_from)}" if of.member_from else ""
    until = f", until {day(of.left_on)}" if of.left_on else ""
    return f"{of.membership.capitalize()}{since}{until}"


def seats(facts: Facts, name: str, today: date) -> pl.DataFrame:
    """The seats it holds, or has to fill, on a day.

    Columns: group_name, seat, person, role, status (Utf8), from_on, to_on (Date).
    """
    held = [s for s in facts.seats_by_organisation.get(folded(name), ()) if s.is_held_on(today)]
    rows = [
        (s.group_name, s.seat, s.person, s.role.capitalize(), seated(s.status), s.from_on, s.to_on)
        for s in sorted(held, key=lambda seat: (seat.group_name, seat.role, seat.person or ""))
    ]
    return pl.DataFrame(rows, schema=SEATS, orient="row")


def came(body: Body, facts: Facts, name: str, today: date) -> Mapping[str, tuple[str, list[tuple[str, str]]]]:
    """By group: at how many of its latest meetings, and what it did at which, as far as anything is known."""
    found = {}
    for group in frames_matrix.groups(body, facts):
        meetings = frames_matrix.of_period(body, facts, group, frames_matrix.LATEST, today)
        past = [meeting for meeting in meetings if meeting.meeting_on <= today]
        told = frames_matrix.matrix(body, facts, past, (), frames_matrix.ORGANISATIONS, today)
        rates = dict(told.rates.iter_rows())
        if row := next((row for row in rates if same(row, name)), None):
            found[group] = (rates[row], matrix_words.of_member(told, row))
    return found


def consents(facts: Facts, name: str) -> pl.DataFrame:
    """Each decision that needs its consent, and whether that is on record.

    Columns: reference, decision, meeting, consent (Utf8).
    """
    key, rows = folded(name), []
    for d in sorted(facts.decisions, key=lambda each: each.meeting_on, reverse=True):
        asked, given = asked_and_given(d, facts)
        if key in asked:
            stands = GIVEN if key in given else WAITED_FOR
            rows.append((d.reference, d.decision, f"{d.group_name}, {day(d.meeting_on)}", stands))
    return pl.DataFrame(rows, schema=CONSENTS, orient="row")


def nothing_of(found: Mapping[str, bool]) -> str:
    """In one sentence what there is nothing of: each name, and whether there is any."""
    missing = [name for name, is_there in found.items() if not is_there]
    return f"Nothing is on record of: {', '.join(missing)}." if missing else ""
