"""What the terms may ask of those who hold an office."""

from typing import Annotated, Literal

from pydantic import Field

from rules.terms import Term, YearKind


class TermOfOffice(Term):
    """A role is held for so many years, then an election is due.

    They run from the seat's `From` date, or from the last election by that day. `holders`: how many hold it
    at a time; one where it is the chair or the vice chair, and nobody says more.
    """

    kind: Literal["term"]
    role: str
    years: int = Field(gt=0)
    begins: Literal["from date", "election"] = "from date"
    holders: int | None = Field(default=None, gt=0)


class Election(Term):
    """How a role is filled. A secret ballot is stored as tallies only."""

    kind: Literal["election"]
    role: str
    # The only majority an election knows; terms files of earlier releases say it, and must still be read.
    majority: Literal["simple"] = "simple"
    of: Literal["votes cast", "all members"] = "votes cast"
    secret: bool = False


class ExOfficio(Term):
    """A role that goes with a post."""

    kind: Literal["ex officio"]
    role: str
    post: str


class Post(Term):
    """A paid post of the body: its size in full-time equivalents and the length of its contract.

    The contract runs from the newest row of the kind `duties` with this duty: its start or last renewal.
    """

    kind: Literal["post"]
    post: str
    full_time_share: float
    contract_years: int = Field(gt=0)
    duty: str


class Chaired(Term):
    """Of each meeting of the main group it is recorded who chaired it, also where the chair was away."""

    kind: Literal["chaired"]


class FromMembers(Term):
    """Whoever holds a role of the main group does so for a member organisation."""

    kind: Literal["from members"]
    role: str


class ByMembers(Term):
    """Whoever holds a role was elected by the members: at a meeting of the main group, by more than half."""

    kind: Literal["by members"]
    role: str


class MostTerms(Term):
    """Nobody holds a role for more than so many terms; each holding of the seat is one."""

    kind: Literal["most terms"]
    role: str
    most: int = Field(gt=0)


class Absence(Term):
    """Whoever comes to no meeting of the main group for so many months ceases to be a member."""

    kind: Literal["absence"]
    months: int = Field(gt=0)


class ElectedYearly(Term):
    """A role is filled by an election at the first meeting of each year."""

    kind: Literal["elected yearly"]
    role: str
    year: YearKind


OfficeTerm = Annotated[
    TermOfOffice
    | Election
    | ExOfficio
    | Post
    | Chaired
    | FromMembers
    | ByMembers
    | MostTerms
    | Absence
    | ElectedYearly,
    Field(discriminator="kind"),
]
