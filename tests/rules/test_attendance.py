"""Attendance: how often each organisation comes, and who comes for it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.attendance import judge
from rules.finding import Rows, Status
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
DAYS = ("10 Dec 2025", "12 Mar 2026", "9 Jun 2026", "8 Sep 2026")
MEETINGS = "meeting_on\n" + "\n".join(DAYS)


def of_alder(terms, attended, organisations="organisation\nAlder", people=()):
    """The only finding on Alder, from its attendance at the four meetings of the year, one after another."""
    people = people or [""] * len(attended)
    rows = [
        f"{on} | Alder | {status} | {who}" for on, status, who in zip(DAYS, attended, people, strict=False)
    ]
    known = facts(
        meetings=MEETINGS,
        organisations=organisations,
        attendance_by_organisation="\n".join(["meeting_on | organisation | attendance | people", *rows]),
    )
    [finding] = judge(body(attendance=terms), known, TODAY)
    return finding


NO_ATTENDANCE = "No attendance is recorded in the last 12 months; load the attendance file."
MOST = {"kind": "expected", "more_than": 0.5}


@pytest.mark.parametrize(
    ("attended", "status", "says"),
    [
        (["present"] * 3 + ["absent"], "met", "3 of 4 meetings in the last 12 months."),
        (["present", "present", "absent", "apologies"], "not met", "2 of 4 meetings in the last 12 months."),
        (["present", "not recorded"], "met", "1 of 1 meeting in the last 12 months."),
        (["not recorded"], "unknown", NO_ATTENDANCE),
        ([], "unknown", NO_ATTENDANCE),
    ],
)
def test_expected_attendance(attended, status, says):
    """More than half of the meetings with a known status is met, exactly half is not, none is unknown."""
    finding = of_alder(MOST, attended)
    assert (finding.status, finding.says) == (status, says)


@pytest.mark.parametrize(
    ("count", "status", "says"),
    [
        (False, "not met", "2 of 4 meetings in the last 12 months, 1 more by a substitute."),
        (True, "met", "3 of 4 meetings in the last 12 months, 1 of them by a substitute."),
    ],
)
def test_substitutes_are_told_apart(count, status, says):
    """A substitute raises the rate only where the terms let it, and is named apart either way."""
    attended = ["present", "present", "substitute", "absent"]
    finding = of_alder(MOST | {"substitutes_count": count}, attended)
    assert (finding.status, finding.says) == (status, says)


def test_the_rate_is_the_figure():
    """The finding gives the rate against the limit and points to the organisation's rows."""
    finding = of_alder(MOST, ["present", "absent"])
    assert (finding.value, finding.limit) == (0.5, 0.5)
    assert finding.rows == (Rows.of("attendance_by_organisation", organisation="Alder"),)


def test_only_meetings_since_joining():
    """Meetings before an organisation joined are not held against it."""
    organisations = "organisation | joined_on\nAlder | 1 Jun 2026"
    finding = of_alder(MOST, ["absent", "absent", "present", "present"], organisations)
    assert finding.says == "2 of 2 meetings in the last 12 months."


def test_only_meetings_since_the_terms():
    """Meetings before the rule came into force are not counted."""
    finding = of_alder(MOST | {"from": date(2026, 6, 1)}, ["absent", "absent", "present", "present"])
    assert finding.says == "2 of 2 meetings in the last 12 months."


@pytest.mark.parametrize("meeting", ["20 Nov 2025 | Board", "9 Dec 2026 | Board", "9 Jun 2026 | Schools"])
def test_which_meetings_count(meeting):
    """Older meetings, those still ahead and those of other groups are left out."""
    rows = f"meeting_on | group_name | organisation | attendance\n{meeting} | Alder | absent"
    known = facts(organisations="organisation\nAlder", attendance_by_organisation=rows)
    [finding] = judge(body(attendance=MOST), known, TODAY)
    assert finding.status == Status.UNKNOWN


@pytest.mark.parametrize("membership", ["observer", "applicant"])
def test_only_members_are_expected(membership):
    """Nobody expects observers and applicants to come."""
    known = facts(
        organisations=f"organisation | membership\nAlder | {membership}\nBirch | member",
        attendance_by_organisation="meeting_on | organisation | attendance\n9 Jun 2026 | Birch | present",
    )
    assert [f.about for f in judge(body(attendance=MOST), known, TODAY)] == ["Birch"]


def test_no_attendance_at_all_is_said_once():
    """Without any attendance there is one question to the secretariat, not one for each organisation."""
    known = facts(organisations="organisation\nAlder\nBirch")
    [finding] = judge(body(attendance=MOST), known, TODAY)
    assert (finding.about, finding.status) == ("Member organisations", Status.UNKNOWN)


@pytest.mark.parametrize(
    ("people", "status", "says"),
    [
        (["Ann", "Ann", "Ann; Ben", "Ben"], "met", "The same person came to 3 of the 4 meetings attended."),
        (["Ann", "ANN", "Ben", "Cat"], "met", "The same person came to 2 of the 4 meetings attended."),
        (["Ann", "Ben", "Cat", "Dan"], "not met", "The same person came to 1 of the 4 meetings attended."),
        ([""] * 4, "unknown", "Nobody is recorded by name in the last 12 months."),
    ],
)
def test_continuity(people, status, says):
    """The most frequent person came to at least half of the meetings attended, or did not."""
    finding = of_alder({"kind": "continuity", "at_least": 0.5}, ["present"] * 4, people=people)
    assert (finding.status, finding.says) == (status, says)


def test_a_person_is_one_however_the_name_is_typed():
    """The shape of an apostrophe makes nobody else of who came each time."""
    people = ["Pat O’Shea", "Pat O'Shea", "Pat O´Shea"]
    finding = of_alder({"kind": "continuity", "at_least": 0.5}, ["present"] * 3, people=people)
    says = "The same person came to 3 of the 3 meetings attended."
    assert (finding.status, finding.says) == (Status.MET, says)


def test_more_people_than_normal():
    """More people than normal is a note, as circumstances may allow it."""
    finding = of_alder({"kind": "people per organisation", "most": 2}, ["present"], people=["Ann; Ben; Cat"])
    assert finding.status == Status.UNKNOWN
    assert (
        finding.says == "3 people came for Alder where up to 2 is normal; certain circumstances allow more."
    )


def test_no_more_people_than_normal():
    """Up to the normal number of people nothing is said."""
    rows = "meeting_on | organisation | attendance | people\n12 Mar 2026 | Alder | present | Ann; Ben"
    known = facts(meetings=MEETINGS, attendance_by_organisation=rows)
    assert list(judge(body(attendance={"kind": "people per organisation", "most": 2}), known, TODAY)) == []


def represented(statuses, **terms):
    names = ("Alder", "Birch", "Cedar")
    rows = "\n".join(f"12 Mar 2026 | {name} | {s}" for name, s in zip(names, statuses, strict=True))
    known = facts(
        meetings="meeting_on\n12 Mar 2026",
        organisations="organisation | membership\nAlder |\nBirch |\nCedar | observer",
        attendance_by_organisation=f"meeting_on | organisation | attendance\n{rows}",
    )
    [finding] = judge(body(attendance={"kind": "apologies or substitute", **terms}), known, TODAY)
    return finding.status, finding.says


ALL_WELL = ("met", "No organisation was absent without apologies or a substitute.")


@pytest.mark.parametrize(
    ("statuses", "verdict"),
    [
        (("present", "apologies", "present"), ALL_WELL),
        (("present", "substitute", "present"), ALL_WELL),
        (("present", "present", "absent"), ALL_WELL),
        (
            ("absent", "present", "present"),
            ("not met", "1 organisation was absent without apologies or a substitute: Alder."),
        ),
        (
            ("absent", "absent", "present"),
            ("not met", "2 organisations were absent without apologies or a substitute: Alder and Birch."),
        ),
        (("not recorded",) * 3, ("unknown", "No attendance is recorded for this meeting.")),
    ],
)
def test_apologies_or_a_substitute(statuses, verdict):
    """Members absent without a word are listed in one finding for the meeting; observers never are."""
    assert represented(statuses) == verdict


@pytest.mark.parametrize(
    ("statuses", "verdict"),
    [
        (("present", "substitute", "apologies"), ("met", "No organisation was absent without a substitute.")),
        (
            ("apologies", "present", "present"),
            ("not met", "1 organisation was absent without a substitute: Alder."),
        ),
        (
            ("apologies", "absent", "present"),
            ("not met", "2 organisations were absent without a substitute: Alder and Birch."),
        ),
    ],
)
def test_where_a_substitute_is_to_be_sent_apologies_are_not_enough(statuses, verdict):
    """Whoever only sent apologies is named."""
    assert represented(statuses, kind="substitute") == verdict


def test_the_figure_is_how_many_were_absent_and_the_limit_is_none():
    """One absence without a word is one too many."""
    known = facts(
        meetings=MEETINGS,
        organisations="organisation\nAlder",
        attendance_by_organisation=f"meeting_on | organisation | attendance\n{DAYS[0]} | Alder | absent",
    )
    found = judge(body(attendance={"kind": "apologies or substitute"}), known, TODAY)
    [absent] = [each for each in found if each.status is Status.NOT_MET]

    assert (absent.value, absent.limit, absent.unit) == (1, 0, "organisations")


def test_a_meeting_before_the_terms():
    """A meeting before the terms came into force is not judged."""
    status, _ = represented(("absent",) * 3, **{"from": date(2026, 6, 1)})
    assert status == Status.NOT_APPLICABLE


@given(st.permutations(range(4)))
def test_the_order_of_records_never_matters(order):
    """The findings are the same in whatever order the rows come."""
    rows = [f"{on} | {name} | absent" for on in DAYS[:2] for name in ("Alder", "Birch")]

    def findings(rows):
        table = "\n".join(["meeting_on | organisation | attendance", *rows])
        known = facts(
            meetings=MEETINGS, organisations="organisation\nBirch\nAlder", attendance_by_organisation=table
        )
        return list(judge(body(attendance=[MOST, {"kind": "apologies or substitute"}]), known, TODAY))

    assert findings([rows[i] for i in order]) == findings(rows)


def test_an_organisation_without_a_row_is_not_called_present():
    """Missing rows are missing data, never a good verdict."""
    known = facts(
        organisations="organisation\nAlder\nBirch",
        meetings="meeting_on | count_recorded\n9 Jun 2026 | 1",
        attendance_by_organisation="meeting_on | organisation | attendance\n9 Jun 2026 | Alder | present",
    )
    [finding] = judge(body(attendance={"kind": "apologies or substitute"}), known, TODAY)
    assert finding.status == Status.UNKNOWN
    assert "1 member organisation" in finding.says


SEATED = """
    meeting_on  | seat | organisation | person | attendance
    9 Jun 2026  | Head | Alder        | Ann    | present
    8 Sep 2026  | Head | Alder        | Ann    | {september}
    10 Nov 2026 | Head | Alder        | Ann    | substitute
"""


@pytest.mark.parametrize(
    ("september", "status", "says"),
    [
        ("present", "met", "2 of 3 meetings in the last 12 months, 1 more by a substitute."),
        ("apologies", "not met", "1 of 3 meetings in the last 12 months, 1 more by a substitute."),
    ],
)
def test_a_seat_is_expected_too(september, status, says):
    """Where the terms ask it of each seat, its named holder is judged by the meetings held meanwhile."""
    known = facts(
        seats="seat | organisation | person\nHead | Alder | Ann\nDeputy head | Alder | Ben",
        attendance_by_seat=SEATED.format(september=september),
        attendance_by_organisation="meeting_on | organisation | attendance\n9 Jun 2026 | Alder | present",
    )
    [finding] = judge(body(attendance=MOST | {"by": "seat"}), known, TODAY)
    assert (finding.about, finding.status, finding.says) == ("Head", status, says)


@pytest.mark.parametrize("by", ["organisation", "seat"])
@pytest.mark.parametrize(("on", "says"), [("22 Nov 2025", "1 of 2"), ("21 Nov 2025", "1 of 1")])
def test_whom_a_list_of_those_who_came_has_not_stayed_away(on, says, by):
    """Of an organisation and of the holder of a seat, from the first day that is looked at."""
    known = facts(
        organisations="organisation\nAlder",
        meetings=f"meeting_on | listed | count_recorded\n{on} | came | 3\n9 Jun 2026 | came | 3",
        seats="seat | organisation | person\nHead | Alder | Ann",
        attendance_by_seat="meeting_on | seat | organisation | person | attendance\n"
        "9 Jun 2026 | Head | Alder | Ann | present",
        attendance_by_organisation="meeting_on | organisation | attendance\n9 Jun 2026 | Alder | present",
    )
    [finding] = judge(body(attendance=MOST | {"by": by}), known, TODAY)
    assert finding.says.startswith(f"{says} meeting")
