"""What saving a checked file would change, and what must be said before it is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import polars as pl

import loaders
from intake.check import note
from intake.references import made_dates
from kinds.names import folded
from rules import Body, Facts, Finding, Status, judge
from rules.facts import RECORDS
from rules.words import day
from store import Preview, Reader, Receipt, Said, Store, Upload
from store.once import once
from store.said import NOTHING_GONE, Answers

GRAVE = (Status.NOT_MET, Status.OVERDUE, Status.UNKNOWN, Status.PROVISIONAL, Status.DUE)


@dataclass(frozen=True)
class Change:
    """A verdict that saving would turn; `before` or `after` is None where there is none."""

    about: str
    before: Finding | None
    after: Finding | None

    @property
    def says(self) -> str:
        """The change as a sentence."""
        if self.after is None:
            assert self.before
            return f"{self.about}: no longer judged; it was {self.before.status}."
        was = f", which was {self.before.status}" if self.before else ""
        return f"{self.about}: {self.after.status}{was}. {self.after.says}"


@dataclass(frozen=True)
class Trial:
    """A checked file as it would be saved, after those that go `first`. `preview`: as the store gives it;
    `changes`: the gravest first; `new_meetings`: days of meetings that nothing else knows; `renumbered`:
    references whose words changed places, with the words they had; `made_dates`: references that a
    spreadsheet seems to have made dates of, with what they were; `seen`: on what the preview rests.
    """

    checked: loaders.Checked
    upload: Upload
    first: Sequence[Upload]
    preview: Preview
    changes: Sequence[Change]
    new_meetings: Sequence[str]
    renumbered: Mapping[str, str]
    made_dates: Mapping[str, str]
    seen: str

    @property
    def must_be_told(self) -> pl.DataFrame:
        """The records of which it must be said what became of them, as `Preview.gone`."""
        answers = self.upload.gone
        gone = self.preview.gone_from_whole(self.upload.note.said)
        if isinstance(answers, str):
            return gone.clear()
        return gone.filter(~pl.col("row_key").is_in(list(answers)))


def tried(
    store: Store,
    reader: Reader,
    body: Body,
    checked: loaders.Checked,
    at: datetime,
    today: date,
    said: Said,
    gone: Answers = NOTHING_GONE,
    first: Sequence[Upload] = (),
) -> Trial:
    """What saving would change. `gone`: what became of the records that are gone; `first`: what is saved
    before it, such as what its words mean.

    Raises what `Store.add` raises.
    """
    seen = store.head_of(body.key)
    before, judged = _before(store, replace(reader, email=""), _Itself(body), seen, today)
    upload = Upload(body.key, checked.kind.name, checked.kept, note(checked, at, said), gone)
    preview, marts = store.tried(reader, upload, RECORDS, first)
    after = Facts.of(marts)
    return Trial(
        checked,
        upload,
        first,
        preview,
        _changes(judged, list(judge(body, after, today))),
        _new_meetings(checked, before),
        _renumbered(checked, preview) if said.matched_by == "reference" else {},
        made_dates(checked, preview),
        seen,
    )


@once(most=4)
def _before(
    store: Store, reader: Reader, body: "_Itself", head: str, today: date
) -> tuple[Facts, list[Finding]]:
    """What is on record and follows from it: the same until somebody saves, however often a file is tried.

    `head`: of the body's record, by which another answer is asked for once it has moved.
    """
    facts = Facts.of(store.read_all(reader, RECORDS, body.body.key))
    return facts, list(judge(body.body, facts, today))


@dataclass(frozen=True, eq=False)
class _Itself:
    """A body, which cannot be hashed, as a key: the same as itself alone."""

    body: Body

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.body is self.body

    def __hash__(self) -> int:
        return id(self.body)


def saved(store: Store, reader: Reader, trial: Trial) -> Receipt:
    """Keeps what was tried. Raises what `Store.add` raises, SavedMeanwhile where another saved since."""
    return store.add_all(reader, [*trial.first, trial.upload], trial.seen)[-1]


def _changes(before: Sequence[Finding], after: Sequence[Finding]) -> list[Change]:
    was, now = ({_subject(f): f for f in each} for each in (before, after))
    turned = [
        Change(subject[-1], was.get(subject), now.get(subject))
        for subject in dict.fromkeys((*now, *was))
        if _status(was.get(subject)) != _status(now.get(subject))
    ]
    return sorted(turned, key=_gravity)


def _subject(finding: Finding) -> tuple[str, str, str]:
    return finding.family, finding.rule, finding.about


def _status(finding: Finding | None) -> Status | None:
    return finding.status if finding else None


def _gravity(change: Change) -> int:
    status = change.after.status if change.after else Status.MET
    return GRAVE.index(status) if status in GRAVE else len(GRAVE)


def _new_meetings(checked: loaders.Checked, before: Facts) -> list[str]:
    """The days of an attendance list that are no meeting on record, where meetings of the group are."""
    if checked.kind.name != "attendance":
        return []
    known = {group: {m.meeting_on for m in rows} for group, rows in before.meetings_by_group.items()}
    met = checked.rows.select("group_name", "meeting_on").unique().sort("meeting_on").rows()
    return [
        f"{day(on)} is no meeting of the {group} on record; saving makes it one."
        for group, on in met
        if folded(group) in known and on not in known[folded(group)]
    ]


def _renumbered(checked: loaders.Checked, preview: Preview) -> dict[str, str]:
    """References that stand for what stood under another one: reference → the words that it had."""
    if not checked.kind.by_words:
        return {}
    words = checked.kind.by_words[-1]
    changed = preview.differences.filter(column=words)
    had = dict(changed.select("record", "on_record").iter_rows())
    taken = {folded(text) for text in [*had.values(), *preview.gone[words]]}
    told = changed.filter(pl.col("in_file").map_elements(folded, return_dtype=pl.String).is_in(taken))
    return dict(told.select("record", "on_record").iter_rows())
