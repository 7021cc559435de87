"""Recognising: whose table it is, of which kind, and what its headings stand for. Over reading.

Other rooms import from here alone.
"""

from loaders.recognising.across import one_row_each, says_who_came
from loaders.recognising.recognise import REASON
from loaders.recognising.sheet import Sheet, recognised
from loaders.recognising.source import About, Source
from loaders.recognising.suggest import Suggestion, suggested
from loaders.recognising.tables import mapped, updating

__all__ = [
    "REASON",
    "About",
    "Sheet",
    "Source",
    "Suggestion",
    "mapped",
    "one_row_each",
    "recognised",
    "says_who_came",
    "suggested",
    "updating",
]
