"""Headings of what may not be loaded: about a child, about somebody's home, about a secret ballot."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from textwrap import shorten

from loaders.reading import Unreadable
from loaders.recognising.known import plain
from loaders.recognising.source import Source

ABOUT_A_CHILD = re.compile(
    r"dateofbirth|birthdate|birthday|nhsn(o|um)|pupiln(o|um)|learnern(o|um)|nationalinsurance"
    r"|^(childs?|youngpersons?|careleavers?)(name|id|reference|initials)|^(dob|upn|uln|nino)$"
)
# Of the kinds about people an address is somebody's home; of the others, an office or a venue.
OF_A_HOME = re.compile(r"^(home|postal|full)?(address(line\d)?|postcode)$")
OF_PEOPLE = ("representatives", "attendance", "pledge_progress", "outcomes")
# A column of totals speaks of voters or votes; one that says who voted how speaks of the voter.
OF_A_VOTER = re.compile(r"voter$|^voters?(name|choice|vote)$|^(voted(by)?|votes?(of|by)|ballot)$")


def about_a_child(heading: str) -> bool:
    """Whether a heading speaks of a single child or young person."""
    return ABOUT_A_CHILD.search(plain(heading)) is not None


def refuse_children(headings: Iterable[str], best: Sequence[Source]) -> None:
    """Raises Unreadable for a heading about a child that none of the sources has for something else.

    Teams calls the name of a grown person's account a UPN, as schools call a pupil's number.
    """
    own = {
        plain(name)
        for each in best
        if not (each.is_template or each.is_mapped)
        for names in each.columns.values()
        for name in names
    }
    about = [name for name in headings if about_a_child(name) and plain(name) not in own]
    if about:
        raise Unreadable(
            f"The file has information about individual children or young people ({listed(about)}). "
            "No child-level data may be loaded: upload a file without it."
        )


def refuse_private(source: Source, headings: Iterable[str]) -> None:
    """Raises Unreadable for headings of homes and of voters, where a kind has no place for them."""
    if source.is_template and source.kind in OF_PEOPLE:
        _refuse_homes(headings)
    if source.kind == "decisions":
        _refuse_voters(headings)


def _refuse_homes(headings: Iterable[str]) -> None:
    """Only in tables made for us: a list of contacts from elsewhere has addresses that are never read."""
    homes = [heading for heading in headings if OF_A_HOME.search(plain(heading))]
    if homes:
        raise Unreadable(
            f"The file has where people live ({listed(homes)}). No address may be loaded: delete the column "
            "and upload the file again."
        )


def _refuse_voters(headings: Iterable[str]) -> None:
    told = [heading for heading in headings if OF_A_VOTER.search(plain(heading))]
    if told:
        raise Unreadable(
            f"The file says who voted how ({listed(told)}). A secret ballot is kept as totals only: "
            "put them under For, Against and Abstained, and upload the file again without the rest."
        )


def listed(names: Iterable[str]) -> str:
    """Names in quotation marks, long ones cut and no more than a dozen: a page of prose has no headings."""
    return ", ".join(f"“{shorten(name, 60, placeholder='…')}”" for name in islice(names, 12))
