"""Composition: who sits on the body and its groups, against who should."""

from datetime import date
from typing import Any

import pytest

from rules import composition
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
ROSTER = """
    organisation | sector    | membership
    Alder        | Health    | member
    Birch        | Education | member
    Cedar        | Housing   | observer
"""


def found(term: dict[str, Any], **tables: str) -> list[str]:
    """Each finding as one line: status, subject and sentence."""
    findings = composition.judge(body(composition=term), facts(**tables), TODAY)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


SIZE = {"kind": "size", "least": 2, "most": 3}


def test_a_group_within_its_size_band_is_met() -> None:
    """People in filled seats are counted, unconfirmed ones are named apart."""
    seats = """
        organisation | person | status
        Alder        | Ann    | filled
        Birch        | Bo     | filled
        Cedar        | Cy     | unconfirmed
    """
    says = "2 people and 1 unconfirmed; the terms ask for 2 to 3."

    assert found(SIZE, seats=seats) == [f"met | Board | {says}"]


def test_a_group_below_its_size_band_is_not_met() -> None:
    """A seat that ended, a deputy and a seat in another group do not count."""
    seats = """
        organisation | person | role   | to_on       | group_name
        Alder        | Ann    | member |             | Board
        Birch        | Bo     | member | 20 Nov 2026 | Board
        Cedar        | Cy     | deputy |             | Board
        Alder        | Di     | member |             | Operations
    """

    assert found(SIZE, seats=seats) == ["not met | Board | 1 person; the terms ask for 2 to 3."]


def test_whoever_fills_several_seats_is_one_representative() -> None:
    """Unless the terms count the seats; a filled seat that names nobody is one more."""
    seats = """
        seat    | person  | status
        Chair   | Pat Lee | filled
        Housing | pat lee | filled
        Health  |         | filled
        Schools | Jo Fox  | filled
    """

    assert found(SIZE, seats=seats)[0].startswith("met | Board | 3 people;")
    filled = found({**SIZE, "counting": "filled seats"}, seats=seats)
    assert filled[0].startswith("not met | Board | 4 filled seats;")


def test_a_group_above_its_size_band_is_not_met() -> None:
    """Where the terms count all seats, an unconfirmed seat counts as well."""
    seats = """
        person | status
        Ann    | filled
        Bo     | filled
        Cy     | filled
        Di     | unconfirmed
    """

    assert found(SIZE, seats=seats)[0].startswith("met")
    assert found({**SIZE, "counting": "all seats"}, seats=seats)[0].startswith("not met | Board | 4 seats")


def test_a_group_without_a_seat_on_record_is_unknown() -> None:
    """No seats is no evidence of an empty group."""
    assert found(SIZE) == ["unknown | Board | No seats of the Board are recorded."]


SECTORS = {"kind": "sectors", "sectors": ["Health", "Education"]}


def test_every_sector_with_a_seat_is_met() -> None:
    """A sector is there through a member organisation with somebody in the group."""
    seats = """
        organisation | person
        Alder        | Ann
        birch        | Bo
    """

    assert found(SECTORS, organisations=ROSTER, seats=seats) == [
        "met | Board | 2 of 2 sectors have a member here."
    ]


def test_a_missing_sector_is_named() -> None:
    """A vacant seat brings no sector, and an observer brings none either."""
    seats = """
        organisation | status
        Alder        | filled
        Birch        | vacant
        Cedar        | filled
    """
    term = {**SECTORS, "sectors": ["Health", "Education", "Housing"]}
    says = "1 of 3 sectors have a member here; missing: Education and Housing."

    assert found(term, organisations=ROSTER, seats=seats) == [f"not met | Board | {says}"]


def test_a_sector_wanted_where_possible_is_due_not_failed() -> None:
    """The weaker word of the document gives the weaker status."""
    term = {**SECTORS, "sectors": ["Health", "Schools"], "strength": "should"}
    says = "1 of 2 sectors have a member here; wanted where possible: Schools."

    assert found(term, organisations=ROSTER) == [f"due | Board | {says}"]


def test_sectors_nobody_recorded_are_unknown() -> None:
    """A roster without sectors proves neither presence nor absence."""
    roster = """
        organisation
        Alder
    """

    assert found(SECTORS, organisations=roster)[0].startswith("unknown")


OFFICES = {"kind": "offices", "role": "co-chair", "count": 2}


def test_more_holders_than_the_terms_have_is_not_met() -> None:
    """Three names on the roster against two in the terms is a discrepancy to settle."""
    seats = """
        seat  | organisation | role
        First | Alder        | co-chair
        Next  | Alder        | co-chair
        Last  | Birch        | co-chair
    """

    assert found(OFFICES, seats=seats) == ["not met | Co-chair | 3 co-chairs are named; the terms have 2."]


def test_as_many_holders_as_the_terms_have_is_met() -> None:
    """Two organisations hold the two posts."""
    seats = """
        organisation | role
        Alder        | co-chair
        Birch        | co-chair
    """

    assert found(OFFICES, seats=seats) == ["met | Co-chair | 2 co-chairs are named; the terms have 2."]


def test_co_chairs_are_of_as_many_organisations() -> None:
    """The posts are held by organisations, so two people of one are one too few."""
    seats = "seat | organisation | role\nFirst | Alder | co-chair\nNext | alder | co-chair"

    assert found(OFFICES, seats=seats) == [
        "not met | Co-chair | 2 co-chairs are named; the terms have 2. They are from 1 organisation only."
    ]


HOSTED = {**OFFICES, "secretariat": True}
CO_CHAIRS = """
    organisation | role        | status | to_on
    Alder        | co-chair    | filled |
    Birch        | co-chair    | filled |
    {}
"""


def test_one_of_the_holders_is_the_secretariat_too() -> None:
    """The same organisation has a seat as secretariat."""
    seats = CO_CHAIRS.format("birch | secretariat | filled |")

    assert found(HOSTED, seats=seats) == ["met | Co-chair | 2 co-chairs are named; the terms have 2."]


@pytest.mark.parametrize(
    "row",
    ["", "Cedar | secretariat | filled |", "Alder | secretariat | vacant |",
     "Alder | secretariat | filled | 20 Nov 2026"],
)  # fmt: skip
def test_a_secretariat_elsewhere_or_nowhere_is_not_met(row: str) -> None:
    """Neither another organisation's seat counts, nor one that is vacant or has ended."""
    says = "2 co-chairs are named; the terms have 2. The secretariat is with none of their organisations."

    assert found(HOSTED, seats=CO_CHAIRS.format(row)) == [f"not met | Co-chair | {says}"]


def test_the_secretariat_is_asked_for_only_where_the_number_is_right() -> None:
    """Too many holders are to be settled first."""
    says = "3 co-chairs are named; the terms have 2."

    assert found(HOSTED, seats=CO_CHAIRS.format("Cedar | co-chair | filled |")) == [
        f"not met | Co-chair | {says}"
    ]


def test_a_holder_without_an_organisation_is_not_taken_for_granted() -> None:
    """A post is held by an organisation, so one that is not recorded is said."""
    seats = """
        organisation | person | role
        Alder        | Ann    | co-chair
                     | Bo     | co-chair
    """

    assert found(OFFICES, seats=seats)[0].endswith("The organisation of 1 is not recorded.")
    assert found(OFFICES, seats=seats)[0].startswith("unknown")


def test_unconfirmed_holders_are_neither_met_nor_failed() -> None:
    """Two unconfirmed names may turn out to be the two holders, or two too many."""
    seats = """
        organisation | role     | status
        Alder        | co-chair | unconfirmed
        Birch        | co-chair | unconfirmed
    """
    four = seats + "        Cedar | co-chair | filled\n        Dale | co-chair | filled\n"
    says = "0 co-chairs are named and 2 unconfirmed; the terms have 2."

    assert found(OFFICES, seats=seats) == [f"unknown | Co-chair | {says}"]
    assert found(OFFICES, seats=four)[0].startswith("unknown | Co-chair | 2 co-chairs are named and 2 unconf")


def test_a_role_nobody_recorded_is_unknown() -> None:
    """Nothing on record is no evidence that the post is empty."""
    assert found(OFFICES) == ["unknown | Co-chair | No co-chair is recorded."]


CONTACT = {"kind": "primary contact"}


def test_one_primary_contact_for_each_organisation_is_met_once() -> None:
    """The same person in two groups is one contact."""
    seats = """
        group_name | organisation | person | primary_contact
        Board      | Alder        | Ann    | yes
        Operations | Alder        | Ann    | yes
        Board      | Birch        | Bo     | yes
    """

    assert found(CONTACT, organisations=ROSTER, seats=seats) == [
        "met | Member organisations | 2 of 2 organisations have one primary contact."
    ]


def test_none_or_two_primary_contacts_are_not_met() -> None:
    """Exactly one means that nobody is missing and nobody is too many."""
    seats = """
        organisation | person | primary_contact
        Alder        | Ann    | yes
        Alder        | Abe    | yes
        Birch        | Bo     | no
    """

    assert found(CONTACT, organisations=ROSTER, seats=seats) == [
        "not met | Alder | 2 primary contacts are named; the terms ask for one.",
        "not met | Birch | 0 primary contacts are named; the terms ask for one.",
    ]
    known = facts(organisations=ROSTER, seats=seats)
    findings = composition.judge(body(composition=CONTACT), known, TODAY)
    assert [(each.value, each.limit) for each in findings] == [(2, 1), (0, 1)]


def test_primary_contacts_that_nobody_recorded_are_unknown() -> None:
    """An empty column accuses no organisation."""
    seats = """
        organisation | person
        Alder        | Ann
    """

    assert found(CONTACT, organisations=ROSTER, seats=seats) == [
        "unknown | Member organisations | No primary contact is recorded for any organisation."
    ]


REPRESENTATION = {"kind": "representation", "groups": ["Board", "Operations"]}


def test_each_organisation_needs_somebody_in_each_group() -> None:
    """Whoever lacks one is named with the group; the rest are one line."""
    seats = """
        group_name | organisation | person
        Board      | Alder        | Ann
        Operations | Alder        | Abe
        Board      | Birch        | Bo
    """

    rest = "1 of 2 organisations have a representative in the Board and Operations."

    assert found(REPRESENTATION, organisations=ROSTER, seats=seats) == [
        "not met | Birch | No representative in the Operations.",
        f"met | Other member organisations | {rest}",
    ]


def test_a_group_nobody_loaded_accuses_no_organisation() -> None:
    """The group without seats is unknown, and the other one is still judged."""
    seats = """
        group_name | organisation | person
        Board      | Alder        | Ann
        Board      | Birch        | Bo
    """

    assert found(REPRESENTATION, organisations=ROSTER, seats=seats) == [
        "unknown | Operations | No seats of the Operations are recorded.",
        "met | Member organisations | 2 of 2 organisations have a representative in the Board.",
    ]


SEATS = {"kind": "seats", "count": 3}


def test_unconfirmed_and_vacant_seats_are_counted() -> None:
    """A listed seat is met only by a confirmed person."""
    seats = """
        seat   | status
        Chair  | filled
        Health | unconfirmed
        Police | vacant
    """
    says = "1 of 3 seats is unconfirmed; 1 of 3 seats is vacant."

    assert found(SEATS, seats=seats) == [f"not met | Board | {says}"]


def test_a_seat_that_was_vacant_and_is_filled_counts_once() -> None:
    """The old row of a seat does not outweigh the person who now holds it."""
    seats = """
        seat   | person | status
        Chair  | Ann    | filled
        Health |        | vacant
        Health | Bo     | filled
        Police | Cy     | filled
    """

    assert found(SEATS, seats=seats) == ["met | Board | 3 of 3 seats are filled."]


def test_fewer_seats_than_the_document_lists_is_not_met() -> None:
    """A seat that is not on the roster is not filled."""
    seats = """
        seat   | person
        Chair  | Ann
        Health | Bo
    """

    assert found(SEATS, seats=seats) == ["not met | Board | 2 of 2 seats are filled; the terms list 3."]


def test_the_roster_holds_as_many_organisations_as_the_document_lists() -> None:
    """Members and observers are on the roster; applicants and former members are not."""
    roster = ROSTER + "    Dale | | applicant\n    Elm | | former\n"

    assert found({"kind": "listed", "count": 3}, organisations=roster) == [
        "met | Roster | 3 organisations are listed; 3 are on the roster."
    ]
    assert found({"kind": "listed", "count": 4}, organisations=roster) == [
        "not met | Roster | 4 organisations are listed; 3 are on the roster."
    ]


def test_an_observer_is_on_the_roster_from_its_first_day_to_its_last() -> None:
    """Neither before it joined nor after it left."""
    roster = """
        organisation | membership | joined_on   | left_on
        Alder        | member     |             |
        Birch        | observer   | 21 Nov 2026 | 21 Nov 2026
        Cedar        | observer   | 22 Nov 2026 |
        Dale         | observer   |             | 20 Nov 2026
    """

    assert found({"kind": "listed", "count": 2}, organisations=roster)[0].startswith("met")


def test_rules_about_members_are_unknown_without_members() -> None:
    """An organisation that joins tomorrow is not a member today."""
    roster = """
        organisation | joined_on
        Alder        | 22 Nov 2026
    """

    assert found(CONTACT, organisations=roster) == [
        "unknown | Member organisations | No member organisations are recorded."
    ]
