"""Whether what is kept can be kept where the settings say."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ui import session


def problems() -> Iterator[str]:
    """One sentence for each place that cannot be written, with the setting that names it."""
    own = session.configured_path()
    if own is not None:
        if why := hindrance(own):
            yield f"QUORATE_STORE names {own}, which cannot be written: {why}. Name another place."
    elif why := next(filter(None, map(hindrance, map(session.embedded_path, session.SETS))), None):
        yield (
            f"The samples are kept in {session.embedded_folder()}, which cannot be written: {why}. "
            "Set QUORATE_HOME to a folder that can, or QUORATE_STORE to a file in one."
        )


def hindrance(path: Path) -> str | None:
    """Why a store cannot be kept at this path, in the system's words; None when it can. Makes its folder."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        return error.strerror or "Unknown error"
    if path.is_dir():
        return "Is a directory"
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        return "Permission denied"
    return None
