"""What a response must have before it is one."""

import pytest

import loaders

HEAD = "Organisation,About,Reference,As at,Response,Note,Progress (%),Said on,Answer,Answered on\n"


def checked(row: str) -> loaders.Checked:
    return loaders.check((HEAD + row).encode(), "responses.csv")


@pytest.mark.parametrize(
    "row",
    [
        "Alder,pledge,P1,31/03/2025,confirmed,,60%,09/04/2025,,",
        "Alder,attendance,,,confirmed,,,09/04/2025,,",
        "Alder,fee,2025/26,,query,It was paid in May,,09/04/2025,accept,10/04/2025",
        "Alder,pledge,P1,31/03/2025,proposal,,80%,09/04/2025,,",
    ],
)
def test_a_response_to_any_figure_passes(row: str) -> None:
    """Pledges, attendance, actions and fees can be confirmed and queried, pledges be updated."""
    assert (checked(row).problems.rows(), checked(row).rows.height) == ([], 1)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Alder,pledge,P1,31/03/2025,queried,,,09/04/2025,,", "Note"),
        ("Alder,pledge,P1,,proposed,,80%,09/04/2025,,", "As at"),
        ("Alder,attendance,,31/03/2025,proposed,,80%,09/04/2025,,", "About"),
        ("Alder,pledge,P1,31/03/2025,agreed,,,09/04/2025,,", "Response"),
        ("Alder,pledge,P1,31/03/2025,queried,Why?,,09/04/2025,maybe,", "Answer"),
        ("Alder,pledge,P1,31/03/2025,queried,Why?,,09/04/2025,accepted,08/04/2025", "Answered on"),
    ],
)
def test_half_a_response_is_refused(row: str, column: str) -> None:
    """A query says why, a proposal says of what day and only of a pledge, an answer follows what was said."""
    assert checked(row).problems["column"].to_list() == [column]


def test_an_organisation_has_one_word_on_a_figure() -> None:
    """What is said next of the same figure is the same record; another organisation's is another."""
    said, next_, other = (
        checked(f"{name},pledge,{reference},31/03/2025,{word},Why?,,09/04/2025,,").rows["row_key"][0]
        for name, reference, word in (
            ("Alder", "P1", "queried"), ("alder", "p1", "confirmed"), ("Birch", "P1", "queried"),
        )
    )  # fmt: skip

    assert said == next_
    assert said != other
