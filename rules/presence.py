"""Whose coming or staying away would turn a quorum: judged again for each choice, the smallest first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kinds.names import folded
from rules.apologies import belonging, expected, organisations_expected
from rules.counting import NeededQuorum, came, counted, sectors_of, sitting, tally_of
from rules.facts import Facts
from rules.people import Meeting, Seat
from rules.search import smallest
from rules.sitting import holds

Signature = tuple[object, ...]


@dataclass(frozen=True)
class Comer:
    """A member who may come or not: an organisation, or whoever holds a seat, for one or for nobody."""

    organisation: str | None
    seat: Seat | None = None

    @property
    def name(self) -> str:
        """Pat Lee (Alder), Pat Lee or Alder."""
        if self.seat is None:
            return self.organisation or ""
        whose = f" ({self.seat.organisation})" if self.seat.organisation else ""
        return f"{self.seat.person}{whose}"


# So many of each of these: one of the smallest choices that turn the verdict.
Way = tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Presence:
    """A meeting with those who are there, or are expected, and those who are not."""

    term: NeededQuorum
    facts: Facts
    meeting: Meeting
    there: Sequence[Comer]
    away: Sequence[Comer]

    @property
    def is_quorate(self) -> bool:
        return self.with_only(self.there)

    def with_only(self, comers: Sequence[Comer]) -> bool:
        """Whether there is a quorum if these come and nobody else, as the meeting itself is judged."""
        names = [comer.organisation for comer in comers if comer.organisation]
        people = [comer.seat for comer in comers if comer.seat]
        return tally_of(self.term, self.facts, self.meeting, names, people).is_quorate

    def ways(self) -> list[Way]:
        """The smallest choices of those who would have to come or, where there is a quorum, to stay away."""
        movable = self.there if self.is_quorate else self.away
        alike = self._alike(movable)
        wanted = not self.is_quorate

        def turns(counts: Sequence[int]) -> bool:
            chosen = [each for many, of in zip(counts, alike, strict=True) for each in of[:many]]
            left = [*self.there, *chosen] if wanted else [c for c in self.there if c not in chosen]
            return self.with_only(left) is wanted

        return [
            tuple(
                (many, tuple(comer.name for comer in of))
                for many, of in zip(counts, alike, strict=True)
                if many
            )
            for counts in smallest([len(of) for of in alike], turns)
        ]

    def _alike(self, comers: Sequence[Comer]) -> list[list[Comer]]:
        """Those who bring the same to the quorum, together; which of them is chosen makes no difference."""
        found: dict[Signature, list[Comer]] = {}
        of_each = Counter(folded(c.organisation) for c in (*self.there, *self.away) if c.organisation)
        for comer in comers:
            found.setdefault(self._brings(comer, of_each), []).append(comer)
        return list(found.values())

    def _brings(self, comer: Comer, of_each: Counter[str]) -> Signature:
        """An organisation counts once, so one that several may come for is told apart."""
        name = comer.organisation or ""
        sectors = sectors_of(self.facts, name, self.meeting) & set(map(folded, self.term.sectors))
        posts = [post for post in self.term.posts if comer.seat and holds(comer.seat, post)]
        shared = folded(name) if of_each[folded(name)] > 1 else bool(name)
        return frozenset(sectors), tuple(posts), shared, bool(comer.seat)


def of_held(term: NeededQuorum, facts: Facts, meeting: Meeting) -> Presence:
    """Who was at a meeting and counted, and who of the members was not, or did not count."""
    there = _comers(counted(term, meeting), came(term, facts, meeting))
    everyone = _comers(belonging(facts, meeting), sitting(term, facts, meeting))
    return Presence(term, facts, meeting, there, _others(everyone, there))


def of_scheduled(term: NeededQuorum, facts: Facts, meeting: Meeting) -> Presence:
    """Who is expected at a meeting ahead, and who sent apologies."""
    there = _comers(organisations_expected(facts, meeting), expected(term, facts, meeting))
    everyone = _comers(belonging(facts, meeting), sitting(term, facts, meeting))
    return Presence(term, facts, meeting, there, _others(everyone, there))


def _comers(names: Sequence[str], seats: Sequence[Seat]) -> list[Comer]:
    """Each person whose seat counts, and each organisation that none of them comes for."""
    known = {folded(name): name for name in names}
    people = [Comer(known.get(folded(seat.organisation)), seat) for seat in seats]
    covered = {folded(comer.organisation) for comer in people if comer.organisation}
    return people + [Comer(known[key]) for key in known if key not in covered]


def _others(everyone: Sequence[Comer], there: Sequence[Comer]) -> list[Comer]:
    """Those of everyone who are not there; who would come for an organisation that is, brings it no more."""
    seats = {id(comer.seat) for comer in there if comer.seat}
    names = {folded(comer.organisation) for comer in there if comer.organisation}
    return [
        comer
        for comer in everyone
        if (id(comer.seat) not in seats if comer.seat else folded(comer.organisation) not in names)
    ]
