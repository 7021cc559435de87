"""Thresholds of people, shares and populations against a second reading, on boards drawn at random.

A third, a half, 60% or two thirds, at least or more than it, of members, organisations, people, seats or
voters; beside it numbers of people and organisations, and a post that must be there. And majorities of each
population, with those who declared a conflict or without them. Counted in whole numbers, one by one.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any, NamedTuple

from rules import Facts, judge
from rules.finding import Finding
from tests.rules.build import body, facts
from tests.switch import many

TODAY, DAY = date(2026, 6, 30), "2026-05-05"
COUNT = many(200, 500, 3000)
# as the terms write it, over and under the line
SHARES = {"1/3": (1, 3), "1/2": (1, 2), "60%": (3, 5), "2/3": (2, 3), "3/4": (3, 4)}
SILENT_SEATS = ("Member, non-voting", "Observer", "Adviser to the board")
SEATS = ("Member", "Member", "Councillor", "Councillor", *SILENT_SEATS)
OF = ("members", "organisations", "people", "seats", "voting members")
COUNTED_OF = ("votes cast", "members present", "voting members present", "all members", "voting members")


class Sitter(NamedTuple):
    person: str
    organisation: str
    seat: str
    is_there: bool

    @property
    def votes(self) -> bool:
        return self.seat not in SILENT_SEATS


class Board(NamedTuple):
    """Who holds a seat and who of them came, how many seats are vacant, and which organisations belong."""

    people: list[Sitter]
    vacant: int
    organisations: tuple[str, ...]

    @property
    def there(self) -> list[Sitter]:
        return [each for each in self.people if each.is_there]

    @property
    def facts(self) -> Facts:
        return self.with_decisions("reference")

    def with_decisions(self, decisions: str) -> Facts:
        seats = [f"{each.seat} | {each.person} | {each.organisation} | filled" for each in self.people]
        came = {each.organisation for each in self.there}
        lists = [
            f"{DAY} | {name} | present | {'; '.join(s.person for s in self.there if s.organisation == name)}"
            for name in sorted(came)
        ]
        known = [f"{name} | member" for name in self.organisations]
        return facts(
            meetings="meeting_on | members | count_recorded | count_present\n"
            f"{DAY} | {'; '.join(sorted(came))} | {len(self.people)} | {len(self.there)}",
            seats="\n".join(
                ["seat | person | organisation | status", *seats, *["Member | | | vacant"] * self.vacant]
            ),
            organisations="\n".join(["organisation | membership", *known, "Fir | observer"]),
            decisions=decisions,
            attendance_by_organisation="\n".join(["meeting_on | organisation | attendance | people", *lists]),
        )


def board(dice: Random) -> Board:
    names = ("Alder", "Birch", "Cedar", "Damson")
    chance = dice.choice((0.3, 0.5, 0.8))
    people = [
        Sitter(f"Person {number}", dice.choice(names), dice.choice(SEATS), dice.random() < chance)
        for number in range(1, dice.randint(2, 10))
    ]
    return Board(people, dice.choice((0, 0, 1, 3)), names)


def least(written: str, total: int, more_than: bool) -> int:
    """The first number, counted up from none, that is as much of the total as is written."""
    over, under = SHARES[written]
    return next(
        n
        for n in range(total + 2)
        if n * under > over * total or (not more_than and n * under == over * total)
    )


def terms(dice: Random) -> dict[str, Any]:
    """An entry on the quorum that asks for something."""
    asked = {
        "share": dice.choice((None, *SHARES)),
        "people": dice.choice((None, None, 1, 3, 4)),
        "organisations": dice.choice((None, None, 2, 3)),
        "posts": dice.choice(((), (), ("Councillor",))),
    }
    if not any(asked.values()):
        asked["people"] = 2
    return {
        **asked, "kind": "needed", "of": dice.choice(OF), "more_than": dice.random() < 0.5,
        "whichever": dice.choice(("greater", "less")), "substitutes": "nobody",
    }  # fmt: skip


def needs(asked: Mapping[str, Any], of: Board) -> dict[str, tuple[int, int]] | None:
    """What is asked for, how many there are, how many are needed; None where nobody has a vote."""
    voters_only = asked["of"] == "voting members"
    whose = [each for each in of.people if each.votes or not voters_only]
    share_of_people = asked["share"] and asked["of"] != "organisations"
    if not whose and (share_of_people or asked["people"] or asked["posts"]):
        return None
    there = [each for each in whose if each.is_there]
    came = {"Organisations": len({each.organisation for each in of.there}), "People": len(there)}
    wanted = {"Organisations": [asked["organisations"]], "People": [asked["people"]]}
    if asked["share"] and asked["of"] == "organisations":
        wanted["Organisations"].append(least(asked["share"], len(of.organisations), asked["more_than"]))
    elif asked["share"]:
        total = len(whose) + (of.vacant if asked["of"] == "seats" else 0)
        wanted["People"].append(least(asked["share"], total, asked["more_than"]))
    pick = {"greater": max, "less": min}[asked["whichever"]]
    found = {what: (came[what], pick(filter(None, sizes))) for what, sizes in wanted.items() if any(sizes)}
    posts = {post: (sum(each.seat == post for each in there), 1) for post in asked["posts"]}
    return {**found, **posts}


def worlds() -> Iterator[tuple[str, Random, Board]]:
    for seed in range(COUNT):
        dice = Random(seed)
        yield f"seed {seed}", dice, board(dice)


def only(found: Iterator[Finding]) -> Finding:
    [finding] = [each for each in found if "2026" in each.about]
    return finding


def test_a_quorum_of_any_population_is_counted_alike() -> None:
    """The needs, how far each is reached, and the verdict."""
    reached = set()
    for seed, dice, of in worlds():
        asked = terms(dice)
        finding = only(judge(body(quorum=asked, members_are="people"), of.facts, TODAY))
        if not of.there:
            # a list on which nobody came is one, as long as it says something of somebody
            continue
        expected = needs(asked, of)
        told = {each.what: (each.there, each.least) for each in finding.needs}
        is_met = all(there >= needed for there, needed in (expected or {}).values())
        status = "unknown" if expected is None else "met" if is_met else "not met"

        assert (finding.status, told) == (status, expected or {}), (seed, asked["of"], asked, of)
        reached.add(status)
    assert reached == {"met", "not met", "unknown"}


class Ballot(NamedTuple):
    """How each of those there voted, and who declared a conflict of interest."""

    cast: dict[str, int]
    conflicted: list[Sitter]

    def in_facts(self, of: Board) -> Facts:
        names = "; ".join(each.person for each in self.conflicted)
        votes = " | ".join(str(self.cast[how]) for how in VOTES)
        return of.with_decisions(
            f"reference | meeting_on | decision | method | {' | '.join(VOTES)} | conflicted\n"
            f"D1 | {DAY} | Agreed | vote | {votes} | {names}"
        )


VOTES = ("votes_for", "votes_against", "votes_abstained")


def ballot(dice: Random, of: Board) -> Ballot:
    """The votes of those there, of whom some did not vote; now and then one too many."""
    voted = [dice.choice((*VOTES, VOTES[0], "")) for _ in of.there]
    cast = {how: voted.count(how) for how in VOTES}
    cast["votes_for"] += dice.choice((0, 0, 0, 0, 1))
    return Ballot(cast, [each for each in of.people if dice.random() < 0.15])


def population(counted_of: str, of: Board, without: list[Sitter], voteless: Sequence[str]) -> list[Sitter]:
    """The people of whom a majority is counted, one by one."""
    whose = of.there if counted_of.endswith(("present", "cast")) else of.people
    voters = [each for each in whose if each.votes and each.seat not in voteless]
    return [each for each in (voters if counted_of.startswith("voting") else whose) if each not in without]


def carried(asked: Mapping[str, Any], of: Board, given: Ballot, voteless: Sequence[str]) -> str:
    """Whether a decision was carried, not carried, or nobody can know."""
    without = given.conflicted if asked["conflicted"] == "left out" else []
    agreed, against, abstained = (given.cast[how] for how in VOTES)
    there = "voting members present" if asked["counted_of"].startswith("voting") else "members present"
    could_vote = len(population(there, of, without, voteless))
    if could_vote and agreed + against + abstained > could_vote:
        return "unknown"
    total = agreed + against
    if asked["counted_of"] != "votes cast":
        total = len(population(asked["counted_of"], of, without, voteless))
    if not total:
        return "not met" if asked["counted_of"] == "votes cast" and not asked["share"] else "unknown"
    needed = least(asked["share"] or "1/2", total, more_than=not asked["share"])
    return "met" if agreed >= needed else "not met"


def test_a_majority_of_any_population_is_counted_alike() -> None:
    """More than half, two thirds or three quarters of the votes, of those there, or of all."""
    reached = set()
    for seed, dice, of in worlds():
        asked = {
            "kind": "majority", "share": dice.choice((None, "1/2", "2/3", "3/4")),
            "counted_of": dice.choice(COUNTED_OF), "conflicted": dice.choice(("counted", "left out")),
        }  # fmt: skip
        voteless = dice.choice(((), ("Councillor",)))
        quorum = {
            "kind": "needed", "organisations": 1, "of": "voting members", "substitutes": "nobody",
            "without_vote": voteless,
        }  # fmt: skip
        given = ballot(dice, of)
        terms_of_day = body(quorum=quorum, decision=asked, members_are="people")
        found = judge(terms_of_day, given.in_facts(of), TODAY)
        verdict = only(each for each in found if each.family == "decision")
        expected = carried(asked, of, given, voteless)

        assert verdict.status == expected, (seed, asked, given, of, voteless, verdict.says)
        reached.add(expected)
    assert reached == {"met", "not met", "unknown"}
