"""Answers that are worked out once, however many readers ask for them at the same time."""

import math
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Once(Generic[P, T]):
    """Keeps the answers to the `most` latest questions; of threads with the same one, one works it out.

    The arguments must be hashable. What fails is not kept, but told to all who waited for it.
    """

    def __init__(self, work_out: Callable[P, T], most: float) -> None:
        self._work_out = work_out
        self._most = most
        self._answers: OrderedDict[object, Future[T]] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        asked = (args, tuple(sorted(kwargs.items())))
        answer, is_ours = self._answer_to(asked)
        if is_ours:
            try:
                answer.set_result(self._work_out(*args, **kwargs))
            except BaseException as error:
                answer.set_exception(error)
                self._forget(asked, answer)
        return answer.result()

    def clear(self) -> None:
        """Forgets every answer."""
        with self._lock:
            self._answers.clear()

    def _answer_to(self, asked: object) -> tuple[Future[T], bool]:
        """The answer, perhaps still to come, and whether it is the caller who must work it out."""
        with self._lock:
            is_new = asked not in self._answers
            answer = self._answers.setdefault(asked, Future())
            self._answers.move_to_end(asked)
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return answer, is_new

    def _forget(self, asked: object, answer: Future[T]) -> None:
        with self._lock:
            if self._answers.get(asked) is answer:
                del self._answers[asked]


def once(most: float = math.inf) -> Callable[[Callable[P, T]], Once[P, T]]:
    """The decorator: the `most` latest answers of a function are kept."""
    return lambda work_out: Once(work_out, most)
