"""Quorum: who has to be there for a meeting to count."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Rows, Status
from rules.fraction import fraction, needed
from rules.quorum import is_quorate, judge
from rules.sitting import has_vote
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
ORGANISATIONS = """
    organisation | sector            | membership
    Alder        | Further education |
    Birch        | Higher education  |
    Cedar        | Local authority   |
    Damson       | Higher education  |
    Elm          | Charity           |
    Fir          | Higher education  | observer
"""
SECTORS = ("Further education", "Higher education", "Local authority")


def one(terms, meeting, **tables):
    """The only finding on one meeting, given as columns and cells of the meetings table."""
    table = f"meeting_on | {' | '.join(meeting)}\n12 Mar 2026 | {' | '.join(meeting.values())}"
    known = facts(**{"meetings": table, "organisations": ORGANISATIONS, "seats": "seat\nMember"} | tables)
    [finding] = judge(body(quorum={"kind": "needed", **terms}), known, TODAY)
    return finding


@pytest.mark.parametrize(
    ("kind", "status", "says"),
    [
        ("silent", Status.SILENT, "The terms do not mention a quorum."),
        ("none", Status.NOT_APPLICABLE, "The terms say there is no quorum."),
    ],
)
def test_silence_and_none_are_two_things(kind, status, says):
    """Terms without a quorum yield one finding for the body, not one for each meeting."""
    meetings = facts(meetings="meeting_on\n12 Mar 2026\n9 Jun 2026")
    [finding] = judge(body(quorum={"kind": kind}), meetings, TODAY)
    assert (finding.status, finding.says, finding.value) == (status, says, None)


@pytest.mark.parametrize(
    ("members", "status", "says"),
    [
        ("Alder; Birch", "not met", "Sub-quorate: 2 organisations present, 3 needed."),
        ("Alder", "not met", "Sub-quorate: 1 organisation present, 3 needed."),
        ("Alder; Birch; Cedar", "met", "Just quorate: 3 organisations present, 3 needed."),
        ("Alder; Birch; Cedar; Elm", "met", "Quorate by one: 4 organisations present, 3 needed."),
        ("Alder; Birch; Cedar; Damson; Elm", "met", "Quorate: 5 organisations present, 3 needed."),
    ],
)
def test_so_many_organisations(members, status, says):
    """A number of organisations is counted against the number needed."""
    finding = one({"organisations": 3}, {"members": members})
    assert (finding.status, finding.says) == (status, says)


@pytest.mark.parametrize(
    ("members", "status", "says"),
    [
        (
            "Alder; Birch; Cedar; Damson",
            "met",
            "Quorate: 3 of 3 sectors present, "
            "Further education and Local authority by one organisation only.",
        ),
        ("Alder; Cedar; Elm", "not met", "Sub-quorate: no one from Higher education was present."),
        ("Birch", "not met", "Sub-quorate: no one from Further education or Local authority was present."),
    ],
)
def test_each_sector(members, status, says):
    """Each sector needed is there, or the missing ones are named."""
    finding = one({"sectors": SECTORS}, {"members": members})
    assert (finding.status, finding.says) == (status, says)


@pytest.mark.parametrize(
    ("share", "members", "status"),
    [
        (0.5, "Alder; Birch", "not met"),
        (0.5, "Alder; Birch; Cedar", "met"),
        (0.6, "Alder; Birch; Cedar", "met"),
    ],
)
def test_a_share_of_the_members(share, members, status):
    """Half of 5 members is 3, and so is 60%; an observer is no member."""
    finding = one({"share": share}, {"members": members})
    assert (finding.status, finding.limit) == (status, 3)


def test_a_share_without_any_members():
    """A share of nobody is unknown, with the remedy."""
    finding = one({"share": 0.5}, {"members": "Alder"}, organisations="organisation")
    assert (finding.status, "load the organisations file" in finding.says) == (Status.UNKNOWN, True)


def test_number_and_sectors_together():
    """Both shortfalls are named, and the number of organisations is the figure."""
    finding = one({"organisations": 3, "sectors": SECTORS}, {"members": "Alder; Cedar"})
    assert finding.says == (
        "Sub-quorate: 2 organisations present, 3 needed; no one from Higher education was present."
    )
    assert (finding.value, finding.limit, finding.unit) == (2, 3, "organisations")


def test_the_figure_that_decided():
    """Where the number was reached but a sector missed, the sectors are the figure."""
    finding = one({"organisations": 2, "sectors": SECTORS}, {"members": "Alder; Cedar"})
    assert (finding.value, finding.limit, finding.unit) == (2, 3, "sectors")


@pytest.mark.parametrize(
    ("setting", "through", "status"),
    [
        ("anyone", "substitutes", "met"),
        ("anyone", "deputies", "met"),
        ("named deputies", "deputies", "met"),
        ("named deputies", "substitutes", "not met"),
        ("nobody", "deputies", "not met"),
        ("nobody", "substitutes", "not met"),
        ("anyone", "observers", "not met"),
        ("anyone", "others", "not met"),
    ],
)
def test_whose_attendance_counts(setting, through, status):
    """The setting says whether deputies and other substitutes count; observers and others never do."""
    finding = one({"organisations": 2, "substitutes": setting}, {"members": "Alder", through: "Birch"})
    assert finding.status == status


def test_without_any_seats_it_is_not_known_who_was_a_named_deputy():
    """A substitute is not called un-nominated where nobody loaded the nominations."""
    terms = {"organisations": 2, "substitutes": "named deputies"}
    finding = one(terms, {"members": "Alder", "substitutes": "Birch"}, seats="seat")
    assert finding.status == Status.UNKNOWN
    assert "load the representatives file" in finding.says


@pytest.mark.parametrize(
    ("setting", "substitute", "mention"),
    [
        (
            "named deputies",
            "Birch",
            " Birch attended through a substitute who was not a named deputy, which does not count here.",
        ),
        ("nobody", "Birch", " Birch attended through a substitute, which does not count here."),
        ("named deputies", "Elm", ""),
    ],
)
def test_a_substitute_that_would_have_mended_it(setting, substitute, mention):
    """A substitute who does not count is mentioned only where it would have made the meeting quorate."""
    terms = {"sectors": SECTORS, "substitutes": setting}
    finding = one(terms, {"members": "Alder; Cedar", "substitutes": substitute})
    assert finding.says == f"Sub-quorate: no one from Higher education was present.{mention}"


def test_no_attendance_recorded():
    """A meeting without attendance is unknown, never sub-quorate."""
    finding = one({"organisations": 3}, {"members": ""})
    assert (finding.status, finding.says) == (Status.UNKNOWN, "No attendance is recorded for this meeting.")


def test_everybody_sent_apologies():
    """Attendance that records only apologies is a sub-quorate meeting."""
    finding = one({"organisations": 3}, {"members": "", "count_recorded": "4"})
    assert (finding.status, finding.value) == (Status.NOT_MET, 0)


def test_no_sector_recorded():
    """Where no organisation present has a sector on record, the sectors are unknown."""
    finding = one({"sectors": SECTORS}, {"members": "Alder"}, organisations="organisation\nAlder")
    assert finding.status == Status.UNKNOWN


@pytest.mark.parametrize(
    ("seat", "status"),
    [
        ("Board | Elm | 1 Jan 2026 |             | filled", "met"),
        ("Board | Elm | 1 Jan 2025 | 31 Dec 2025 | filled", "not met"),
        ("Board | Elm | 1 Jan 2026 |             | vacant", "not met"),
        ("Other | Elm | 1 Jan 2026 |             | filled", "not met"),
    ],
)
def test_the_sector_of_a_seat(seat, status):
    """An organisation also stands for the sector of a seat that it holds in the group on the day."""
    heading = "group_name | organisation | from_on | to_on | status | sector"
    seats = f"{heading}\n{seat} | Higher education"
    finding = one({"sectors": SECTORS}, {"members": "Alder; Cedar; Elm"}, seats=seats)
    assert finding.status == status


def test_a_vacancy_never_decides():
    """A vacant seat changes nothing at a meeting that has its sectors."""
    seats = "organisation | sector | status\nBirch | Higher education | vacant"
    finding = one({"sectors": SECTORS}, {"members": "Alder; Birch; Cedar"}, seats=seats)
    assert finding.status == Status.MET


def test_subject_day_and_rows():
    """A finding names its meeting and points to the attendance that was counted."""
    finding = one({"organisations": 3}, {"members": "Alder"})
    assert (finding.about, finding.on) == ("Board, 12 March 2026", date(2026, 3, 12))
    assert finding.rows == (Rows.of("attendance", group_name="Board", meeting_on=date(2026, 3, 12)),)


def test_before_the_terms():
    """A meeting held before the terms came into force is not judged, and says so."""
    finding = one({"organisations": 3, "from": date(2026, 6, 1)}, {"members": "Alder"})
    assert finding.status == Status.NOT_APPLICABLE
    assert finding.says == "Held before these terms came into force on 1 June 2026."


def test_the_terms_of_the_day():
    """Each meeting is judged by the quorum that was in force on its own day."""
    terms = [
        {"rule": "Q", "kind": "needed", "organisations": 1},
        {"rule": "Q", "kind": "needed", "organisations": 2, "from": date(2026, 6, 1)},
    ]
    meetings = facts(meetings="meeting_on | members\n12 Mar 2026 | Alder\n9 Jun 2026 | Alder")
    assert [f.status for f in judge(body(quorum=terms), meetings, TODAY)] == [Status.MET, Status.NOT_MET]


def test_only_its_own_group():
    """A quorum of one group says nothing of another."""
    meetings = facts(meetings="meeting_on | group_name | members\n12 Mar 2026 | Schools | Alder")
    assert list(judge(body(quorum={"kind": "needed", "organisations": 1}), meetings, TODAY)) == []


@pytest.mark.parametrize(
    ("terms", "members", "status"),
    [
        ({"kind": "needed", "organisations": 1}, "Alder", "met"),
        ({"kind": "needed", "organisations": 2}, "Alder", "not met"),
        ({"kind": "needed", "organisations": 2}, "", "unknown"),
        ({"kind": "silent"}, "Alder", "silent"),
        ({"kind": "none"}, "Alder", "not applicable"),
        ({"kind": "needed", "organisations": 1, "group": "Schools"}, "Alder", "silent"),
        ({"kind": "needed", "organisations": 1, "from": date(2026, 6, 1)}, "Alder", "not applicable"),
    ],
)
def test_is_quorate(terms, members, status):
    """Other rules can ask whether a meeting was quorate and get the same answer."""
    known = facts(meetings=f"meeting_on | members\n12 Mar 2026 | {members}")
    assert is_quorate(body(quorum=terms), known, known.meetings[0]) == status


AHEAD = """
    meeting_on | members
    9 Dec 2026 |
    9 Mar 2027 |
"""


def forecast(terms, apologies, seats="organisation | role", **more):
    rows = "\n".join(f"9 Dec 2026 | {name} | apologies" for name in apologies)
    known = facts(
        meetings=AHEAD,
        organisations=ORGANISATIONS,
        seats=seats,
        attendance_by_organisation=f"meeting_on | organisation | attendance\n{rows}",
        **more,
    )
    return [(f.status, f.says) for f in judge(body(quorum={"kind": "needed", **terms}), known, TODAY)]


def test_no_apologies_no_forecast():
    """A meeting ahead without apologies yields nothing."""
    assert forecast({"sectors": SECTORS}, []) == []


def test_apologies_that_do_no_harm():
    """Apologies that leave another organisation of the sector are reported without alarm."""
    says = "Apologies so far from Birch; without them it can still be quorate."
    assert forecast({"sectors": SECTORS}, ["Birch"]) == [(Status.DUE, says)]


def test_apologies_from_a_whole_sector():
    """Apologies from every member of a sector would make the next meeting sub-quorate."""
    says = (
        "With apologies from Birch and Damson it would be sub-quorate: "
        "no one from Higher education would be left."
    )
    assert forecast({"sectors": SECTORS}, ["Damson", "Birch"]) == [(Status.DUE, says)]


def test_apologies_below_the_number():
    """Apologies that leave too few organisations give the figures."""
    says = "With apologies from Alder it would be sub-quorate: 4 organisations left, 5 needed."
    assert forecast({"organisations": 5}, ["Alder"]) == [(Status.DUE, says)]


@pytest.mark.parametrize(("by_name", "left"), [("", 1), ("Ann", 2)])
def test_apologies_where_people_are_counted(by_name, left):
    """An organisation's apologies are those of all its people, unless it is told who sent them."""
    people = "organisation | person | role\nAlder | Ann | member\nAlder | Abe | member\nBirch | Bo | member"
    named = f"""
        group_name | meeting_on  | organisation | person    | attendance
        Board      | 9 Dec 2026  | Alder        | {by_name} | apologies
        Board      | 8 Sep 2026  | Alder        | Abe       | apologies
        Housing    | 9 Dec 2026  | Alder        | Abe       | apologies
        Board      | 9 Dec 2026  | Birch        | Bo        | not recorded
    """
    told = {"attendance_by_seat": named} if by_name else {}
    [(status, says)] = forecast({"people": 3}, ["Alder"], people, **told)

    noun = "person" if left == 1 else "people"
    assert (status, says) == (
        Status.DUE,
        f"With apologies from Alder it would be sub-quorate: {left} {noun} left, 3 needed.",
    )


@pytest.mark.parametrize(
    ("sent", "is_quorate"), [("Ann", True), ("Bo", True), ("Ann; Bo", False), ("A stranger", False)]
)
def test_an_organisation_comes_while_one_of_its_people_does(sent, is_quorate):
    """Of two who sit for it both must be away, or somebody whom nobody knows says that it is."""
    named = [name for name in sent.split("; ") if name != "A stranger"]
    seats = "\n".join(f"9 Dec 2026 | Member | Alder | {name} | apologies" for name in named)
    known = facts(
        meetings=AHEAD,
        organisations=ORGANISATIONS,
        seats="seat | organisation | person\nMember | Alder | Ann\nMember | Alder | Bo",
        attendance_by_organisation="meeting_on | organisation | attendance\n9 Dec 2026 | Alder | apologies",
        attendance_by_seat=f"meeting_on | seat | organisation | person | attendance\n{seats}",
    )
    terms = body(quorum={"kind": "needed", "sectors": ["Further education"]})
    [finding] = judge(terms, known, TODAY)

    assert ("can still be quorate" in finding.says) is is_quorate


@pytest.mark.parametrize(
    ("setting", "mended"), [("named deputies", True), ("anyone", True), ("nobody", False)]
)
def test_who_could_mend_it(setting, mended):
    """A named deputy of the missing sector could mend it, unless substitutes do not count."""
    seats = "organisation | role\nBirch | deputy\nAlder | deputy"
    terms = {"sectors": SECTORS, "substitutes": setting}
    [(_, says)] = forecast(terms, ["Alder", "Birch", "Damson"], seats)
    assert says.endswith("A named deputy of Alder or Birch could mend it.") is mended


NAMES = ("Alder", "Birch", "Cedar", "Damson", "Elm")
SOME = st.lists(st.sampled_from(NAMES), unique=True, min_size=1)


def verdict(terms, came, absent=(), order=tuple):
    cells = f"12 Mar 2026 | {'; '.join(came)} | {len(came) + len(absent)}"
    meetings = f"meeting_on | members | count_recorded\n{cells}"
    known = facts(meetings=meetings, organisations=ORGANISATIONS)
    known = replace(known, organisations=order(known.organisations))
    return is_quorate(body(quorum={"kind": "needed", **terms}), known, known.meetings[0])


TERMS = st.sampled_from([{"organisations": 3}, {"share": 0.5}, {"sectors": SECTORS}])


@given(TERMS, SOME, SOME)
def test_an_absentee_never_makes_a_meeting_quorate(terms, came, absent):
    """Recording someone else as absent never changes the verdict on those who came."""
    assert verdict(terms, came, absent) == verdict(terms, came)


@given(SOME, st.sampled_from(SECTORS))
def test_without_its_only_representative_a_sector_is_missing(came, sector):
    """Whoever else came, a meeting that nobody from a sector attends is sub-quorate."""
    of_sector = {"Further education": "Alder", "Higher education": "Birch Damson", "Local authority": "Cedar"}
    left = [name for name in {*came, "Elm"} if name not in of_sector[sector].split()]
    assert verdict({"sectors": SECTORS}, left) == Status.NOT_MET


@given(TERMS, SOME, st.permutations(range(6)))
def test_the_order_of_records_never_matters(terms, came, order):
    """The verdict is the same in whatever order people and organisations are listed."""
    shuffled = verdict(terms, list(reversed(came)), order=lambda rows: tuple(rows[i] for i in order))
    assert shuffled == verdict(terms, came)


@given(TERMS, SOME, st.sampled_from(NAMES))
def test_one_more_never_breaks_a_quorum(terms, came, more):
    """A meeting that was quorate stays so if one more organisation comes."""
    if verdict(terms, came) == Status.MET:
        assert verdict(terms, list({*came, more})) == Status.MET


def test_a_changed_kind_of_rule_ends_the_old_one():
    """Silent until 2024 and needed since then: each meeting is judged by what was in force on its day."""
    entry = {"rule": "Q1", "clause": "1", "says": "S."}
    terms = [
        entry | {"from": date(2020, 1, 1), "kind": "silent"},
        entry | {"from": date(2024, 1, 1), "kind": "needed", "organisations": 1},
    ]
    known = facts(
        meetings="meeting_on | members | count_recorded\n9 Jun 2021 | Alder | 1\n9 Jun 2025 | Alder | 1"
    )
    found = [(f.about, str(f.status)) for f in judge(body(quorum=terms), known, TODAY)]
    assert found == [("Board, 9 June 2025", "met")]


def test_two_groups_under_one_rule_are_both_judged():
    """An entry for the main group and one for another group stand side by side."""
    entry = {"rule": "Q1", "from": date(2020, 1, 1), "clause": "1", "says": "S.", "kind": "needed"}
    terms = [entry | {"organisations": 1}, entry | {"organisations": 2, "group": "Schools"}]
    meetings = "meeting_on | group_name | members | count_recorded\n"
    known = facts(meetings=meetings + "9 Jun 2026 | Board | Alder | 1\n9 Jun 2026 | Schools | Alder | 1")
    found = {f.about: str(f.status) for f in judge(body(quorum=terms), known, TODAY)}
    assert found == {"Board, 9 June 2026": "met", "Schools, 9 June 2026": "not met"}


SEATS = """
    seat              | organisation | person | role      | sector     | status
    Chair             | Council      | Ann    | chair     | Councillor | filled
    Ward councillor   | Council      | Bo     | member    | Councillor | filled
    Ward councillor   | Council      | Cy     | member    | Councillor | filled
    Head teacher      | Hill School  | Di     | member    | School     | filled
    Head teacher      | Vale School  | Ed     | member    | School     | filled
    Nurse             | Trust        | Flo    | member    | Health     | filled
    Adviser, no vote  | Trust        | Gus    | member    | Health     | filled
    Carer             |              |        | member    |            | vacant
    Clerk             | Council      | Hal    | secretariat |          | filled
"""


MOST = {"share": "1/2", "more_than": True}
VOTING = {"share": "1/2", "of": "voting members"}


def of_people(terms, *came, when="12 Mar 2026", seats=SEATS):
    """The verdict on one meeting of named people, each given as `Organisation: person, person`."""
    parts = [each.partition(": ") for each in came]
    rows = [f"{when} | {name} | present | {who.replace(',', ';')}" for name, _, who in parts]
    names = "; ".join(name for name, _, _ in parts)
    known = facts(
        meetings=f"meeting_on | members | count_recorded\n{when} | {names} | 9",
        seats=seats,
        attendance_by_organisation="\n".join(["meeting_on | organisation | attendance | people", *rows]),
    )
    [finding] = judge(body(quorum={"kind": "needed", **terms}), known, TODAY)
    return finding


@pytest.mark.parametrize(
    ("terms", "came", "status", "says"),
    [
        # seven people, the clerk and the vacancy apart
        ({"share": "1/3"}, ["Council: Ann, Bo, Cy"], "met", "Just quorate: 3 people present, 3 needed."),
        ({"share": "1/3"}, ["Council: Ann, Bo"], "not met", "Sub-quorate: 2 people present, 3 needed."),
        ({"share": 0.333}, ["Council: Ann, Bo, Cy"], "met", "Just quorate: 3 people present, 3 needed."),
        (MOST, ["Council: Ann, Bo, Cy"], "not met", "Sub-quorate: 3 people present, 4 needed."),
        ({"share": "1/2", "more_than": True, "of": "voting members"}, ["Council: Ann, Bo, Cy"], "not met",
         "Sub-quorate: 3 people present, 4 needed."),
        ({"share": "1/2", "of": "voting members"}, ["Council: Ann, Bo, Cy"], "met",
         "Just quorate: 3 people present, 3 needed."),
        ({**VOTING, "without_vote": ["Nurse", "Vale School"]}, ["Council: Ann, Bo"], "met",
         "Just quorate: 2 people present, 2 needed."),
        ({"share": "1/2", "of": "voting members"}, ["Council: Ann, Bo", "Trust: Gus"], "not met",
         "Sub-quorate: 2 people present, 3 needed."),
        ({"share": "1/2", "of": "seats"}, ["Council: Ann, Bo, Cy"], "not met",
         "Sub-quorate: 3 people present, 4 needed."),
        ({"people": 3}, ["Council: Ann, Bo, Hal"], "not met", "Sub-quorate: 2 people present, 3 needed."),
        ({"people": 2, "organisations": 2}, ["Council: Ann, Bo"], "not met",
         "Sub-quorate: 1 organisation present, 2 needed."),
        ({"people": 2, "organisations": 2}, ["Council: Ann", "Trust: Flo"], "met",
         "Just quorate: 2 organisations present, 2 needed; 2 people present, 2 needed."),
        ({"people": 2, "share": "1/2"}, ["Council: Ann, Bo, Cy"], "not met",
         "Sub-quorate: 3 people present, 4 needed."),
        ({"people": 2, "share": "1/2", "whichever": "less"}, ["Council: Ann, Bo"], "met",
         "Just quorate: 2 people present, 2 needed."),
        ({"people": 2, "posts": ["Councillor"]}, ["Hill School: Di", "Vale School: Ed"], "not met",
         "Sub-quorate: no Councillor was present."),
        ({"people": 2, "posts": ["chair"]}, ["Council: Bo, Cy"], "not met",
         "Sub-quorate: no chair was present."),
        ({"posts": ["chair", "School"]}, ["Council: Ann", "Hill School: Di"], "met",
         "Quorate: everyone who has to be there is."),
        # somebody of the school came in the place of its head
        ({"people": 2}, ["Council: Ann", "Hill School: Pat Lee"], "met",
         "Just quorate: 2 people present, 2 needed."),
        ({"people": 2, "substitutes": "nobody"}, ["Council: Ann", "Hill School: Pat Lee"], "not met",
         "Sub-quorate: 1 person present, 2 needed."),
        ({"people": 2, "substitutes": "nobody"}, ["Council: Ann, Zoe"], "not met",
         "Sub-quorate: 1 person present, 2 needed."),
    ],
)  # fmt: skip
def test_members_who_are_people(terms, came, status, says):
    """People are counted where people sit, whichever organisation they come from."""
    finding = of_people(terms, *came)
    assert (finding.status, finding.says) == (status, says)


def test_a_share_of_nobody_who_sits_there_is_unknown():
    """Where only people count, organisations are no stand-in for them."""
    finding = of_people({"share": "1/2", "of": "people"}, "Council: Ann", seats="seat\nMember")
    assert (finding.status, "load the representatives file" in finding.says) == ("unknown", True)


def test_a_named_deputy_comes_for_one_person():
    """Only where the deputy is named for whoever is away."""
    seats = f"{SEATS.rstrip()}\n    Deputy | Trust | Ida | deputy | | filled"
    terms = {"people": 2, "substitutes": "named deputies"}

    assert of_people(terms, "Council: Ann", "Trust: Ida", seats=seats).status == "met"
    assert of_people(terms, "Council: Ann", "Trust: Joe", seats=seats).status == "not met"


def test_a_vote_is_lost_by_absence_and_comes_back():
    """Who missed two meetings in a row does not count at the third; one attended brings the vote back."""
    days = ("12 Jan 2026", "12 Feb 2026", "12 Mar 2026", "12 Apr 2026")
    came = ("Ann; Bo; Cy", "Ann; Bo", "Ann", "Ann; Cy")
    seats = "seat | person\nA | Ann\nB | Bo\nC | Cy\nD | Di"
    rows = [f"{day} | Council | present | {who}" for day, who in zip(days, came, strict=True)]
    known = facts(
        meetings="\n".join(["meeting_on | members", *(f"{day} | Council" for day in days)]),
        seats=seats,
        attendance_by_organisation="\n".join(["meeting_on | organisation | attendance | people", *rows]),
    )
    terms = {
        "kind": "needed",
        "share": "1/2",
        "more_than": True,
        "of": "voting members",
        "substitutes": "nobody",
    }
    lost = {**terms, "vote_lost_after": 2}

    def figures(asked):
        return [(f.value, f.limit) for f in judge(body(quorum=asked), known, TODAY)]

    assert figures(terms) == [(3, 3), (2, 3), (1, 3), (2, 3)]
    # Di has none from March on, Cy none in April: the meeting that he comes to brings it back only then
    assert figures(lost) == [(3, 3), (2, 3), (1, 2), (1, 2)]


@given(st.integers(1, 60), st.sampled_from(["1/3", "1/2", "2/3", "3/4", "60%"]), st.booleans())
def test_a_share_of_a_number_is_exact(of, share, more_than):
    """The least number that reaches it, with no decimal anywhere."""
    least = needed(fraction(share), of, more_than)
    exact = fraction(share) * of
    reaches = [n for n in range(of + 2) if (n > exact if more_than else n >= exact)]
    assert least == reaches[0]


@pytest.mark.parametrize(
    ("share", "of", "more_than", "least"),
    [("1/2", 8, True, 5), ("1/2", 9, True, 5), ("2/3", 9, False, 6), (0.67, 9, False, 6),
     ("0.333333", 9, False, 3), (0.6, 10, False, 6), (0.07, 100, False, 7),
     ("60%", 5, False, 3), (1, 4, False, 4), ("45%", 20, False, 9)],
)  # fmt: skip
def test_shares_that_people_write(share, of, more_than, least):
    """More than half of 8 is 5, two thirds of 9 is 6, and 0.67 means two thirds; 45% means no elevenths."""
    assert needed(fraction(share), of, more_than) == least


@pytest.mark.parametrize("share", ["half", "0", "3/2", "-1/3", "1/0", ""])
def test_what_is_no_share_is_refused(share):
    """With what to write instead."""
    with pytest.raises(ValueError, match="write 1/3, 2/3 or 60%"):
        fraction(share)


@pytest.mark.parametrize(
    ("seat", "role", "without", "votes"),
    [
        ("Chair", "chair", "Chair", False),
        ("Chair", "chair", "Vice chair", True),
        ("School nurse", "member", "Nurse", False),
        ("Nurse", "member", "School nurse", True),
    ],
)
def test_a_seat_without_a_vote_is_known_by_its_words(seat, role, without, votes):
    """All that the terms name must be there; more may."""
    [known] = facts(seats=f"seat | person | role\n{seat} | Ann | {role}").seats

    assert has_vote(known, (without,)) is votes
