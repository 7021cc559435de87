"""What the terms may ask of decisions."""

from typing import Annotated, Literal

from pydantic import Field

from rules.electorate import Of
from rules.fraction import Share as SharePart
from rules.terms import Term


class Ratification(Term):
    """What a sub-quorate meeting decides is provisional until a later quorate meeting ratifies it."""

    kind: Literal["ratification"]
    by: Literal["any later quorate meeting", "the next quorate meeting"]


class Share(Term):
    """A vote binds if this share of the agencies present agreed, or `more_than` it.

    Who abstained was there, too, unless only `votes cast` for and against are counted.
    """

    kind: Literal["share of agencies present"]
    share: SharePart
    more_than: bool = False
    counted_of: Literal["agencies present", "votes cast"] = "agencies present"


class Majority(Term):
    """More votes for than against; a tie goes to the chair where the chair has a casting vote.

    `of` is a kind of decision, or all decisions. A larger majority is at least the `share` (2/3, 3/4) of what
    is `counted_of`: votes cast for or against, the members present, or all members; voting members are those
    whom the entry on the quorum of the group calls so. Members who declared a conflict of interest are among
    these, or `conflicted = "left out"`.
    """

    kind: Literal["majority"]
    of: str = "decisions"
    casting_vote: bool = False
    share: SharePart | None = None
    counted_of: Of = "votes cast"
    conflicted: Literal["counted", "left out"] = "counted"


class QuorumWithoutConflicted(Term):
    """A decision needs a quorum of those who declared no conflict of interest in it.

    `total`: whether the others still count among all of whom a share is needed, or are `left out` there, too.
    """

    kind: Literal["quorum without conflicted"]
    total: Literal["counted", "left out"] = "counted"


class Consent(Term):
    """Spending by a partner needs that partner's own consent."""

    kind: Literal["consent"]


class Condition(Term):
    """Something that must be true of a vote before it binds, ticked by a row of the kind `duties`.

    The row has this duty, the decision's reference as its period and the day it was recorded.
    """

    kind: Literal["condition"]
    condition: str
    duty: str


class BetweenMeetings(Term):
    """What is decided between meetings is ratified at the next one, or at any later one."""

    kind: Literal["between meetings"]
    by: Literal["the next meeting", "any later meeting"] = "the next meeting"


class Binding(Term):
    """Whether a decision binds the individual partners."""

    kind: Literal["binding"]
    binds_partners: bool


class Where(Term):
    """Decisions are taken at meetings of this group."""

    kind: Literal["where"]
    group: str = ""


DecisionTerm = Annotated[
    Ratification
    | Share
    | Majority
    | QuorumWithoutConflicted
    | Consent
    | Condition
    | BetweenMeetings
    | Binding
    | Where,
    Field(discriminator="kind"),
]
