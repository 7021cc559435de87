"""The one error that a file can raise."""


class Unreadable(Exception):
    """No table of a known kind can be read from the file; the message is a sentence for the reader."""
