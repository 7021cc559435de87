"""Records of one body that contradict each other, so that no verdict can be drawn from them."""

from collections.abc import Iterator
from datetime import date

from rules.body import Body
from rules.facts import Facts
from rules.finding import Rows
from rules.meetings import about, chaired_from_afar, held
from rules.mismatch import Check, Found, named
from rules.seats import SINGLE, rivals, seats_on
from rules.updates import apart, updates_of
from rules.voting import contradiction, voters


def _votes(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    meetings = {(meeting.group_name, meeting.meeting_on): meeting for meeting in held(facts, today)}
    for made in facts.decisions:
        meeting = meetings.get((made.group_name, made.meeting_on))
        if wrong := contradiction(made, voters(facts, meeting), "member"):
            rows = [Rows.of("decisions", reference=made.reference)]
            if meeting:
                at = {"group_name": meeting.group_name, "meeting_on": meeting.meeting_on}
                rows.append(Rows.of("attendance", **at))
            yield made.reference, f"{made.reference}: {wrong}", tuple(rows)


def _chaired(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for meeting in held(facts, today):
        if chaired_from_afar(facts, meeting):
            at = {"group_name": meeting.group_name, "meeting_on": meeting.meeting_on}
            says = (
                f"{meeting.chaired_by} is recorded as in the chair of {named(meeting)}, but not as present."
            )
            yield about(meeting), says, (Rows.of("meetings", **at), Rows.of("attendance", **at))


def _offices(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for role in SINGLE:
        for group in sorted({seat.group_name for seat in facts.seats}):
            if rival := rivals(seats_on(facts, today, group, role), role, None):
                says = f"{role.capitalize()} of the {group}:{rival}"
                yield role.capitalize(), says, (Rows.of("seats", group_name=group, role=role),)


def _progress(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for pledge in facts.pledges:
        if differ := apart(pledge, updates_of(pledge, facts, today)):
            reported, by_measure = (f"{share * 100:.4g}%" for share in differ)
            says = f"{pledge.reference} is reported as {reported} done, and its measure says {by_measure}."
            where = Rows.of("pledge_progress", pledge_reference=pledge.reference)
            yield pledge.reference, says, (Rows.of("pledges", reference=pledge.reference), where)


CONTRADICTIONS = (
    Check("Votes that cannot be", _votes,
          "Correct the votes or Method in the decisions file, or who came in the attendance file."),
    Check("Chaired by somebody who was not there", _chaired,
          "Correct Chaired by in the meetings file, or who came in the attendance file."),
    Check("Two in one chair", _offices,
          "End the seat of whoever left with a To date in the representatives file."),
    Check("Progress that its measure does not bear out", _progress,
          "Correct Progress or Value in the progress file, or Baseline or Target in the pledges file."),
)  # fmt: skip
