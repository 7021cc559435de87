"""From a file to the store, for the upload page, the command line and the samples alike."""

from intake.by_hand import headings_as_aliases, keep_by_hand
from intake.check import check, filling_blanks, kept_where_absent, note, strangers, unknown_words
from intake.known import known
from intake.payers import likely_payers

__all__ = [
    "check",
    "filling_blanks",
    "headings_as_aliases",
    "keep_by_hand",
    "kept_where_absent",
    "known",
    "likely_payers",
    "note",
    "strangers",
    "unknown_words",
]
