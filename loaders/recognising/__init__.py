"""Recognising: whose table it is, of which kind, and what its headings stand for. Over reading.

Other rooms import from here alone.
"""

from loaders.recognising.across import one_row_each, says_who_came
from loaders.recognising.changing import may_change
from loaders.recognising.moments import day_part
from loaders.recognising.other_words import OTHERS_WEIGH as SURELY
from loaders.recognising.other_words import called
from loaders.recognising.recognise import REASON
from loaders.recognising.sheet import Sheet, recognised
from loaders.recognising.source import About, Source
from loaders.recognising.suggest import Suggestion, suggested
from loaders.recognising.tables import mapped, updating

__all__ = [
    "REASON",
    "SURELY",
    "About",
    "Sheet",
    "Source",
    "Suggestion",
    "called",
    "day_part",
    "mapped",
    "may_change",
    "one_row_each",
    "recognised",
    "says_who_came",
    "suggested",
    "updating",
]
