"""A body: what it is called, the words it uses, and its terms of reference by family."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from rules.terms import Strict, Term


class Named(Strict):
    """What a body is called, and the words it uses.

    `sectors` maps each of the body's own sectors to other spellings. `main_group` is the group meant where
    a file leaves Group blank, `main_group_aliases` its other names, `other_groups` those that entries
    speak of. `members_are`: where they are people, whoever has a seat without an organisation needs none in
    a list of attendance. `terms_of` names a body whose terms this one shares; they come first, and their
    entries keep their own file and line. `tables`: kind of file → rows that hold in all examples of the file.
    """

    key: str
    name: str
    short: str
    title: str
    main_group: str
    main_group_aliases: tuple[str, ...] = ()
    other_groups: tuple[str, ...] = ()
    members_are: Literal["organisations", "people"] = "organisations"
    sectors: Mapping[str, tuple[str, ...]] = {}
    terms_of: str = ""
    tables: Mapping[str, str] = {}


class Body(Named):
    """A body with its terms: the name of each family, in the order of the list, with its entries.

    `written`: the body as its file has it, where some entries are read as the secretariat chose.
    """

    terms: Mapping[str, tuple[Term, ...]] = {}
    written: "Body | None" = None

    @property
    def year_starts(self) -> tuple[date, ...]:
        """The days on which its municipal years began, as far as any entry of its terms gives them."""
        entries = (entry for family in self.terms.values() for entry in family)
        return tuple(sorted({on for entry in entries for on in getattr(entry, "year_starts", ())}))
