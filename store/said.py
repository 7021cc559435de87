"""What an upload says besides its rows: which day it shows, and what it is whole for."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from types import MappingProxyType
from typing import Literal

MatchedBy = Literal["reference", "words"]
Listed = Literal["everyone", "came"]
Became = Literal["ended", "mistaken", "kept"]


@dataclass(frozen=True)
class Said:
    """`as_at`: the day it shows; that of loading where it is None. `lacks`: columns of the kind that the
    file does not have. `fills`: it changes no value, only fills blanks. `part`: it is whole for nothing.
    `complete_to`: up to which day a register is whole, if not its own. `matched_by`: whether references or
    words tell records apart. `listed`: who stands in a list of attendance; None where it tells by itself.
    """

    as_at: date | None = None
    lacks: tuple[str, ...] = ()
    fills: bool = False
    part: bool = False
    complete_to: date | None = None
    matched_by: MatchedBy = "reference"
    listed: Listed | None = None

    @classmethod
    def of_json(cls, text: str) -> "Said":
        """What an entry of the ledger keeps."""
        said = json.loads(text or "{}")
        days = {name: date.fromisoformat(said[name]) for name in ("as_at", "complete_to") if said.get(name)}
        return cls(**{**said, **days, "lacks": tuple(said.get("lacks", ()))})

    def as_json(self) -> str:
        """What is not as in any upload, as the ledger keeps it; "" where nothing is said."""
        usual = {each.name: each.default for each in fields(self)}
        said = {name: value for name, value in asdict(self).items() if value != usual[name]}
        return json.dumps(said, default=str) if said else ""


# of each record by its key as `Preview.gone` gives it, or of all that are gone
Answers = Mapping[str, Became] | Became
NOTHING_GONE: Answers = MappingProxyType({})
