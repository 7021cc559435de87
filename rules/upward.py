"""What goes up: what the terms promise the board above, and what of it was given."""

from collections.abc import Iterator, Sequence
from datetime import date

from kinds.names import folded, same
from rules.body import Body
from rules.done import recorded
from rules.facts import Facts
from rules.finding import Finding
from rules.records import Action, Duty
from rules.terms import Term, in_force


def above(body: Body, today: date) -> list[str]:
    """The boards that are owed something by the terms of a day, in the order of the file."""
    return list(dict.fromkeys(term.owed_to for term in _terms(body, today) if term.owed_to))


def owed(findings: Sequence[Finding], board: str) -> list[Finding]:
    """The verdicts on all that a board is owed, worst first: on entries that say so, or that name it."""
    return [finding for finding in findings if _concerns(finding.term, board)]


def given(body: Body, facts: Facts, board: str, today: date) -> list[Duty]:
    """What is on record of the reports and the like that a board is owed, the newest first."""
    terms = [term for term in _terms(body, today) if _concerns(term, board)]
    duties = dict.fromkeys(getattr(term, "duty", "") for term in terms)
    rows = [row for duty in duties if duty for row in recorded(facts, duty, today)]
    return sorted(dict.fromkeys(rows), key=lambda row: row.done_on or date.min, reverse=True)


def actions_owed(body: Body, facts: Facts, board: str, today: date) -> list[Action]:
    """The actions that a board is to be shown, those not yet shown first; none where it is owed no actions.

    What is owed without the name of a duty is what the body agreed.
    """
    terms = [term for term in _terms(body, today) if same(term.owed_to, board)]
    if all(hasattr(term, "duty") for term in terms):
        return []
    live = [
        each for each in facts.actions if each.status != "withdrawn" and (each.raised_on or today) <= today
    ]
    return sorted(live, key=lambda each: (is_shown(each, today), each.reference))


def is_shown(action: Action, today: date) -> bool:
    """Whether the board above had been shown an action by a day."""
    return action.shared_with_board_on is not None and action.shared_with_board_on <= today


def _terms(body: Body, today: date) -> Iterator[Term]:
    for entries in body.terms.values():
        yield from in_force(entries, today)


def _concerns(term: Term, board: str) -> bool:
    return same(term.owed_to, board) or folded(board) in folded(f"{term.says} {getattr(term, 'duty', '')}")
