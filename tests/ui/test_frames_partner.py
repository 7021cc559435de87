"""What the page of a partner asks of facts."""

from dataclasses import replace
from datetime import date

from tests.rules.build import body, facts
from ui import frames_partner as of

TODAY = date(2026, 11, 21)
FACTS = facts(
    organisations="""
        organisation | sector           | joined_on  | left_on
        Birch        |                  |            |
        Alder        | Higher education | 1 Nov 2023 |
    """,
    pledges="reference | organisation | pledge\nP1 | Cedar | Homes",
    seats="""
        organisation | seat | person  | from_on    | to_on      | status
        Alder        | Lead | Pat Lee | 1 Nov 2023 |            | filled
        Alder        | Old  | Jo Dee  | 1 Nov 2020 | 1 Nov 2023 | filled
        Birch        | Lead |         |            |            | vacant
    """,
    meetings="""
        meeting_on | members | count_recorded | listed
        3 Mar 2026 | Alder   | 2              | everyone
        9 Jun 2026 |         | 1              | everyone
        9 Dec 2026 |         | 0              |
    """,
    attendance_by_organisation="""
        meeting_on | organisation | attendance
        3 Mar 2026 | Alder        | present
        9 Jun 2026 | Alder        | apologies
    """,
    decisions="""
        reference | meeting_on | decision | consent_needed_from | consent_given_by
        D1        | 3 Mar 2026 | Share it | Alder, Birch        | Alder
        D2        | 9 Jun 2026 | Spend it |                     |
    """,
)


def test_whoever_is_on_the_roster_or_pledged_is_a_partner() -> None:
    """By name, each once."""
    assert of.names(FACTS) == ["Alder", "Birch", "Cedar"]


def test_what_is_not_known_of_it_is_left_out() -> None:
    """Sector and membership; nothing where it is not on the roster."""
    told = {"Sector": "Higher education", "Membership": "Member, since 1 November 2023"}
    assert of.key_facts(FACTS, "alder", TODAY) == told
    assert of.key_facts(FACTS, "Birch", TODAY) == {"Membership": "Member"}
    assert of.key_facts(FACTS, "Cedar", TODAY) == {}


def test_its_seats_are_those_of_the_day() -> None:
    """One that ended is not among them, one that waits to be filled is."""
    assert of.seats(FACTS, "Alder", TODAY)["person"].to_list() == ["Pat Lee"]
    assert of.seats(FACTS, "Birch", TODAY)["status"].to_list() == ["Vacant"]
    assert of.seats(FACTS, "Cedar", TODAY).is_empty()


def test_it_came_to_so_many_of_the_meetings_held() -> None:
    """What it did at which; a meeting ahead does not count, and nothing is told of a stranger."""
    [(rate, told)] = of.came(body(), FACTS, "Alder", TODAY).values()

    assert rate == "1 of 2"
    assert [word for word, _ in told] == ["● Came", "○ Apologies"]
    assert of.came(body(), FACTS, "Cedar", TODAY) == {}


def test_a_consent_is_given_or_not_on_record() -> None:
    """Only of decisions that need it from this partner."""
    assert of.consents(FACTS, "Alder")["consent"].to_list() == [of.GIVEN]
    assert of.consents(FACTS, "Birch")["consent"].to_list() == [of.WAITED_FOR]
    assert of.consents(FACTS, "Cedar").is_empty()


def test_all_partners_are_each_of_them() -> None:
    """As the verdict on the decision has it: asked of all, and given by all."""
    made = replace(FACTS.decisions[0], consent_needed_from="All partners", consent_given_by="All")
    facts = replace(FACTS, decisions=(made,))

    assert of.consents(facts, "Alder")["consent"].to_list() == [of.GIVEN]
    assert of.consents(facts, "Birch")["consent"].to_list() == [of.GIVEN]


def test_there_is_nothing_of_several_kinds_in_one_sentence() -> None:
    """And no sentence where there is something of each."""
    assert of.nothing_of({"seats": True, "pledges": False, "a fee": False}) == (
        "Nothing is on record of: pledges, a fee."
    )
    assert of.nothing_of({"seats": True}) == ""
