"""Whose coming or staying away would turn a quorum: judged again for each choice, the smallest first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinds.names import folded
from rules.apologies import belonging, expected, organisations_expected
from rules.counting import NeededQuorum, came, counted, sectors_of, sitting, tally_of
from rules.facts import Facts
from rules.finding import Need
from rules.people import Meeting, Seat
from rules.search import smallest
from rules.sitting import holds
from rules.tally import Tally

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
        return self.with_only(self.there).is_quorate

    @property
    def needs(self) -> tuple[Need, ...]:
        return tuple(Need(*each) for each in self.with_only(self.there).needs)

    def with_only(self, comers: Sequence[Comer]) -> Tally:
        """What is counted if these come and nobody else, as the meeting itself is judged."""
        names = [comer.organisation for comer in comers if comer.organisation]
        people = [comer.seat for comer in comers if comer.seat]
        return tally_of(self.term, self.facts, self.meeting, names, people)

    def ways(self) -> list[Way]:
        """The smallest choices of those who would have to come or, where there is a quorum, to stay away."""
        wanted = not self.is_quorate
        alike = list((self._bringing() if wanted else self._taking()).values())
        sizes = [len(of) for of in alike]

        def turns(counts: Sequence[int]) -> bool:
            chosen = [each for many, of in zip(counts, alike, strict=True) for each in of[:many]]
            left = [*self.there, *chosen] if wanted else [c for c in self.there if c not in chosen]
            return self.with_only(left).is_quorate is wanted

        # the more come, or stay away, the better for it
        found = smallest(sizes, turns) if turns(sizes) else []
        return [tuple(_named(many, of) for many, of in zip(way, alike, strict=True) if many) for way in found]

    def _bringing(self) -> Mapping[Signature, Sequence[Comer]]:
        """Those away who would bring the same of what is lacking; whoever would bring nothing is left out.

        An organisation counts once: who comes for it beside another brings a person and no more.
        """
        now = self.with_only(self.there)
        short = {count.unit for count in now.counts if count.is_short}
        known = {folded(comer.organisation) for comer in self.there if comer.organisation}
        found: dict[Signature, list[Comer]] = {}
        for comer in self.away:
            is_new = bool(comer.organisation) and folded(comer.organisation) not in known
            known.add(folded(comer.organisation))
            posts = self._posts(comer) & set(now.absent)
            sectors = self._sectors(comer) & set(map(folded, now.missing)) if is_new else frozenset()
            person = "people" in short and bool(comer.seat)
            organisation = "organisations" in short and is_new
            if posts or sectors or person or organisation:
                found.setdefault((posts, sectors, person, organisation), []).append(comer)
        return found

    def _taking(self) -> Mapping[Signature, Sequence[Comer]]:
        """Those there who would take the same away; one of several of an organisation only takes a person."""
        of_each = Counter(folded(comer.organisation) for comer in self.there if comer.organisation)
        found: dict[Signature, list[Comer]] = {}
        for comer in self.there:
            own: Signature = (self._posts(comer), bool(comer.seat))
            if comer.organisation and (not comer.seat or self.term.organisations or self.term.sectors):
                name = folded(comer.organisation)
                own += (self._sectors(comer), name if of_each[name] > 1 else "")
            found.setdefault(own, []).append(comer)
        return found

    def _posts(self, comer: Comer) -> frozenset[str]:
        return frozenset(post for post in self.term.posts if comer.seat and holds(comer.seat, post))

    def _sectors(self, comer: Comer) -> frozenset[str]:
        asked = set(map(folded, self.term.sectors))
        return frozenset(sectors_of(self.facts, comer.organisation or "", self.meeting) & asked)


def _named(many: int, of: Sequence[Comer]) -> tuple[int, tuple[str, ...]]:
    return many, tuple(comer.name for comer in of)


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
