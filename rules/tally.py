"""What was counted at a meeting against what a quorum needs, in figures and in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.words import listed, number

NOUNS = {"organisations": ("organisation", "organisations"), "people": ("person", "people")}


@dataclass(frozen=True)
class Count:
    """So many organisations or people that count, against so many that are needed."""

    unit: str
    present: int
    needed: int

    @property
    def is_short(self) -> bool:
        return self.present < self.needed

    @property
    def told(self) -> str:
        return number(self.present, *NOUNS[self.unit])


@dataclass(frozen=True)
class Tally:
    """What counts against what is needed; `counts` is empty where no number is asked for.

    `missing` names the sectors with nobody there, `alone` those that a single organisation carried, `absent`
    the posts of which nobody was there.
    """

    counts: Sequence[Count]
    missing: tuple[str, ...]
    alone: tuple[str, ...]
    sectors: int
    absent: tuple[str, ...] = ()
    # what is asked for, how many there are, and how many are needed
    needs: tuple[tuple[str, int, int], ...] = ()

    @property
    def is_short(self) -> bool:
        return any(count.is_short for count in self.counts)

    @property
    def is_quorate(self) -> bool:
        return not self.is_short and not self.missing and not self.absent

    @property
    def figures(self) -> tuple[int, int, str]:
        """Value, limit and unit of the figure that decides."""
        short = [count for count in self.counts if count.is_short]
        if short or (self.counts and not self.sectors):
            deciding = (*short, *self.counts)[0]
            return deciding.present, deciding.needed, deciding.unit
        return self.sectors - len(self.missing), self.sectors, "sectors"


def quorate(tally: Tally) -> str:
    """That a meeting was quorate, and by how much."""
    sectors = f"{tally.sectors} of {tally.sectors} sectors present"
    sectors += f", {listed(tally.alone)} by one organisation only" if tally.alone else ""
    left = min((count.present - count.needed for count in tally.counts), default=None)
    spare = {0: "Just quorate", 1: "Quorate by one"}.get(-1 if left is None else left, "Quorate")
    parts = [f"{count.told} present, {count.needed} needed" for count in tally.counts]
    parts += [sectors] if tally.sectors else []
    return f"{spare}: {'; '.join(parts) or 'everyone who has to be there is'}."


def shortfall(tally: Tally, present: str, are: str) -> str:
    """What a meeting is short of, in the words for those who are there: present, was."""
    short = [f"{count.told} {present}, {count.needed} needed" for count in tally.counts if count.is_short]
    missing = f"no one from {listed(tally.missing, 'or')} {are} {present}" if tally.missing else ""
    absent = f"no {listed(tally.absent, 'or')} {are} {present}" if tally.absent else ""
    return "; ".join(filter(None, (*short, missing, absent)))
