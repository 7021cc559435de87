"""The guide and the glossary inside the product: what docs/ says, without what only a file can show."""

import re
from collections.abc import Collection
from pathlib import Path

from kinds.names import folded

DOCS = Path(__file__).parents[1] / "docs"
PICTURE, LINK = re.compile(r"^!\[.*\n+", re.MULTILINE), re.compile(r"\[([^\]]+)\]\([^)]*\)")
# which part of the guide is for whom, by how its heading begins
PARTS = {
    "board": "If you chair",
    "secretariat": "If you are the secretariat",
    "partner": "If you are a partner",
}


def guide(roles: Collection[str]) -> list[tuple[str, str]]:
    """The parts of the guide for these roles, heading and Markdown; what is for all first, without one."""
    text = LINK.sub(r"\1", PICTURE.sub("", (DOCS / "guide.md").read_text(encoding="utf-8")))
    everybody, *parts = text.partition("\n\n")[2].split("\n## ")
    headed = [part.partition("\n\n")[::2] for part in parts]
    own = [
        part
        for role, begins in PARTS.items()
        if role in roles
        for part in headed
        if part[0].startswith(begins)
    ]
    return [("", everybody.partition("\n\n")[2]), *own]


def meanings(asked: str) -> list[str]:
    """The entries of the glossary, in Markdown, that have what is asked for; all where nothing is."""
    entries = LINK.sub(r"\1", (DOCS / "glossary.md").read_text(encoding="utf-8")).split("\n\n")
    return [entry for entry in entries if entry.startswith("**") and folded(asked) in folded(entry)]
