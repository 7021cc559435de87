"""The gate: the bytes of a file in, good rows and problems out."""

from loaders.across import says_who_came
from loaders.apart import apart
from loaders.check import Answers, Checked, Known, check
from loaders.clean import folded
from loaders.kind import Field, Kind
from loaders.kinds import KIND, KINDS, mapped
from loaders.likeness import PRESELECTED, SOMEWHAT, cleaned, contained, likely
from loaders.look import Look, look
from loaders.names import Names
from loaders.parser import Words
from loaders.repair import as_file as refused_file
from loaders.source import Source
from loaders.suggest import Suggestion, suggested
from loaders.template import by_hand, template
from loaders.unreadable import Unchosen, Undated, Unmapped, Unreadable

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
