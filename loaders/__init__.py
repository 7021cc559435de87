"""The gate: the bytes of a file in, good rows and problems out."""

from kinds import KIND, KINDS
from kinds.kind import Field, Kind
from kinds.names import folded_expr as folded
from kinds.parser import Words
from kinds.template import by_hand, template
from loaders.apart import apart
from loaders.check import Answers, Checked, Known, check
from loaders.checking.names import Names
from loaders.checking.repair import as_file as refused_file
from loaders.reading.look import Look, look
from loaders.reading.unreadable import Unchosen, Undated, Unmapped, Unreadable
from loaders.recognising.across import says_who_came
from loaders.recognising.likeness import PRESELECTED, SOMEWHAT, cleaned, contained, likely
from loaders.recognising.source import Source
from loaders.recognising.suggest import Suggestion, suggested
from loaders.recognising.tables import mapped

__all__ = [
    "KIND",
    "KINDS",
    "PRESELECTED",
    "SOMEWHAT",
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
    "Words",
    "apart",
    "by_hand",
    "check",
    "cleaned",
    "contained",
    "folded",
    "likely",
    "look",
    "mapped",
    "refused_file",
    "says_who_came",
    "suggested",
    "template",
]
