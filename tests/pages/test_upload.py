"""The page Upload as the secretariat uses it: a messy export goes in, what is unclear is asked once."""

from importlib import import_module
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.loaders.tables import workbook
from tests.pages.uploading import ROSTER, edit, figures, kept, press, uploaded
from tests.switch import at_length, some

TEAMS = """\
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
College Lead\t9/6/26, 9:58:11 AM\t9/6/26, 11:31:00 AM\t1h 33m\t\t\tPresenter
Second Officer\t9/6/26, 10:01:33 AM\t9/6/26, 11:30:00 AM\t1h 29m\tb@council.example\t\tAttendee
Meeting Room 2\t9/6/26, 10:00:00 AM\t9/6/26, 11:31:00 AM\t1h 31m\t\t\tAttendee
"""
HOME_MADE = "Wer,Wann,War da\nAlder College,13/6/2026,yes\nBirch Council,13/6/2026,no\n"
STATEMENT = (
    "Number,Date,Account,Amount,Subcategory,Memo\n"
    " ,13/06/2026,20-00-00 12345678,50.00,Counter Credit,ALDER COLLEGE FEE 26\n"
    " ,14/06/2026,20-00-00 12345678,-12.00,Debit,STATIONERY\n"
    " ,15/06/2026,20-00-00 12345678,900.00,Counter Credit,A GRANT\n"
)


def test_a_teams_export_is_asked_about_once(path: Path) -> None:
    """The order of its dates, then the names nobody knows; what is answered is remembered."""
    app = uploaded("teams.csv", TEAMS, "utf-16")
    assert [radio.label for radio in app.radio] == ["In the dates of this file, which comes first?"]

    app = app.radio[0].set_value("day").run()
    assert figures(app) == {
        "New": "2",
        "Changed": "0",
        "Unchanged": "0",
        "Refused": "0",
        "Name not known": "1",
    }

    app = press(
        edit(app, {0: {"organisation": "(nobody: a guest, a room, not a fee)"}}), "Remember what I chose"
    )
    app = press(app, "Confirm and save")
    rows = kept(path, "attendance").select("organisation", "person", "attendance", "line").rows()
    assert rows == [
        ("Alder College", "College Lead", "present remotely", 2),
        ("Birch Council", "Second Officer", "present remotely", 3),
    ]
    assert kept(path, "aliases").select("of", "written", "means").rows() == [
        ("person", "Meeting Room 2", None)
    ]


@at_length
def test_the_columns_of_a_home_made_table_are_mapped_once(path: Path) -> None:
    """The reader says what its headings mean; the next file with them is read without asking."""
    app = uploaded("attendance.csv", HOME_MADE)
    app = (
        app.selectbox(key=next(s.key for s in app.selectbox if s.label == "What the table is"))
        .set_value("attendance")
        .run()
    )
    meanings = ("Organisation", "Meeting date", "Attendance")
    app = edit(app, {row: {"means": meaning} for row, meaning in enumerate(meanings)})
    app = press(app, "Use these columns")
    assert figures(app)["New"] == "2"

    later = uploaded("december.csv", HOME_MADE.replace("/6/", "/12/"))
    assert figures(later)["New"] == "2"


def test_a_mapping_that_lacks_what_the_kind_needs_says_so(path: Path) -> None:
    """It cannot be used before every required column is found."""
    app = uploaded("attendance.csv", HOME_MADE)
    app = (
        app.selectbox(key=next(s.key for s in app.selectbox if s.label == "What the table is"))
        .set_value("payments")
        .run()
    )

    assert any("Payments also needs" in warning.value for warning in app.warning)
    assert not [button for button in app.button if button.label == "Use these columns"]


def test_a_bank_statement_proposes_fees_and_the_secretariat_confirms(path: Path) -> None:
    """Money out is left out; a payer is proposed from the line; nothing is kept before that."""
    app = uploaded("statement.csv", STATEMENT)
    assert figures(app)["New"] == "0"
    assert figures(app)["Name not known"] == "2"
    proposed = app.data_editor[0].value["organisation"].dropna().to_list()
    assert proposed == ["Alder College"]

    app = press(app, "Remember what I chose")
    press(app, "Confirm and save")
    paid = kept(path, "payments").select("organisation", "financial_year", "amount_gbp").rows()
    assert [(name, year, str(amount)) for name, year, amount in paid] == [
        ("Alder College", "2026/27", "50.00")
    ]


def test_a_bad_row_is_mended_on_the_page(path: Path) -> None:
    """The mended row is loaded with the others, from its own line."""
    text = (
        "Meeting date,Organisation,Person,Attendance\n"
        "13/6/2026,Alder College,A,present\n31/6/2026,Birch Council,B,present\n"
    )
    app = uploaded("june.csv", text)
    assert figures(app)["Refused"] == "1"

    app = press(edit(app, {0: {"0": "13/6/2026"}}), "Check 1 mended row again")
    press(app, "Confirm and save")
    assert kept(path, "attendance").select("organisation", "line").rows() == [
        ("Alder College", 2),
        ("Birch Council", 3),
    ]


LOG = "Reference,Action,Status\nA1,Write to members,Red hot\nA2,Book a room,In progess\nA3,Plan,Red hot\n"


def test_words_that_a_column_does_not_know_are_asked_once(path: Path) -> None:
    """A slip is proposed as what it is like; the next file with those words is read without asking."""
    app = uploaded("log.csv", LOG)
    assert any("2 words under Status that we do not know" in each.value for each in app.header)
    asked = app.data_editor[0].value
    assert asked["word"].to_list() == ["Red hot", "In progess"]
    assert asked["means"].fillna("").to_list() == ["", "in progress"]
    app = press(edit(app, {0: {"means": "open"}}), "Remember what I chose")

    assert figures(app)["Refused"] == "0"
    press(app, "Confirm and save")
    assert kept(path, "actions").sort("reference")["status"].to_list() == ["open", "in progress", "open"]
    again = uploaded("next.csv", LOG.replace("\nA", "\nB").replace("Red hot", "RED HOT"))
    assert figures(again)["Refused"] == "0"


def test_a_torn_row_is_mended_once_nothing_is_left_over(path: Path) -> None:
    """A comma in a name shifted its cells: they stand in their columns, with the last one beside them."""
    text = (
        "Meeting date,Organisation,Person,Attendance\n"
        "13/6/2026,Alder College,A,present\n13/6/2026,Birch Council, North,B,present\n"
    )
    app = uploaded("june.csv", text)
    cells = app.data_editor[0].value.iloc[0].to_dict()
    assert [cells[name].strip() for name in ("1", "2", "3", "surplus")] == [
        "Birch Council",
        "North",
        "B",
        "present",
    ]

    shifted = {"1": "Birch Council", "2": "B", "3": "present"}
    app = press(edit(app, {0: shifted}), "Check 1 mended row again")
    assert figures(app)["Refused"] == "1"
    app = press(edit(app, {0: {"surplus": ""}}), "Check 1 mended row again")
    assert figures(app)["Refused"] == "0"
    assert figures(app)["New"] == "2"


def test_a_workbook_is_loaded_sheet_by_sheet(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of two alike is asked; the next is chosen beside it; one of neither kind leads back."""
    # at each step a workbook is checked in a process of its own, as in the next test and in test_apart
    monkeypatch.setattr(import_module("loaders.apart"), "is_workbook", lambda data: False)
    headings = ["Reference", "Action", "Status"]
    data = workbook(
        North=[headings, ["N1", "Write", "open"]],
        South=[headings, ["S1", "Call", "open"], ["S2", "Meet", "open"]],
        Notes=[["Child ID", "Note"], ["1", "x"]],
    )
    app = uploaded("log.xlsx", data)
    assert "North and South fit equally well" in app.warning[0].value
    app = sheet(app, "South")
    assert figures(app)["New"] == "2"
    app = sheet(app, "Notes")
    assert "individual children" in app.error[0].value
    app = sheet(press(app, "Back to the sheet that fits best"), "North")
    app = press(app, "Confirm and save")

    assert kept(path, "actions").select("reference", "file").rows() == [("N1", "log.xlsx, sheet North")]
    assert figures(sheet(app, "South"))["New"] == "2"


def test_the_columns_of_one_sheet_among_several_are_mapped(path: Path) -> None:
    """A heading left over in the sheet that is read, not in a wider one beside it."""
    log = [["Reference", "Action", "Status", "Faellig"], ["1", "Write", "open", "13/6/2026"]]
    wide = [["Wer", "Wann", "Was", "Wo", "Wie", "Warum"], ["a", "b", "c", "d", "e", "f"]]
    app = uploaded("log.xlsx", workbook(Log=log, Wide=wide))
    app = next(t for t in app.toggle if t.label == "Say what the columns mean").set_value(True).run()

    assert not app.exception
    assert app.data_editor[0].value["heading"].to_list() == log[0]
    assert len([each for each in app.selectbox if each.label == "Sheet"]) == 1


def sheet(app: AppTest, name: str) -> AppTest:
    """Chooses a sheet."""
    (asked,) = [each for each in app.selectbox if each.label == "Sheet"]
    return asked.select(name).run()


def test_lines_may_be_left_out(path: Path) -> None:
    """They are counted apart, can be taken back, and are not saved."""
    text = (
        "Meeting date,Organisation,Person,Attendance\n"
        "13/6/2026,Alder College,A,present\n13/6/2026,Birch Council,B,present\n"
    )
    app = uploaded("june.csv", text)
    app = app.multiselect[0].set_value([3]).run()
    assert (figures(app)["New"], figures(app)["Left out"]) == ("1", "1")
    assert app.multiselect[0].options == ["2", "3"]

    press(app, "Confirm and save")
    assert kept(path, "attendance")["line"].to_list() == [2]


@pytest.mark.parametrize(
    ("above", "told"),
    some(
        [
            pytest.param("Wer,Wann,War da\n", None, id="one row, found"),
            pytest.param("Das Treffen,,\nWer,Wann,War\nvon uns,im Juni,da\n", None, id="several rows"),
            pytest.param("2026,2027,2028\nWer,Wann,War da\n", 2, id="a row that the reader tells"),
        ],
        1,
    ),
)
def test_headings_are_mapped_wherever_they_stand(path: Path, above: str, told: int | None) -> None:
    """Also where they take several rows, and where the reader says in which row they are."""
    app = uploaded("june.csv", above + HOME_MADE.partition("\n")[2])
    if told:
        app = app.number_input[0].set_value(told).run()
    (kind,) = [each for each in app.selectbox if each.label == "What the table is"]
    app = kind.set_value("attendance").run()
    meanings = ("Organisation", "Meeting date", "Attendance")
    app = press(
        edit(app, {row: {"means": meaning} for row, meaning in enumerate(meanings)}), "Use these columns"
    )

    assert figures(app)["New"] == "2"


def mapped_as(app: AppTest, kind: str, *meanings: str) -> AppTest:
    """The page once a table's kind and the meaning of its headings are said."""
    (kinds,) = [each for each in app.selectbox if each.label == "What the table is"]
    app = kinds.set_value(kind).run()
    return edit(app, {row: {"means": meaning} for row, meaning in enumerate(meanings)})


@at_length
def test_what_no_column_has_may_hold_for_every_row(path: Path) -> None:
    """A list of contacts has no role; what is said once is remembered with the headings."""
    contacts = "Wer,Haus\nAn Officer,Birch Council\nA Lead,Alder College\n"
    app = mapped_as(uploaded("contacts.csv", contacts), "representatives", "Person", "Organisation")
    assert "Role" in app.warning[-1].value

    (role,) = [each for each in app.selectbox if each.label == "Role"]
    app = press(role.set_value("member").run(), "Use these columns")
    assert figures(app)["New"] == "2"
    again = uploaded("later.csv", contacts)
    (gone,) = [each for each in again.radio if each.label.startswith("They are gone")]
    again = press(gone.set_value("kept").run(), "Confirm and save")
    assert not again.exception
    assert {"An Officer", "A Lead"} <= set(kept(path, "seats").filter(role="member")["person"])


@pytest.mark.parametrize("text", ["", "\n,,\n\n"])
def test_a_file_of_nothing_is_told_as_empty(path: Path, text: str) -> None:
    """There is nothing to map in it."""
    app = uploaded("empty.csv", text)

    assert not app.exception
    assert "empty" in app.warning[0].value


def test_a_table_too_wide_to_map_is_told_so(path: Path) -> None:
    """The note above it is narrow, so that its width is seen only once it is looked at."""
    wide = "\n".join(",".join(f"{word} {at}" for at in range(1_100)) for word in ("Was", "Das", "Dies"))
    app = uploaded("wide.csv", f"Ein Blatt\n\n{wide}\n")

    assert not app.exception
    assert "too wide" in app.error[0].value


def test_a_file_that_takes_too_long_is_told_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page goes on."""
    monkeypatch.setattr(import_module("loaders.apart"), "MOST_SECONDS", 0.01)
    app = uploaded("large.csv", ROSTER + "\n" * 100_000)

    assert not app.exception
    assert "was stopped" in app.error[0].value
    assert app.file_uploader


def test_two_columns_with_one_heading_are_not_mapped(path: Path) -> None:
    """The second would be taken for the first."""
    app = uploaded("log.csv", "Nr,Was,Tag,Tag\n1,Do it,13/6/2026,14/6/2026\n")
    app = mapped_as(app, "actions", "Reference", "Action", "Raised on", "Due")

    assert any("Two columns are called “Tag”" in warning.value for warning in app.warning)


def test_a_heading_that_was_not_known_is_mapped_beside_the_others(path: Path) -> None:
    """A template with a column of the reader's own."""
    app = uploaded(
        "june.csv",
        "Meeting date,Organisation,Person,Attendance,Vertreten\n13/6/2026,Alder College,A,sub,B\n",
    )
    app = next(t for t in app.toggle if t.label == "Say what the columns mean").set_value(True).run()
    app = press(edit(app, {4: {"means": "Substituting for"}}), "Use these columns")
    press(app, "Confirm and save")

    assert kept(path, "attendance")["substituting_for"].to_list() == ["B"]


def test_a_register_is_mapped_by_who_it_is_about(path: Path) -> None:
    """Its meetings are told by their days; the next one has more of them."""
    register = "Haus,Thema,13/1/2026,14/4/2026\nAlder College,x,yes,no\nBirch Council,y,,apologies\n"
    app = mapped_as(uploaded("register.csv", register), "attendance", "Organisation")
    app = press(app, "Use these columns")
    assert figures(app)["New"] == "3"

    app = uploaded(
        "next.csv", register.replace("\n", ",14/7/2026\n", 1).replace("apologies", "apologies,yes")
    )
    assert figures(app)["New"] == "4"
    press(app, "Confirm and save")
    assert kept(path, "attendance").select("meeting_on", "organisation").n_unique() == 4


def test_filling_blanks_changes_nothing_on_record(path: Path) -> None:
    """A roster from another system adds what is missing and overrides nothing."""
    text = (
        "Organisation,Charity number,Membership\nAlder College,7654321,former\nBirch Council,1111111,member\n"
    )
    app = uploaded("roster.csv", text)
    assert figures(app)["Changed"] == "2"

    (only_blanks,) = [each for each in app.toggle if each.label.startswith("Fill blanks")]
    app = only_blanks.set_value(True).run()
    assert figures(app)["Changed"] == "1"
    press(app, "Confirm and save")
    rows = kept(path, "organisations").select("organisation", "charity_number", "membership").rows()
    assert rows == [("Alder College", "1234567", "member"), ("Birch Council", "1111111", "member")]


def test_who_sat_in_a_shared_room_is_added_by_hand(path: Path) -> None:
    """A person typed in stands beside those whom the system saw, as an upload of its own."""
    app = uploaded("june.csv", "Meeting date,Organisation,Attendance\n13/6/2026,Alder College,present\n")
    app = press(app, "Confirm and save")
    app = uploaded("june.csv", "Meeting date,Organisation,Attendance\n13/6/2026,Alder College,present\n")
    app = press(edit(app, {0: {"organisation": "Birch Council", "person": "In Room 2"}}), "Save 1 person")

    assert kept(path, "attendance").select("organisation", "person").rows() == [
        ("Alder College", None),
        ("Birch Council", "In Room 2"),
    ]


def test_the_charity_register_updates_the_turnover_of_members(path: Path) -> None:
    """Of a whole register only those on record are taken, by number, and nothing else of them changes."""
    register = (
        "organisation_number,registered_charity_number,linked_charity_number,charity_name,latest_income\n"
        "1,1234567,0,ALDER COLLEGE FOUNDATION,1500000\n2,7654321,0,SOMEBODY ELSE,10\n"
    )
    app = uploaded("charity.csv", register)
    assert figures(app) | {"Changed": "1", "Refused": "0"} == figures(app)

    press(app, "Confirm and save")
    rows = kept(path, "organisations").select("organisation", "membership", "turnover_gbp").rows()
    assert [(name, how, str(gbp)) for name, how, gbp in rows] == [
        ("Alder College", "member", "1500000.00"),
        ("Birch Council", "member", "None"),
    ]
