"""From a file to the store, for the upload page, the command line and the samples alike."""

from datetime import datetime

import loaders
from rules import Body
from store import UploadNote


def check(data: bytes, file_name: str, body: Body, kind: str | None = None) -> loaders.Checked:
    """Checks a file in the words of a body: its main group and its sectors. Raises loaders.Unreadable."""
    aliases = dict.fromkeys(body.main_group_aliases, body.main_group)
    return loaders.check(
        data, file_name, kind=kind, main_group=body.main_group, group_aliases=aliases, sectors=body.sectors
    )


def note(checked: loaders.Checked, by: str, at: datetime) -> UploadNote:
    """What the ledger keeps of a checked file; `at` is UTC without a zone."""
    return UploadNote(
        checked.file_name, checked.sha256, by, at, checked.count_read - checked.rows.height, checked.mapping
    )
