"""Of many who ask the same at once, one works it out and the others wait."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from store.once import once

READERS = 8


def test_eight_readers_have_one_answer_worked_out() -> None:
    """While the first is still at it seven others ask, and all are given the very same answer."""
    asked, all_asking, may_end = [], threading.Barrier(READERS, timeout=60), threading.Event()

    @once(most=2)
    def doubled(number: int) -> list[int]:
        asked.append(number)
        may_end.wait(60)
        return [number * 2]

    def ask() -> list[int]:
        all_asking.wait()
        return doubled(3)

    with ThreadPoolExecutor(READERS) as pool:
        first = pool.submit(doubled, 3)
        others = [pool.submit(ask) for _ in range(READERS - 1)]
        all_asking.wait()
        may_end.set()
        answers = [each.result() for each in (first, *others)]

    assert asked == [3]
    assert all(answer is answers[0] for answer in answers)


def test_the_oldest_answer_is_forgotten_first() -> None:
    """No more are kept than were asked for, and one that was asked for again is young."""
    asked = []

    @once(most=2)
    def same(number: int) -> int:
        asked.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        same(number)

    assert asked == [1, 2, 3, 2]


def test_a_failure_is_told_and_not_kept() -> None:
    """Whoever asks again after a failure has it tried again."""
    answers = iter([ValueError("busy"), "open"])

    @once()
    def opened() -> object:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(ValueError, match="busy"):
        opened()
    assert opened() == opened() == "open"


def test_cleared_answers_are_worked_out_again() -> None:
    """A test that closes a store forgets that it was open."""
    asked = []
    note = once()(asked.append)
    note(1)
    note.clear()
    note(1)

    assert asked == [1, 1]
