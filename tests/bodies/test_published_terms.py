"""The five bodies' terms files as a reader and a rule meet them."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rules import load_bodies
from rules.terms import Term, in_force

FOLDER = Path(__file__).parents[2] / "bodies"
BODIES = load_bodies(FOLDER)

REGISTER = """
    national_alliance  A  40
    nottinghamshire    N  34
    fostering_network  F  12
    kent_medway        C  43
    walsall            W  25
"""

FAMILY_OF = """
    national_alliance  A03  admission
    national_alliance  A05  admission
    national_alliance  A11  groups
    national_alliance  A10  attendance
    national_alliance  A12  fee
    national_alliance  A23  office
    national_alliance  A31  groups
    national_alliance  A34  cadence
    national_alliance  A37  notice
    national_alliance  A40  quorum
    nottinghamshire    N01  document
    nottinghamshire    N09  pledges
    nottinghamshire    N14  composition
    nottinghamshire    N17  admission
    nottinghamshire    N19  duties
    nottinghamshire    N22  quorum
    nottinghamshire    N25  notice
    nottinghamshire    N28  decision
    fostering_network  F02  pledges
    fostering_network  F06  duties
    fostering_network  F09  composition
    fostering_network  F12  text
    kent_medway        C13  composition
    kent_medway        C25  office
    kent_medway        C26  office
    kent_medway        C30  quorum
    kent_medway        C31  decision
    kent_medway        C35  notice
    kent_medway        C40  duties
    kent_medway        C43  review
    walsall            W13  composition
    walsall            W15  cadence
    walsall            W16  actions
    walsall            W22  review
    walsall            W25  document
"""

INTERPRETED = """
    national_alliance  A05 A10 A11 A12 A16 A23 A25 A30 A31 A34 A37 A39
    nottinghamshire    N09 N16 N24 N25 N28 N33 N34
    kent_medway        C01 C13 C23 C25 C30 C31 C33 C35 C38 C41
    walsall            W10 W15 W16 W22
"""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.split("\n") if line.strip()]


def own(body: str) -> Iterator[tuple[str, Term]]:
    """Family and entry of everything written in the body's own file."""
    for family, entries in BODIES[body].terms.items():
        yield from ((family, entry) for entry in entries if entry.source_file == f"bodies/{body}.toml")


EVERY = [(body, family, entry) for body in BODIES for family, entry in own(body)]


def test_the_folder_holds_the_five_bodies():
    """Every body of the register has a file that loads, and there is no other."""
    assert set(BODIES) == {body for body, _, _ in rows(REGISTER)}


@pytest.mark.parametrize(("body", "letter", "count"), rows(REGISTER))
def test_every_numbered_rule_is_in_its_file(body, letter, count):
    """Each number of the register stands in its body's own file, as a rule or covered by another."""
    expected = {f"{letter}{number:02}" for number in range(1, int(count) + 1)}
    assert expected <= {rule for _, entry in own(body) for rule in (entry.rule, *entry.also)}


@pytest.mark.parametrize(("body", "letter", "count"), rows(REGISTER))
def test_no_number_is_invented(body, letter, count):
    """Every rule an entry names is in the register; a small a marks a second setting of that rule."""
    named = {rule.rstrip("a") for _, entry in own(body) for rule in (entry.rule, *entry.also)}
    assert named <= {f"{letter}{number:02}" for number in range(1, int(count) + 1)}


@pytest.mark.parametrize("body", BODIES)
def test_no_entry_silently_replaces_another(body):
    """Every entry entered from the documents is in force today: none is hidden by another of its rule."""
    for _, entries in BODIES[body].terms.items():
        assert in_force(entries, date(2026, 11, 21)) == entries


@pytest.mark.parametrize(("body", "rule", "family"), rows(FAMILY_OF))
def test_a_rule_is_in_the_family_that_judges_it(body, rule, family):
    """The key rules stand in the family whose judge can answer them."""
    assert family in {found for found, entry in own(body) if entry.rule == rule}


def test_every_paraphrase_is_one_short_sentence():
    """`says` ends with its only full stop (a decimal point is none) and stays under 160 characters."""
    sentence = re.compile(r"([^.]|\.(?=\d)){1,158}\.")
    assert [entry.rule for _, _, entry in EVERY if not sentence.fullmatch(entry.says)] == []


def test_every_entry_says_where_to_read_the_original():
    """No entry leaves its clause empty."""
    assert [e.rule for _, _, e in EVERY if not e.clause] == []


def test_every_interpretation_asks_and_answers():
    """An interpretation is a question with its reading as a sentence."""
    readings = [(e.rule, e.interpretation) for _, _, e in EVERY if e.interpretation]
    assert [r for r, i in readings if not (i.question.endswith("?") and i.reading.endswith("."))] == []


@pytest.mark.parametrize(("body", "rules"), [(body, rules) for body, *rules in rows(INTERPRETED)])
def test_every_ambiguous_rule_shows_how_it_is_read(body, rules):
    """A clause that can be read in more than one way carries its interpretation."""
    assert set(rules) <= {entry.rule for _, entry in own(body) if entry.interpretation}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_no_file_holds_an_email_address_or_telephone_number(path):
    """The terms name offices and organisations, never a way to reach a person."""
    assert re.findall(r"\S+@\S+|(?:\+44|\b0)(?: ?\d){9,}", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("body", BODIES)
def test_every_sector_a_rule_names_is_a_sector_of_the_body(body):
    """Quorum and composition speak only of sectors that the body's own list has."""
    named = {
        s for _, entries in BODIES[body].terms.items() for e in entries for s in getattr(e, "sectors", ())
    }
    assert named <= set(BODIES[body].sectors)


def test_nottinghamshire_includes_all_seven_kinds_of_member():
    """N14 asks for exactly the seven sectors of the body."""
    body = BODIES["nottinghamshire"]
    assert (len(body.sectors), set(body.terms["composition"][0].sectors)) == (7, set(body.sectors))


def test_silent_and_none_stay_different():
    """Two documents are silent about a quorum, one says that there is none, one needs one."""
    kinds = {body: [e.kind for family, e in own(body) if family == "quorum"] for body in BODIES}
    assert kinds == {
        "fostering_network": [],
        "kent_medway": ["needed"],
        "national_alliance": ["silent"],
        "nottinghamshire": ["none"],
        "walsall": ["silent"],
    }
