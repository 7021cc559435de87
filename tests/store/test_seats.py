"""Holdings and vacancies of a seat end each other, and what was is remembered."""

import pytest

from store import Store
from tests.store.tables import COLLEAGUE, LOADED_AT, SECRETARIAT, note, previewed, table
from tests.switch import some

HEAD = "group_name|seat|organisation|person|role|from_on|to_on|status\n"
ANN = "Board|Chair|Alder|Ann|chair|2020-01-01||filled"
ANN_UNDATED = "Board|Chair|Alder|Ann|chair|||filled"
ANN_UNTIL_2023 = "Board|Chair|Alder|Ann|chair|2020-01-01|2023-01-01|filled"
BOB = "Board|Chair|Alder|Bob|chair|2026-09-01||filled"
BOB_UNDATED = "Board|Chair|Alder|Bob|chair|||filled"
VACANT = "Board|Chair|Alder||chair|2026-06-01||vacant"
VACANT_UNDATED = "Board|Chair|Alder||chair|||vacant"
UNCONFIRMED = "Board|Chair|Alder||chair|2026-06-01||unconfirmed"


def upload(store: Store, *rows: str) -> None:
    seats = table("representatives", HEAD + "\n".join(rows))
    store.add(SECRETARIAT, "north", "representatives", seats, note(f"after {store.head()}"))


def held(store: Store) -> list[tuple[str, str | None]]:
    """Who holds the seats (or nobody), and until when."""
    rows = store.read(SECRETARIAT, "seats").sort("from_on", "person").select("person", "to_on").rows()
    return [(person or "nobody", to_on and to_on.isoformat()) for person, to_on in rows]


@pytest.mark.parametrize(
    "vacancy", some([VACANT, UNCONFIRMED, VACANT.replace("Chair|Alder", "chair|ALDER")], 1)
)
def test_a_dated_vacancy_ends_the_holding_the_day_before(store: Store, vacancy: str) -> None:
    """Who held a seat until it fell vacant is still known to have held it."""
    upload(store, ANN), upload(store, vacancy)
    assert held(store) == [("Ann", "2026-05-31"), ("nobody", None)]


def test_a_vacancy_without_a_date_replaces_the_holding(store: Store) -> None:
    """Where nobody says since when the seat is vacant, the holding cannot be kept."""
    upload(store, ANN), upload(store, VACANT_UNDATED)
    assert held(store) == [("nobody", None)]


def test_a_vacancy_without_a_date_leaves_what_had_ended(store: Store) -> None:
    """A holding that was over before the vacancy was loaded is history, and stays."""
    upload(store, ANN_UNTIL_2023), upload(store, VACANT_UNDATED)
    assert sorted(held(store)) == [("Ann", "2023-01-01"), ("nobody", None)]


def test_a_vacancy_does_not_prolong_a_holding(store: Store) -> None:
    """A holding that ended before the seat fell vacant keeps its own last day."""
    upload(store, ANN_UNTIL_2023), upload(store, VACANT)
    assert held(store) == [("Ann", "2023-01-01"), ("nobody", None)]


def test_a_dated_holding_ends_the_vacancy_the_day_before(store: Store) -> None:
    """The time without a holder is remembered between the two holders."""
    upload(store, ANN), upload(store, VACANT), upload(store, BOB)
    assert held(store) == [("Ann", "2026-05-31"), ("nobody", "2026-08-31"), ("Bob", None)]


def test_a_holding_without_a_date_replaces_the_vacancy(store: Store) -> None:
    """Where nobody says since when the seat is held, the vacancy cannot be kept."""
    upload(store, VACANT), upload(store, BOB_UNDATED)
    assert held(store) == [("Bob", None)]


def test_naming_a_former_holder_later_leaves_the_vacancy(store: Store) -> None:
    """History loaded after the event does not fill a seat that is vacant now."""
    upload(store, VACANT), upload(store, ANN_UNTIL_2023)
    assert held(store) == [("Ann", "2023-01-01"), ("nobody", None)]


def test_a_seat_vacant_from_before_its_holder_began_was_never_held(store: Store) -> None:
    """What would end before it begins is left out."""
    upload(store, BOB), upload(store, VACANT)
    assert held(store) == [("nobody", None)]


def test_a_name_ends_a_holding_by_nobody_named(store: Store) -> None:
    """A seat listed as filled without a name has one holder once somebody is named."""
    upload(store, "Board|Chair|Alder||chair|||filled"), upload(store, BOB_UNDATED)
    assert held(store) == [("Bob", None)]


def test_a_second_holder_joins_the_first_after_a_vacancy(store: Store) -> None:
    """Once a vacancy is filled, naming a second person does not remove the first."""
    upload(store, VACANT_UNDATED), upload(store, ANN_UNDATED), upload(store, BOB_UNDATED)
    assert held(store) == [("Ann", None), ("Bob", None)]


@pytest.mark.parametrize(
    "vacancy",
    some([VACANT.replace("Chair|", "Vice chair|"), VACANT.replace("Alder", "Birch"),
     VACANT.replace("Board", "Data group"), VACANT.replace("Alder", "")], 1),
    ids=some(["seat", "organisation", "group", "no organisation"], 1),
)  # fmt: skip
def test_a_vacancy_of_another_seat_ends_nothing(store: Store, vacancy: str) -> None:
    """A seat is of one group, one name and one organisation."""
    upload(store, ANN), upload(store, vacancy)
    assert held(store)[0] == ("Ann", None)


def test_a_seat_without_a_name_is_a_seat_too(store: Store) -> None:
    """The only place of an organisation needs no name to fall vacant."""
    upload(store, ANN.replace("Chair|", "|")), upload(store, VACANT.replace("Chair|", "|"))
    assert held(store) == [("Ann", "2026-05-31"), ("nobody", None)]


def test_a_vacancy_is_known_by_any_name_of_its_organisation(store: Store) -> None:
    """A seat written with another name of its organisation is the same seat."""
    roster = "organisation|also_known_as|membership\nAlder|AH|member"
    store.add(SECRETARIAT, "north", "organisations", table("organisations", roster), note("roster"))
    upload(store, ANN), upload(store, VACANT.replace("Alder", "AH"))
    assert held(store) == [("Ann", "2026-05-31"), ("nobody", None)]


def test_undoing_a_vacancy_gives_the_seat_back(store: Store) -> None:
    """A holding that a vacancy had ended goes on when that upload is undone."""
    upload(store, ANN), upload(store, VACANT)
    store.undo(COLLEAGUE, 2, LOADED_AT)
    assert held(store) == [("Ann", None)]


def changes(store: Store, *rows: str) -> list[str]:
    """What the preview says of each row."""
    seats = table("representatives", HEAD + "\n".join(rows))
    return previewed(store, "representatives", seats).rows["change"].to_list()


def test_the_preview_says_that_naming_somebody_again_ends_a_vacancy(store: Store) -> None:
    """A row that is known word for word still changes something when it fills a vacant place."""
    upload(store, ANN_UNDATED, VACANT_UNDATED)
    assert changes(store, ANN_UNDATED) == ["changed"]
    upload(store, ANN_UNDATED)
    assert held(store) == [("Ann", None)]


def test_the_preview_says_that_a_vacancy_named_again_ends_a_holding(store: Store) -> None:
    """The other way round a vacancy repeated alone takes the seat from its holder."""
    upload(store, ANN, VACANT)
    assert changes(store, VACANT) == ["changed"]


def test_the_preview_says_that_naming_an_ended_holding_again_revives_it(store: Store) -> None:
    """A holding that a vacancy ended is no longer as its file has it."""
    upload(store, ANN), upload(store, VACANT)
    assert changes(store, ANN) == ["changed"]


def test_a_holding_and_a_vacancy_loaded_again_together_change_nothing(store: Store) -> None:
    """A seat with a holder and a free place stays so while one file says both."""
    upload(store, ANN, VACANT)
    assert changes(store, ANN, VACANT) == ["unchanged", "unchanged"]


def test_a_former_holder_loaded_again_changes_nothing(store: Store) -> None:
    """What was over before the seat fell vacant may be repeated freely."""
    upload(store, ANN_UNTIL_2023, VACANT)
    assert changes(store, ANN_UNTIL_2023) == ["unchanged"]
