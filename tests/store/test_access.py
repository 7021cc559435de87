"""The one door for reading."""

from datetime import date

import pytest

from store import NotAllowed, Reader, Store
from store import access as access_module
from store.catalogue import MARTS
from tests.store.tables import SECRETARIAT, note, table

BRIGHT = Reader("cyd@example.org", frozenset({"partner"}), "north", "Bright Homes")


@pytest.mark.parametrize(
    "mart",
    ["organisations", "seats", "attendance", "attendance_by_organisation", "actions", "pledges", "payments"],
)
def test_a_partner_sees_only_its_own_rows(north: Store, mart: str) -> None:
    """A partner reads its organisation's rows of a mart that has others'."""
    assert set(north.read(BRIGHT, mart)["organisation"]) == {"Bright Homes"}
    assert len(north.read(SECRETARIAT, mart)["organisation"].unique()) > 1


def test_a_partner_sees_only_progress_on_its_own_pledges(north: Store) -> None:
    """Progress has no organisation; a partner is confined through its pledges."""
    assert north.read(BRIGHT, "pledge_progress")["pledge_reference"].to_list() == ["P1"]


def test_a_partner_asking_for_anothers_rows_gets_none(north: Store) -> None:
    """A filter cannot widen what a partner sees."""
    assert north.read(BRIGHT, "actions", organisation="North Council").is_empty()


@pytest.mark.parametrize("mart", ["decisions", "groups", "duties", "publications", "outcomes"])
def test_a_partner_reads_what_the_board_did(north: Store, mart: str) -> None:
    """What the board did as a whole is open to its partners."""
    assert north.read(BRIGHT, mart).equals(north.read(SECRETARIAT, mart))


NAMED = ("chaired_by", "members", "deputies", "substitutes", "observers", "others")


def test_a_partner_finds_no_other_at_a_meeting(north: Store) -> None:
    """Of who was there a partner reads its own name only, and how many came."""
    march = {"meeting_on": date(2026, 3, 10)}
    assert north.read(SECRETARIAT, "meetings", **march).select(NAMED).rows() == [
        ("Ada", ["North Council"], [], ["Bright Homes"], [], [])
    ]
    assert north.read(BRIGHT, "meetings", **march).select(*NAMED, "count_present").rows() == [
        (None, [], [], ["Bright Homes"], [], [], 2)
    ]


def test_a_partner_cannot_ask_for_a_name_it_may_not_read(north: Store) -> None:
    """A filter on a name that is another's finds nothing, so it does not tell who it is."""
    assert len(north.read(SECRETARIAT, "meetings", chaired_by="Ada")) == 1
    assert north.read(BRIGHT, "meetings", chaired_by="Ada").is_empty()


def test_a_partner_may_not_read_who_loaded_what(north: Store) -> None:
    """A mart that leaves partners out refuses them."""
    with pytest.raises(NotAllowed, match="may not read uploads"):
        north.read(BRIGHT, "uploads")


def test_a_partner_without_an_organisation_reads_nothing_confined(north: Store) -> None:
    """A partner whose organisation is not known is refused, not shown everything."""
    with pytest.raises(NotAllowed, match="belongs to no organisation"):
        north.read(Reader("x@example.org", frozenset({"partner"}), "north"), "actions")


def test_a_chair_who_is_also_a_partner_sees_the_board(north: Store) -> None:
    """Of several roles the one that sees most counts."""
    chair = Reader("ada@example.org", frozenset({"partner", "board"}), "north", "Bright Homes")
    assert north.read(chair, "actions").equals(north.read(SECRETARIAT, "actions"))


@pytest.mark.parametrize("mart", MARTS)
def test_no_role_no_rows(north: Store, mart: str) -> None:
    """Somebody signed in without a role reads nothing."""
    with pytest.raises(NotAllowed):
        north.read(Reader("x@example.org", frozenset()), mart)


@pytest.fixture
def two_bodies(store: Store) -> Store:
    for body in ("north", "south"):
        store.add(SECRETARIAT, body, "duties", table("duties", f"duty\nReport of {body}"), note(body))
    return store


def test_a_reader_of_one_body_sees_that_body(two_bodies: Store) -> None:
    """Without naming a body, a reader who has one reads that one."""
    reader = Reader("x@example.org", frozenset({"secretariat"}), "south")
    assert two_bodies.read(reader, "duties")["duty"].to_list() == ["Report of south"]


def test_a_reader_of_one_body_is_refused_another(two_bodies: Store) -> None:
    """Naming another body is refused."""
    with pytest.raises(NotAllowed, match="another board"):
        two_bodies.read(Reader("x@example.org", frozenset({"secretariat"}), "south"), "duties", "north")


def test_an_empty_body_is_not_every_body(two_bodies: Store) -> None:
    """Asking for the body with no name gives nothing, not everything."""
    assert two_bodies.read(SECRETARIAT, "duties", "").is_empty()


def test_a_reader_of_a_nameless_body_does_not_see_every_body(two_bodies: Store) -> None:
    """A reader whose body is the empty name is confined to it, and so sees nothing."""
    assert two_bodies.read(Reader("x@example.org", frozenset({"secretariat"}), ""), "duties").is_empty()


def test_filters_are_equalities(north: Store) -> None:
    """A filter keeps the rows equal to its value; None keeps those without one."""
    assert north.read(SECRETARIAT, "seats", person=None)["seat"].to_list() == ["Housing"]
    assert north.read(SECRETARIAT, "actions", due_at_next_meeting=True)["reference"].to_list() == ["A2"]


def test_a_filters_value_is_never_sql(north: Store) -> None:
    """Quotes and operators in a value are only text to be equal to."""
    assert north.read(SECRETARIAT, "actions", reference="A1' or '1'='1").is_empty()


def test_a_column_that_is_not_there_is_a_bug(north: Store) -> None:
    """A filter on a column the mart has not got is refused before any query."""
    with pytest.raises(KeyError, match="has no column"):
        north.read(SECRETARIAT, "actions", **{"reference = 'A1' or true --": "x"})


def test_several_marts_are_read_as_each_alone(north: Store) -> None:
    """Reading marts together gives each reader what reading them one by one gives."""
    marts = ("actions", "pledge_progress", "decisions")
    together = north.read_all(BRIGHT, marts, "north")
    assert list(together) == [*marts]
    assert all(frame.equals(north.read(BRIGHT, mart, "north")) for mart, frame in together.items())


@pytest.mark.parametrize(("mart", "body"), [("uploads", "north"), ("actions", "south")])
def test_several_marts_are_refused_with_the_one_that_is(north: Store, mart: str, body: str) -> None:
    """Who may not read one of the marts, or not this body, gets none of them."""
    with pytest.raises(NotAllowed):
        north.read_all(BRIGHT, ("decisions", mart), body)


def test_several_marts_are_of_one_moment(store: Store) -> None:
    """An upload made while marts are being read is seen in none of them."""

    def marts():
        yield "uploads"
        store.add(SECRETARIAT, "north", "duties", table("duties", "duty\nReport"), note("meanwhile"))
        yield "duties"

    read = store.read_all(SECRETARIAT, marts(), "north")
    assert [len(frame) for frame in read.values()] == [0, 0]
    assert len(store.read(SECRETARIAT, "duties")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "-- One row per action.\nselect 1",
        "-- Readers: board\n-- One row per action.\nselect 1",
        "-- One row per action.\n-- Readers: everyone\nselect 1",
        "",
    ],
)
def test_a_mart_that_does_not_say_who_may_read_it_is_read_by_nobody(
    north: Store, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Without a proper declaration in its second line a mart is closed, even to the secretariat."""
    monkeypatch.setattr(access_module.catalogue, "text", lambda layer, name: text)
    with pytest.raises(NotAllowed, match="nobody may"):
        north.read(SECRETARIAT, "actions")


@pytest.mark.parametrize(
    "name",
    ["raw.ledger", "ledger", "holdings", "group_names", "../raw/ledger", "actions; drop table marts.actions"],
)
def test_what_is_no_mart_is_not_read(north: Store, name: str) -> None:
    """Only names in the list of marts open the door."""
    with pytest.raises(NotAllowed):
        north.read(SECRETARIAT, name)
