"""What was counted at a meeting against what a quorum needs, in figures and in words."""

from dataclasses import dataclass

from rules.words import listed, number


@dataclass(frozen=True)
class Tally:
    """Organisations that count against what is needed; `needed` is 0 where no number is asked for.

    `alone` names the sectors that a single organisation carried.
    """

    present: int
    needed: int
    missing: tuple[str, ...]
    alone: tuple[str, ...]
    sectors: int

    @property
    def is_short(self) -> bool:
        return self.present < self.needed

    @property
    def is_quorate(self) -> bool:
        return not self.is_short and not self.missing

    @property
    def figures(self) -> tuple[int, int, str]:
        """Value, limit and unit of the figure that decides."""
        if self.is_short or not self.sectors:
            return self.present, self.needed, "organisations"
        return self.sectors - len(self.missing), self.sectors, "sectors"


def quorate(tally: Tally) -> str:
    """That a meeting was quorate, and by how much."""
    sectors = f"{tally.sectors} of {tally.sectors} sectors present"
    sectors += f", {listed(tally.alone)} by one organisation only" if tally.alone else ""
    if not tally.needed:
        return f"Quorate: {sectors}."
    spare = {0: "Just quorate", 1: "Quorate by one"}.get(tally.present - tally.needed, "Quorate")
    numbers = f"{number(tally.present, 'organisation')} present, {tally.needed} needed"
    return f"{spare}: {numbers}; {sectors}." if tally.sectors else f"{spare}: {numbers}."


def shortfall(tally: Tally, present: str, are: str) -> str:
    """What a meeting is short of, in the words for those who are there: present, was."""
    short = (
        f"{number(tally.present, 'organisation')} {present}, {tally.needed} needed" if tally.is_short else ""
    )
    missing = f"no one from {listed(tally.missing, 'or')} {are} {present}" if tally.missing else ""
    return "; ".join(filter(None, (short, missing)))
