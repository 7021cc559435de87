"""What a file can raise: each message is a sentence for the reader, with what to do about it."""

from collections.abc import Mapping

NOTHING: Mapping[str, str] = {}


class Unreadable(Exception):
    """No table of a known kind can be read from the file."""


class Unmapped(Unreadable):
    """The file has a table with `headings` that no source has; a reader may say what each of them means.

    `kind`, `columns`: the name of its kind and heading → column, as far as both are known already, and
    `unclear` then the headings that are asked about.
    """

    def __init__(
        self,
        message: str,
        headings: tuple[str, ...] = (),
        kind: str | None = None,
        columns: Mapping[str, str] = NOTHING,
        unclear: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.headings, self.kind, self.columns, self.unclear = headings, kind, columns, unclear


class Unchosen(Unreadable):
    """Several `sheets` of a workbook fit equally well; a reader may say which is meant."""

    def __init__(self, message: str, sheets: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.sheets = sheets


class Undated(Unreadable):
    """The order of day and month, or the day of the meeting, cannot be told from the file.

    `examples`: dates of the file as they are written; empty where it has none. `orders`: what may be
    answered, of day, month, year and turned, which has days and months change places.
    """

    def __init__(
        self, message: str, examples: tuple[str, ...] = (), orders: tuple[str, ...] = ("day", "month")
    ) -> None:
        super().__init__(message)
        self.examples, self.orders = examples, orders


class Unseen(Unreadable):
    """What a workbook shows without writing it may mean something: a reader must say whether it does.

    `what`: "hidden" rows, or ratings by "colours" alone.
    """

    def __init__(self, message: str, what: str = "") -> None:
        super().__init__(message)
        self.what = what
