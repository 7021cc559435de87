"""What a file can raise: each message is a sentence for the reader, with what to do about it."""


class Unreadable(Exception):
    """No table of a known kind can be read from the file."""


class Unmapped(Unreadable):
    """The file has a table whose `headings` no source has; a reader may say what each of them means."""

    def __init__(self, message: str, headings: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.headings = headings


class Unchosen(Unreadable):
    """Several `sheets` of a workbook fit equally well; a reader may say which is meant."""

    def __init__(self, message: str, sheets: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.sheets = sheets


class Undated(Unreadable):
    """The order of day and month, or the day of the meeting, cannot be told from the file.

    `examples`: dates of the file as they are written; empty where it has none.
    """

    def __init__(self, message: str, examples: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.examples = examples
