"""Words in the files of a body that no rule understands, so that a verdict may be missing because of one."""

from collections.abc import Iterator
from datetime import date

from kinds.names import folded
from kinds.wording import DECISIONS, METHODS, kind_of_decision, near, same_duty
from rules import admission, decision, fee, office
from rules.body import Body
from rules.consents import partners
from rules.deciding import Consent
from rules.facts import Facts
from rules.finding import Rows
from rules.holding import Election
from rules.mismatch import Check, Found
from rules.reading import offers
from rules.received import waives
from rules.usual import duties_of, usual_words
from rules.words import day


def _methods(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    usual = usual_words(body).get("decisions.method")
    for made in facts.decisions if usual else ():
        if made.method and not METHODS.word(made.method) and made.meeting_on <= today:
            says = f"{made.reference} was decided by “{made.method}”, which no rule understands."
            yield made.reference, says, (Rows.of("decisions", reference=made.reference),)


def _kinds_of_decision(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    """A decision whose own words are those of a kind that the terms judge, under no such kind."""
    asked_for = {DECISIONS.word(word) or folded(word) for word in _judged_kinds(body)}
    for made in facts.decisions:
        meant = DECISIONS.word(made.decision)
        is_read = kind_of_decision(made.kind, made.decision)
        if meant and meant in asked_for and not is_read and made.meeting_on <= today:
            kind = f"its kind is “{made.kind}”" if made.kind else "its kind is blank"
            says = f"{made.reference} of {day(made.meeting_on)} reads like {meant}, but {kind}."
            yield made.reference, says, (Rows.of("decisions", reference=made.reference),)


def _judged_kinds(body: Body) -> Iterator[str]:
    for of_decisions in decision.FAMILY.of(body):
        yield getattr(of_decisions, "of", "")
    if any(isinstance(term, Election) for term in office.FAMILY.of(body)):
        yield "election"
    for joining in admission.FAMILY.of(body):
        if isinstance(joining, admission.Decided | admission.Observers):
            yield "membership" if isinstance(joining, admission.Decided) else "observer"


def _kinds_of_group(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    usual = usual_words(body).get("groups.kind")
    for group in facts.groups if usual else ():
        if usual and group.kind and not usual.is_clear(group.kind):
            says = f"The {group.group_name} is a “{group.kind}” group, which no rule understands."
            yield group.group_name, says, (Rows.of("groups", group_name=group.group_name),)


def _duties(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    duties = duties_of(body)
    for written in dict.fromkeys(row.duty for row in facts.duties) if duties else ():
        if not any(same_duty(written, duty) for duty in duties):
            meant = near(written, duties)
            says = f"No term of this body names the duty “{written}”."
            says += f" Perhaps “{meant}” is meant." if meant else ""
            yield written, says, (Rows.of("duties", duty=written),)


def _nothing_paid(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for payment in facts.payments if fee.FAMILY.of(body) else ():
        if payment.amount_gbp == 0 and not waives(payment):
            about = f"{payment.organisation}, {payment.financial_year}"
            said = f"its reference is “{payment.reference}”" if payment.reference else "without a reference"
            says = f"£0 is recorded for {about}, {said}, so nothing was paid or waived."
            where = {"organisation": payment.organisation, "financial_year": payment.financial_year}
            yield about, says, (Rows.of("payments", **where),)


def _readings(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    written = [entry for entries in (body.written or body).terms.values() for entry in entries]
    for choice in facts.interpretations:
        if not any(offers(entry, choice) for entry in written):
            says = f"The terms offer no reading “{choice.reading}” of {choice.rule}, so nothing is read so."
            yield choice.rule, says, (Rows.of("interpretations", rule=choice.rule),)


def _consents(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    """What stands where a partner's name should, so that its consent is not seen, or nobody's is asked."""
    roster = facts.organisations_by_name
    everybody = dict.fromkeys(roster, "")
    asks = any(isinstance(term, Consent) for term in decision.FAMILY.of(body)) and roster
    for made in facts.decisions if asks else ():
        cells = {"needed from": made.consent_needed_from, "given by": made.consent_given_by}
        for cell, text in cells.items():
            for key, name in partners(text, roster.keys(), everybody).items():
                if key not in roster:
                    says = f"{made.reference} has consent {cell} “{name}”, which is no name on the roster."
                    yield made.reference, says, (Rows.of("decisions", reference=made.reference),)


UNREAD = (
    Check("Methods of decision that are not known", _methods,
          f"Write under Method in the decisions file one of: {', '.join(METHODS.words)}."),
    Check("Decisions that read like another kind", _kinds_of_decision,
          f"Write under Kind in the decisions file one of: {', '.join(DECISIONS.words)}."),
    Check("Consents of partners that are not known", _consents,
          "Write them in the decisions file as the roster does, between semicolons; or None, or All."),
    Check("Kinds of group that are not known", _kinds_of_group,
          "Write under Kind in the groups file what the terms call it: task and finish, or standing."),
    Check("Duties that the terms do not name", _duties,
          "Write the duty in the duties file as the terms do, or leave it where no rule is meant."),
    Check("Payments of nothing", _nothing_paid,
          "If the fee was waived, write Waived under Reference in the payments file; else take the row out."),
    Check("Readings that the terms do not offer", _readings,
          "Choose it on the page Interpretations, where each rule stands with its question and readings."),
)  # fmt: skip
