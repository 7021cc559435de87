"""A file is told by its headings, or refused with a sentence that says what to do."""

import pytest

import loaders
from tests.loaders.tables import check


def test_headings_are_compared_without_case_space_or_punctuation() -> None:
    """MEETING-DATE and Meeting date are one heading."""
    checked = check("MEETING-DATE, organisation ,Attendance:", "9/12/2026,Alder,present")

    assert checked.mapping == {
        "MEETING-DATE": "meeting_on",
        "organisation": "organisation",
        "Attendance:": "attendance",
    }


def test_other_words_for_a_heading_are_known() -> None:
    """A secretariat's own log is read without renaming its headings."""
    checked = check("Ref,Description,Owner,Due date,Status", "A1,Write,Ann,9/12/2026,done")

    assert checked.kind.name == "actions"
    assert checked.rows.select("person", "due", "status").rows() == [("Ann", "2026-12-09", "complete")]


def test_headings_not_used_are_told() -> None:
    """A column the gate does not know is ignored, and said to be."""
    assert check("Title,Shelf,,Kind", "One,3,,Report").ignored == ("Shelf", "(no heading)")


def test_a_file_without_known_headings_is_refused() -> None:
    """The sentence names what was found."""
    with pytest.raises(loaders.Unreadable, match=r"“Colour”, “Size”.*are new here"):
        check("Colour,Size", "red,2")


def test_the_nearest_kind_says_what_it_lacks() -> None:
    """A file that is nearly attendance is told which headings are missing."""
    with pytest.raises(loaders.Unreadable, match="Attendance, which also needs “Meeting date”, “Attendance”"):
        check("Organisation,Person,Substituting for", "Alder,Ann,Bob")


def test_an_ambiguous_file_is_not_guessed() -> None:
    """Two kinds that fit equally well are both named."""
    with pytest.raises(loaders.Unreadable, match="“Duties”, “Publications”"):
        check("Title,Duty", "a,b")


def test_a_kind_that_is_given_settles_it() -> None:
    """The same file is read as the reader says."""
    assert check("Title,Duty", "a,b", kind="duties").rows["duty"].to_list() == ["b"]


def test_a_file_that_lacks_what_the_given_kind_needs_is_refused() -> None:
    """The given kind's missing headings are named."""
    with pytest.raises(loaders.Unreadable, match="Payments, which also needs “Financial year”, “Amount"):
        check("Organisation,Membership", "Alder,member", kind="payments")


def test_two_headings_for_one_column_are_refused() -> None:
    """Both are named, since choosing one would lose the other."""
    with pytest.raises(loaders.Unreadable, match="“Date”, “Meeting date” all mean Meeting date"):
        check("Date,Meeting date,Kind", "9/12/2026,9/12/2026,x")


def test_an_empty_file_is_refused() -> None:
    """There is a sentence for nothing at all."""
    with pytest.raises(loaders.Unreadable, match="The file is empty"):
        loaders.check(b"", "empty.csv")


@pytest.mark.parametrize(
    "heading",
    ["Date of birth", "D.O.B.", "Child's date of birth", "UPN", "NHS number", "NHS No", "ULN", "Child name"],
)
def test_a_column_about_a_child_is_refused(heading: str) -> None:
    """Whatever else the file holds, no child-level data passes the gate."""
    with pytest.raises(loaders.Unreadable, match="No child-level data may be loaded"):
        check(f"Organisation,Membership,{heading}", "Alder,member,1")


def test_a_list_of_children_is_told_as_such() -> None:
    """Even a file of no known kind is refused for what it is."""
    with pytest.raises(loaders.Unreadable, match="No child-level data may be loaded"):
        check("First name,DOB,UPN", "a,1/1/2010,1")


def test_a_kind_that_was_meant_is_not_mistaken_for_a_poorer_one() -> None:
    """Attendance without its Attendance column is not read as a list of meetings, which it would blank."""
    with pytest.raises(loaders.Unreadable, match="nearest kind of file is Attendance, which also needs"):
        loaders.check(b"Group,Meeting date,Organisation,Person\nBoard,09/06/2026,Alder,Ann\n", "june.csv")


@pytest.mark.parametrize(
    "heading", ["Voter", "Voter name", "Voted", "Vote of", "Ballot", "Choice of voter", "VOTED BY"]
)
def test_a_decision_that_says_who_voted_how_is_refused(heading: str) -> None:
    """A secret ballot is kept as totals only, so no column of voters passes the gate."""
    with pytest.raises(loaders.Unreadable, match="A secret ballot is kept as totals only"):
        check(f"Reference,Meeting date,Decision,{heading}", "D1,9/12/2026,Elect a chair,Ann")


@pytest.mark.parametrize("heading", ["Votes for", "Number of voters", "Voter turnout", "Method"])
def test_a_decision_with_totals_is_read(heading: str) -> None:
    """A column that counts voters or votes tells on nobody."""
    assert (
        check(f"Reference,Meeting date,Decision,{heading}", "D1,9/12/2026,Elect a chair,9").rows.height == 1
    )


def test_a_column_of_voters_is_no_matter_in_another_kind() -> None:
    """A roster may say which organisation has a vote."""
    assert check("Organisation,Membership,Voter", "Alder,member,yes").ignored == ("Voter",)


def test_a_table_that_knows_few_of_our_headings_is_not_taken_for_a_template() -> None:
    """One heading that happens to be ours makes no kind of file: the reader is asked."""
    with pytest.raises(loaders.Unmapped):
        check("Title,Author,ISBN", "A book,Somebody,1")


def test_a_kind_that_is_given_may_have_any_other_columns() -> None:
    """Whoever says what the file is may have as many columns of their own as they like."""
    checked = check("Title,Author,ISBN", "A book,Somebody,1", kind="publications")

    assert (checked.rows.height, checked.ignored) == (1, ("Author", "ISBN"))


def test_a_source_without_headings_is_known_by_its_cells() -> None:
    """A day, a text and an amount in every row are a statement; its lines are counted from the first."""
    checked = check("12/08/2026,STATIONERY,-12.34", '13/08/2026,ALDER COLLEGE,"£2,000.00"')

    assert (checked.source.name, checked.header_line) == ("HSBC UK statement", 0)
    assert checked.unplaced.select("line", "written").rows() == [(2, "ALDER COLLEGE")]


def test_three_columns_of_anything_are_no_statement() -> None:
    """Where one cell is out of place, nothing is guessed."""
    with pytest.raises(loaders.Unmapped):
        check("12/08/2026,STATIONERY,-12.34", "soon,ALDER COLLEGE,2000")


MAPPED = {
    "Partner": "organisation",
    "Pledge": "pledge",
    "Ref": "reference",
    "Actual": "",
    "Actual %": "theme",
}
PLEDGES = ("Partner,Pledge,Ref,Actual %,Actual", "Alder,Do it,P1,40%,8")


def mapped_pledges(*rows: str, columns: dict[str, str] = MAPPED) -> loaders.Checked:
    """The rows read as a reader's own table."""
    source = loaders.mapped(loaders.KIND["pledges"], columns, "yours")
    return loaders.check("\n".join(rows).encode(), "p.csv", known=loaders.Known([source]))


def test_the_headings_of_a_mapped_table_count_to_the_letter() -> None:
    """“Actual” was read in place of “Actual %”, and both mapped could not be read at all."""
    assert mapped_pledges(*PLEDGES).rows["theme"].to_list() == ["40%"]

    both = mapped_pledges(*PLEDGES, columns=MAPPED | {"Actual": "measure"})
    assert both.rows.select("theme", "measure").rows() == [("40%", "8")]


def test_a_mapped_table_takes_no_other_that_shares_a_few_headings() -> None:
    """One that is known by its date alone took every table that has a date."""
    source = loaders.mapped(loaders.KIND["meetings"], {"Date": "meeting_on"} | dict.fromkeys("ABCD", ""), "x")
    known = loaders.Known([source])

    assert loaders.check(b"Date,A,B,C,D\n3/3/2026,,,,\n", "m.csv", known=known).source is source
    with pytest.raises(loaders.Unmapped):
        loaders.check(b"Date,Money in,Balance,Type\n3/3/2026,1,2,x\n", "m.csv", known=known)


def test_two_columns_of_a_mapped_table_with_one_heading_are_refused() -> None:
    """Nobody could tell which of them is meant."""
    with pytest.raises(loaders.Unreadable, match="Keep one of them"):
        mapped_pledges("Partner,Pledge,Ref,Actual %,Actual %", "Alder,Do it,P1,40%,8")


def test_a_heading_may_have_the_name_of_another_field() -> None:
    """It stands for what the reader says; problems are still told."""
    found = mapped_pledges("Partner,Pledge,Ref,Theme", "Alder,,P1,x", columns={
        "Partner": "organisation", "Theme": "pledge", "Ref": "reference", "Pledge": "measure"})  # fmt: skip

    assert found.rows["pledge"].to_list() == ["x"]


def test_a_bank_without_headings_takes_no_table_that_has_more() -> None:
    """Any table with a date, a description and an amount looked like its statement."""
    with pytest.raises(loaders.Unmapped):
        check("Date,Description,Amount,Category,Staff", "3/3/2026,Hotel,100.00,Travel,x")


def test_no_mapping_is_a_way_round_the_gate_for_children() -> None:
    """A child's name stays one, whatever a reader says that it means."""
    source = loaders.mapped(loaders.KIND["representatives"], {"Child name": "person", "Post": "role"}, "x")

    with pytest.raises(loaders.Unreadable, match="individual children"):
        loaders.check(b"Child name,Post\nA,member\n", "c.csv", known=loaders.Known([source]))


def test_what_holds_for_every_row_gives_way_to_a_column() -> None:
    """What was said before the column had a meaning."""
    source = loaders.mapped(
        loaders.KIND["representatives"], {"Who": "person", "Post": "role"}, "x", {"role": "member"}
    )
    checked = loaders.check(b"Who,Post\nA,chair\n", "c.csv", known=loaders.Known([source]))

    assert checked.rows["role"].to_list() == ["chair"]
    assert checked.share == 1


@pytest.mark.parametrize(("text", "share"), [("Who\nA\n", 1), ("Who,Shoe size\nA,4\n", 1 / 2)])
def test_how_many_of_the_headings_are_known(text: str, share: float) -> None:
    """Of one alone, too."""
    source = loaders.mapped(loaders.KIND["representatives"], {"Who": "person"}, "x", {"role": "member"})
    checked = loaders.check(text.encode(), "c.csv", known=loaders.Known([source]))

    assert checked.share == share
