"""What a number or a list in the terms may be: nobody writes a quorum of nought, or a thirteenth month."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from rules.families import FAMILIES
from tests.rules.build import body
from tests.rules.test_judge import ENTRIES

Case = tuple[str, dict[str, Any], str]
# a partner may be behind by no points, and a year is no count
MAY_BE_NOUGHT = {"behind_points", "first_year"}


def of_type(*kinds: object) -> Iterator[Case]:
    """Family, entry and field for each field of these types in any entry, as far as it has no default."""
    for family in FAMILIES:
        for entry in ENTRIES[family.name]:
            fields = next(m for m in family.models if _kind(m) == entry["kind"]).model_fields.items()
            for name, field in fields:
                if field.annotation in kinds and field.get_default() not in (0, ()):
                    yield family.name, entry, name


def _kind(model: Any) -> str:
    (kind, *_) = model.model_fields["kind"].annotation.__args__
    return kind


def is_taken(family: str, entry: dict[str, Any], **said: object) -> bool:
    """Whether terms with this entry can be read."""
    try:
        body(**{family: {**entry, **said}})
    except ValidationError:
        return False
    return True


COUNTS = [case for case in of_type(int, int | None) if case[2] not in MAY_BE_NOUGHT]
LISTS = [*of_type(tuple[str, ...])]


@pytest.mark.parametrize(("family", "entry", "name"), COUNTS, ids=lambda value: str(value)[:40])
def test_a_count_is_one_at_least(family: str, entry: dict[str, Any], name: str) -> None:
    """Days, months, times, people: one of them is something, and nought is a slip."""
    assert [is_taken(family, entry, **{name: count}) for count in (0, 1)] == [False, True]


@pytest.mark.parametrize(("family", "entry", "name"), LISTS, ids=lambda value: str(value)[:40])
def test_a_list_names_one_at_least(family: str, entry: dict[str, Any], name: str) -> None:
    """Sectors, groups, themes: an entry about none of them would never be met nor missed."""
    assert [is_taken(family, entry, **{name: names}) for names in ([], ["One"])] == [False, True]


def test_what_has_limits_is_found() -> None:
    """The two tests above look at something."""
    assert ("notice", "days") in {(family, name) for family, _, name in COUNTS}
    assert ("quorum", "people") in {(family, name) for family, _, name in COUNTS}
    assert ("pledges", "themes") in {(family, name) for family, _, name in LISTS}


MEETINGS = {"kind": "meetings", "times": 1, "year": "calendar"}


@pytest.mark.parametrize(
    ("family", "entry", "said", "taken"),
    [
        ("cadence", MEETINGS, {"months": [1, 12]}, True),
        ("cadence", MEETINGS, {"months": [0, 1]}, False),
        ("cadence", MEETINGS, {"months": [12, 13]}, False),
        ("attendance", {"kind": "expected"}, {"more_than": 0}, True),
        ("attendance", {"kind": "expected"}, {"more_than": -0.01}, False),
        ("attendance", {"kind": "expected"}, {"more_than": 0.99}, True),
        ("attendance", {"kind": "expected"}, {"more_than": 1}, False),
        ("attendance", {"kind": "continuity"}, {"at_least": 0}, False),
        ("attendance", {"kind": "continuity"}, {"at_least": 0.01}, True),
        ("attendance", {"kind": "continuity"}, {"at_least": 1}, True),
        ("attendance", {"kind": "continuity"}, {"at_least": 1.01}, False),
    ],
)
def test_a_share_and_a_month(family: str, entry: dict[str, Any], said: dict[str, Any], taken: bool) -> None:
    """Nobody can come to more than all meetings; a year has twelve months."""
    assert is_taken(family, entry, **said) is taken
