"""Checking: the rows of a sheet told good or bad, each problem with its remedy. Over recognising.

`loaders.check` takes the steps one after another; other rooms import from here alone.
"""

from loaders.checking.checked import Checked
from loaders.checking.dates import ordered
from loaders.checking.file import filed, uploaded
from loaders.checking.judge import judged
from loaders.checking.likeness import PRESELECTED, SOMEWHAT, contained, likely
from loaders.checking.looks import STRUCK
from loaders.checking.meaning import understood
from loaders.checking.names import Names
from loaders.checking.naming import named
from loaders.checking.repair import as_file, mended
from loaders.checking.said import Answers, Known
from loaders.checking.unused import clarified

__all__ = [
    "PRESELECTED",
    "SOMEWHAT",
    "STRUCK",
    "Answers",
    "Checked",
    "Known",
    "Names",
    "as_file",
    "clarified",
    "contained",
    "filed",
    "judged",
    "likely",
    "mended",
    "named",
    "ordered",
    "understood",
    "uploaded",
]
