"""Lists of people seed the roster with names, organisations and addresses, and nothing else."""

import pytest

import loaders
from tests.loaders.tables import lines

WANTED = [("Ann Elm", "Elm Trust", "ann@elm.example", "member")]
LISTS = {
    "Eventbrite": (
        "Order #,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Attendee Status,Company",
        "1,01/05/2026,Ann,Elm,ann@elm.example,1,Free,Attending,Elm Trust",
        "1,01/05/2026,Ann,Elm,ann@elm.example,1,Lunch,Checked In,Elm Trust",
        "2,01/05/2026,Bob,Ash,bob@ash.example,1,Free,Not Attending,Ash Council",
    ),
    "Mailchimp": (
        "Email Address,First Name,Last Name,Company,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,LATITUDE,"
        "LAST_CHANGED,UNSUB_TIME,TAGS",
        'ann@elm.example,Ann,Elm,Elm Trust,01/02,2,2026-05-01 10:00:00,192.0.2.1,51.0,2026-05-01,,"""a"""',
        "bob@ash.example,Bob,Ash,Ash Council,,2,2026-05-01 10:00:00,192.0.2.1,51.0,2026-05-01,2026-06-01,",
        "nobody@elm.example,,,,,2,2026-05-01 10:00:00,192.0.2.1,51.0,2026-05-01,,",
    ),
    "Google": (
        "First Name,Middle Name,Last Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,"
        "Phone 1 - Value,Organization Name,Organization Title",
        "Ann,,Elm,1970-01-01,,Board,Work,ann@elm.example ::: old@elm.example,0000,Elm Trust,Director",
    ),
    "Outlook": (
        "Title,First Name,Middle Name,Last Name,Company,Job Title,Mobile Phone,Birthday,Children,"
        "E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address",
        "Ms,Ann,,Elm,Elm Trust,Director,0000,1970-01-01,,ann@elm.example,SMTP,Ann Elm,",
        ",,,,Ash Council,,,,,office@ash.example,SMTP,Office,",
    ),
    "CiviCRM contacts": (
        "Contact ID,Contact Type,Display Name,First Name,Last Name,Birth Date,Current Employer,Email",
        "1,Individual,Ann Elm,Ann,Elm,1970-01-01,Elm Trust,ann@elm.example",
        "2,Organization,Elm Trust,,,,,office@elm.example",
    ),
    "CiviCRM memberships": (
        "Contact ID,Display Name,Email,Current Employer,Membership ID,Membership Type,Member Since,"
        "Membership Start Date,Membership Expiration Date,Membership Status",
        "1,Ann Elm,ann@elm.example,Elm Trust,9,Full,2024-05-01,2026-05-01,2027-04-30,Current",
        "2,Bob Ash,bob@ash.example,Ash Council,8,Full,2024-05-01,2026-05-01,2027-04-30,Cancelled",
    ),
}


def check(*rows: str) -> loaders.Checked:
    """The list through the gate, which must find nothing wrong with it."""
    checked = loaders.check(lines(*rows), "people.csv")
    assert checked.problems.rows() == []
    return checked


@pytest.mark.parametrize("system", LISTS)
def test_each_person_is_a_representative_once(system: str) -> None:
    """Who plays no part, has no name or stands there again is left out."""
    checked = check(*LISTS[system])

    assert system in checked.source.name
    assert checked.rows.select("person", "organisation", "email", "role").rows() == WANTED


@pytest.mark.parametrize("system", LISTS)
def test_nothing_private_is_read(system: str) -> None:
    """No birthday, telephone number, place or network address comes through."""
    text = str(check(*LISTS[system]).rows.rows())

    assert not [told for told in ("1970", "0000", "192.0.2.1", "51.0", "01/02") if told in text]


def test_the_older_contacts_of_google_are_known() -> None:
    """They have the whole name in a column of its own, which a contact without parts still has."""
    checked = check(
        "Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
        "Organization 1 - Type,Organization 1 - Name",
        "Ann Elm,Ann,,Elm,* myContacts,Work,ann@elm.example,,Elm Trust",
        "Bob Ash,,,,* myContacts,Work,bob@ash.example,,Ash Council",
    )

    assert checked.rows["person"].to_list() == ["Ann Elm", "Bob Ash"]


def test_a_membership_has_its_first_and_last_day() -> None:
    """A site may write its days with the month's name and an ordinal."""
    checked = check(
        LISTS["CiviCRM memberships"][0],
        '1,Ann Elm,ann@elm.example,Elm Trust,9,Full,x,"May 1st, 2026","April 30th, 2027",Current',
    )

    days = checked.rows.select("from_on", "to_on").row(0)
    assert [day.isoformat() for day in days] == ["2026-05-01", "2027-04-30"]


def test_a_list_with_a_birthday_that_no_system_wrote_is_still_refused() -> None:
    """Only the exports of these systems may have the column, since there it is a grown person's."""
    with pytest.raises(loaders.Unreadable, match="No child-level data may be loaded"):
        check("First name,Last name,Birthday", "a,b,1/1/2010")


def test_the_contacts_of_windows_keep_their_accents() -> None:
    """Outlook on Windows writes Windows-1252."""
    header, row, _ = LISTS["Outlook"]
    data = f"{header}\r\n{row.replace('Elm', 'Élm')}\r\n".encode("cp1252")

    assert loaders.check(data, "contacts.csv").rows["person"].to_list() == ["Ann Élm"]
