"""The terms as the secretariat chose to read them, where a document can be read in more than one way."""

from collections.abc import Iterator, Sequence

from kinds.names import same
from rules.body import Body
from rules.records import Chosen
from rules.terms import SUBJECT, Term, in_force


def as_read(body: Body, chosen: Sequence[Chosen]) -> Body:
    """The body with each entry read as was chosen; a choice that no entry offers changes nothing.

    It begins from the terms as written, so that reading it again by other choices leaves nothing behind.
    """
    written = body.written or body
    if not chosen:
        return written
    terms = {family: tuple(_read(entries, chosen)) for family, entries in written.terms.items()}
    return written.model_copy(update={"terms": terms, "written": written})


def offers(entry: Term, choice: Chosen) -> bool:
    """Whether a choice is one between the readings of this entry."""
    asked = entry.interpretation
    return (
        asked is not None
        and same(entry.rule, choice.rule)
        and (choice.question is None or same(asked.question, choice.question))
        and _reading(entry, choice) is not None
    )


def _reading(entry: Term, choice: Chosen) -> str | None:
    return next((reading for reading in entry.readings if same(reading, choice.reading)), None)


def _read(entries: Sequence[Term], chosen: Sequence[Chosen]) -> Iterator[Term]:
    for entry in entries:
        choice = next((each for each in chosen if offers(entry, each)), None)
        if choice is None:
            yield entry
        elif choice.from_on is None or choice.from_on <= entry.starts:
            yield _as_chosen(entry, choice)
        else:
            yield entry
            if any(each is entry for each in in_force(entries, choice.from_on)):
                yield _from_then_on(entry, choice)


def _as_chosen(entry: Term, choice: Chosen) -> Term:
    """The entry by the reading that was chosen, with who chose it, when and why."""
    read = entry.read_as(_reading(entry, choice) or "")
    by = {"chosen_by": choice.chosen_by, "chosen_on": choice.chosen_on, "reason": choice.why}
    assert read.interpretation
    return read.model_copy(update={"interpretation": read.interpretation.model_copy(update=by)})


def _from_then_on(entry: Term, choice: Chosen) -> Term:
    """The same as a later entry, which takes the place of the one it is a reading of."""
    read = _as_chosen(entry, choice)
    was, now = ([getattr(each, name, None) for name in SUBJECT] for each in (entry, read))
    renamed = next((str(old) for old, new in zip(was, now, strict=True) if old != new), read.replaces)
    return read.model_copy(update={"starts": choice.from_on, "replaces": renamed})
