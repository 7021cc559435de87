"""From a file to the store, for the upload page, the command line and the samples alike."""

from intake.by_hand import headings_as_aliases, is_typed, keep_by_hand, of_hand, typed, withdrawing
from intake.check import check, note, strangers, unknown_words, unread_words
from intake.known import known
from intake.listed import listed_before, tells_who_is_listed
from intake.packed import Again, Packed, Read, packed, unpacked
from intake.payers import likely_payers
from intake.references import put_back
from intake.saving import Change, Trial, saved, tried

__all__ = [
    "Again",
    "Change",
    "Packed",
    "Read",
    "Trial",
    "check",
    "headings_as_aliases",
    "is_typed",
    "keep_by_hand",
    "known",
    "likely_payers",
    "listed_before",
    "note",
    "of_hand",
    "packed",
    "put_back",
    "saved",
    "strangers",
    "tells_who_is_listed",
    "tried",
    "typed",
    "unknown_words",
    "unpacked",
    "unread_words",
    "withdrawing",
]
