"""Reading: the bytes of a file to a grid of text. Knows nothing of whose table it is, nor of what is right.

Other rooms import from here alone.
"""

from loaders.reading.headed import Cells, Headed, Score, Written, read, read_under
from loaders.reading.limits import refuse_large
from loaders.reading.looking import Look, look
from loaders.reading.records import Record
from loaders.reading.table import WHOLE_ROW, Table, exact
from loaders.reading.unreadable import Unchosen, Undated, Unmapped, Unreadable, Unseen
from loaders.reading.workbook import is_workbook

__all__ = [
    "WHOLE_ROW",
    "Cells",
    "Headed",
    "Look",
    "Record",
    "Score",
    "Table",
    "Unchosen",
    "Undated",
    "Unmapped",
    "Unreadable",
    "Unseen",
    "Written",
    "exact",
    "is_workbook",
    "look",
    "read",
    "read_under",
    "refuse_large",
]
