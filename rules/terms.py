"""What every entry of a body's terms of reference has in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from kinds.names import same
from rules.status import Status
from rules.words import day

YearKind = Literal["calendar", "financial", "municipal", "academic", "rolling"]


class Strict(BaseModel):
    """A model that refuses any key it does not know, so a typo never becomes a silent default."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, populate_by_name=True)


class Reading(Strict):
    """Another way to read a clause; `change` has those keys of its entry that are otherwise then."""

    reading: str
    change: Mapping[str, Any]


class Interpretation(Strict):
    """How an ambiguous clause is read, by whose choice and since when; printed beside the verdict.

    `others`: the readings that the secretariat may choose instead.
    """

    question: str
    reading: str
    chosen_by: str
    chosen_on: date
    reason: str = ""
    others: tuple[Reading, ...] = ()

    @property
    def choice(self) -> str:
        """Who chose it, when and why, in a sentence."""
        because = f": {self.reason.rstrip('.')}" if self.reason else ""
        return f"Chosen by {self.chosen_by} on {day(self.chosen_on)}{because}."


class Example(Strict):
    """Rows of files, and the verdict that an entry draws of them on a day.

    `tables`: kind of file → its rows, headings first, cells parted by |; what the body's own `tables` hold
    is there as well, but for a kind that stands here. `about` and `says` are parts of what the finding is
    about and of its sentence. `reading`: by which other reading the verdict is drawn.
    """

    on: date
    verdict: Status | Literal["nothing"]
    reading: str = ""
    about: str = ""
    says: str = ""
    tables: Mapping[str, str] = {}

    source_line: int = 0


class Term(Strict):
    """One entry of a body's terms of reference.

    `rule` is its number in the register of rules (docs/rules.md), `clause` says where to read the original,
    `says` is our own short paraphrase. An entry holds from `starts` (written `from` in the file)
    until a later one of the same `rule` and family replaces it; a rule may have several entries of one day.
    Where the duty, group or office itself is another one now, `replaces` is what it was called before.
    `examples` say what it means; `cli.py terms check` tries them.
    """

    rule: str
    also: tuple[str, ...] = ()
    starts: date = Field(alias="from")
    clause: str
    says: str
    replaces: str = ""
    interpretation: Interpretation | None = None
    examples: tuple[Example, ...] = ()

    source_file: str = ""
    source_line: int = 0

    @property
    def owed_to(self) -> str:
        """The board above that is owed what the entry asks for; empty where it is owed to none."""
        return ""

    @model_validator(mode="after")
    def _can_be_read_so(self) -> Self:
        """Every other reading makes an entry, and examples name one of them."""
        others = list(self.readings)[1:]  # its own needs no trying
        for reading in (*others, *(each.reading for each in self.examples if each.reading)):
            self.read_as(reading)
        return self

    @property
    def readings(self) -> Mapping[str, Mapping[str, Any]]:
        """Each way in which it may be read, its own first, with what is otherwise then."""
        if self.interpretation is None:
            return {}
        others = {other.reading: other.change for other in self.interpretation.others}
        return {self.interpretation.reading: {}, **others}

    def read_as(self, reading: str) -> Self:
        """The entry by one of its readings. Raises ValueError where it has none such."""
        if self.interpretation is None or reading not in self.readings:
            raise ValueError(f"there is no reading {reading!r}; write it as it stands under interpretation")
        change = self.readings[reading]
        chosen = self.interpretation.model_copy(update={"reading": reading, "others": ()})
        own = self.model_dump(exclude={"interpretation", "examples"})
        try:
            return type(self).model_validate({**own, **change, "interpretation": chosen})
        except ValidationError as error:
            what = error.errors()[0]
            key = ".".join(map(str, what["loc"])) or "it"
            raise ValueError(f"by the reading {reading!r}, {key}: {what['msg']}") from error


AnyTerm = TypeVar("AnyTerm", bound=Term)
Subject = tuple[object, ...]
SUBJECT = ("duty", "group", "role", "of", "by")  # the keys that say what an entry is about


def in_force(entries: Iterable[AnyTerm], on: date) -> tuple[AnyTerm, ...]:
    """The entries that held on a day, in file order.

    An entry takes the place of earlier ones of its number, kind and subject, and its siblings stay; where it
    has none, it is another kind of rule and takes the place of all earlier ones of its number.
    """
    begun = [entry for entry in entries if entry.starts <= on]
    subject = subjects(begun)
    held: list[AnyTerm] = []
    for from_on in sorted({entry.starts for entry in begun}):
        new = [entry for entry in begun if entry.starts == from_on]
        known, told = ({(each.rule, subject[id(each)]) for each in some} for some in (held, new))
        of_another_kind = {rule for rule, _ in told - known}
        held = [e for e in held if e.rule not in of_another_kind and (e.rule, subject[id(e)]) not in told]
        held += new
    holding = set(map(id, held))
    return tuple(entry for entry in begun if id(entry) in holding)


def subjects(entries: Sequence[Term]) -> Mapping[int, Subject]:
    """What each entry (by its `id`) is about; one that `replaces` another is about the same from then on."""
    found: dict[int, Subject] = {}
    renamed: dict[Subject, Subject] = {}
    for entry in sorted(entries, key=lambda entry: entry.starts):
        own = _subject(entry)
        if entry.replaces and len(old := replaced(entry, entries)) == 1:
            renamed[own] = renamed.get(old[0], old[0])
        found[id(entry)] = renamed.get(own, own)
    return found


def replaced(entry: Term, entries: Iterable[Term]) -> list[Subject]:
    """The earlier subjects of its number that an entry may mean by the name that it replaces."""
    earlier = (each for each in entries if each.rule == entry.rule and each.starts < entry.starts)
    own = (_subject(each) for each in earlier)
    return list(
        dict.fromkeys(each for each in own if any(same(str(n), entry.replaces) for n in each[2:] if n))
    )


def _subject(entry: Term) -> Subject:
    """Its number, its kind, and the duty, group or office that it names."""
    return (entry.rule, type(entry), *(getattr(entry, name, None) for name in SUBJECT))


@dataclass(frozen=True)
class Rule(Generic[AnyTerm]):
    """One thing that a family asks for over time: its entries, the oldest first, and the family they are of.

    Entries belong together by number, kind and what they ask for, such as a duty or a group.
    """

    entries: tuple[AnyTerm, ...]
    family: Sequence[AnyTerm]

    @property
    def first(self) -> AnyTerm:
        return self.entries[0]

    def on(self, day: date) -> AnyTerm | None:
        """The entry in force on a day; None where none had begun, or an entry of another kind replaced it."""
        return next((entry for entry in in_force(self.family, day) if entry in self.entries), None)

    def had_begun(self, day: date) -> bool:
        """Whether the family had said anything under this number by then, of this kind or another."""
        return any(entry.rule == self.first.rule and entry.starts <= day for entry in self.family)


def over_time(family: Sequence[AnyTerm]) -> list[Rule[AnyTerm]]:
    """The rules of a family, in the order in which they first came into force."""
    found: dict[Subject, list[AnyTerm]] = {}
    subject = subjects(family)
    for entry in sorted(family, key=lambda entry: entry.starts):
        found.setdefault(subject[id(entry)], []).append(entry)
    return [Rule(tuple(entries), family) for entries in found.values()]
