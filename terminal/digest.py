"""The digest from a schedule: what changed since the last one, as a mail for each role that has news."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reports import digest as as_digest
from reports import eml
from reports.digest import WATCHED, news, standing
from rules import Body, Facts, as_read, judge
from rules.facts import RECORDS
from rules.words import day
from store import moment
from terminal.asked import EXPORT, FINE, Asked, Refused, body_of, opened

Kept = Mapping[str, Any]


def digest(asked: Asked) -> int:
    """Writes what changed since the last digest as mails (.eml) into a folder, to be looked at and sent."""
    body, on = body_of(asked.body), asked.today()
    folder = Path(asked.folder)
    with opened(asked) as store:
        facts = Facts.of(store.read_all(EXPORT, RECORDS, body.key, moment(on, "now")))
    body = as_read(body, facts.interpretations)
    findings = judge(body, facts, on)
    folder.mkdir(parents=True, exist_ok=True)
    for role in WATCHED:
        kept = _kept(folder, body, role)
        if told := news(findings, kept.get("standing", {}), role):
            mail = as_digest(body, role, told, kept.get("day", ""), asked.address)
            name = f"{body.key}_{role}_{asked.now():%Y-%m-%d_%H%M%S}.eml"
            _written(folder / name, eml(mail, asked.now()))
            print(f"{name}: {len(told)} lines.")
        else:
            print(f"{body.key}, {role}: nothing has changed since the last digest.")
        state = {"day": day(on), "standing": standing(findings)}
        _written(_state(folder, body, role), json.dumps(state, indent=1).encode())
    return FINE


def _state(folder: Path, body: Body, role: str) -> Path:
    return folder / f"{body.key}_{role}.json"


def _kept(folder: Path, body: Body, role: str) -> Kept:
    """What the last digest told, or nothing where there was none."""
    try:
        kept: Kept = json.loads(_state(folder, body, role).read_bytes())
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise Refused(f"{_state(folder, body, role)} is damaged. Take it away to begin anew.") from error
    return kept


def _written(path: Path, data: bytes) -> None:
    """All of it or nothing: a run that is stopped half-way tells the same again."""
    half = path.with_suffix(".part")
    half.write_bytes(data)
    half.replace(path)
