"""The gate: the bytes of a file in, good rows and problems out."""

from kinds import KIND, KINDS
from kinds.kind import Field, Kind
from kinds.parser import Words
from kinds.template import by_hand, template
from loaders.apart import apart
from loaders.check import check
from loaders.checking import (
    PRESELECTED,
    SOMEWHAT,
    STRUCK,
    Answers,
    Checked,
    Known,
    Names,
    contained,
    likely,
)
from loaders.checking import as_file as refused_file
from loaders.reading import Look, Unchosen, Undated, Unmapped, Unreadable, Unseen, look
from loaders.recognising import Source, Suggestion, mapped, says_who_came, suggested

__all__ = [
    "KIND",
    "KINDS",
    "PRESELECTED",
    "SOMEWHAT",
    "STRUCK",
    "Answers",
    "Checked",
    "Field",
    "Kind",
    "Known",
    "Look",
    "Names",
    "Source",
    "Suggestion",
    "Unchosen",
    "Undated",
    "Unmapped",
    "Unreadable",
    "Unseen",
    "Words",
    "apart",
    "by_hand",
    "check",
    "contained",
    "likely",
    "look",
    "mapped",
    "refused_file",
    "says_who_came",
    "suggested",
    "template",
]
