"""Records of who belongs, who sits where and who came: each one row of a mart, field for column.

`file` and `line` say where the row was loaded from.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Organisation:
    """`membership` is member, observer, applicant or former; `turnover_gbp` is None when nobody gave it.

    `known_from`: the day of the first roster that has it, where an earlier one is whole and does not.
    `also_known_as`: its other names, parted by semicolons.
    """

    organisation: str
    also_known_as: str | None = field(default=None, kw_only=True)
    sector: str | None
    membership: str
    joined_on: date | None
    known_from: date | None = field(default=None, kw_only=True)
    left_on: date | None
    turnover_gbp: Decimal | None
    charity_number: str | None
    signed_terms: bool | None
    file: str
    line: int

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its other names."""
        return (self.organisation, *filter(None, map(str.strip, (self.also_known_as or "").split(";"))))

    @property
    def member_from(self) -> date | None:
        """The first day of membership, by its own word or else by the rosters."""
        return self.joined_on or self.known_from

    def is_member_on(self, day: date) -> bool:
        """A member from the day of joining to the day of leaving, both included; no date means no limit."""
        return (
            self.membership in ("member", "former")
            and (self.member_from or day) <= day
            and (self.left_on is None or day <= self.left_on)
            and (self.membership == "member" or self.left_on is not None)
        )


@dataclass(frozen=True)
class Span:
    """An organisation as it was from one day to another, both included."""

    organisation: str
    valid_from: date
    valid_to: date
    sector: str | None
    membership: str
    joined_on: date | None
    left_on: date | None
    turnover_gbp: Decimal | None
    file: str
    line: int


@dataclass(frozen=True)
class Seat:
    """One holding of a seat. `status`: filled, unconfirmed or vacant; `known_from` as of an organisation."""

    group_name: str
    seat: str | None
    organisation: str | None
    person: str | None
    role: str
    primary_contact: bool | None
    deputy_for: str | None
    from_on: date | None
    known_from: date | None = field(default=None, kw_only=True)
    to_on: date | None
    status: str
    sector: str | None
    file: str
    line: int

    @property
    def held_from(self) -> date | None:
        """The first day of holding it, by its own word or else by the lists."""
        return self.from_on or self.known_from

    def is_held_on(self, day: date) -> bool:
        return (self.held_from or day) <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True)
class Meeting:
    """One meeting of one group, with the organisations that came, each in one list only.

    `members`: member organisations whose own representative was present, in the room or remotely;
    `deputies`: present only through a substitute nominated as named deputy;
    `substitutes`: present only through some other substitute;
    `observers`: organisations in attendance that are not members on that day (observer, applicant, former);
    `others`: attended, but not on the roster.
    `count_recorded` counts attendance rows with a known status, `count_present` the people who came.
    `recorded` is False for a meeting known only from its attendance. `status`: held, cancelled or postponed,
    None where nobody says. `listed`: whether its list has `everyone` expected or only those who `came`, None
    where that is not known.
    """

    group_name: str
    meeting_on: date
    kind: str | None
    papers_sent_on: date | None
    minutes_sent_on: date | None
    chaired_by: str | None
    status: str | None
    recorded: bool
    count_recorded: int
    count_present: int
    listed: str | None
    members: list[str]
    deputies: list[str]
    substitutes: list[str]
    observers: list[str]
    others: list[str]
    file: str
    line: int

    @property
    def came(self) -> list[str]:
        """The member organisations that came, through whomever."""
        return [*self.members, *self.deputies, *self.substitutes]


@dataclass(frozen=True)
class Attendance:
    """One organisation at one meeting.

    `attendance` is the best status of its people: present (in the room or remotely), then substitute,
    apologies, absent, not recorded. `people` are those who came, substitutes included.
    """

    group_name: str
    meeting_on: date
    organisation: str
    attendance: str
    people: list[str]
    file: str
    line: int


@dataclass(frozen=True)
class SeatAttendance:
    """The named holder of a seat at one meeting held meanwhile.

    `attendance` is their own status, present (in the room or remotely), apologies, absent or not recorded,
    or substitute where somebody came in their place.
    """

    group_name: str
    meeting_on: date
    seat: str
    organisation: str | None
    person: str
    attendance: str
    file: str
    line: int


@dataclass(frozen=True)
class Group:
    group_name: str
    kind: str | None
    lead_organisation: str | None
    agreed_on: date | None
    reviewed_on: date | None
    last_report_on: date | None
    ends_on: date | None
    ended_on: date | None
    file: str
    line: int
