"""A body: what it is called, the words it uses, and its terms of reference by family."""

from collections.abc import Mapping
from datetime import date

from rules.terms import Strict, Term


class Named(Strict):
    """What a body is called, and the words it uses.

    `sectors` maps each of the body's own sectors to other spellings. `main_group` is the group meant where
    a file leaves Group blank, `main_group_aliases` its other names. `terms_of` names a body whose terms
    this one shares; they come first, and their entries keep their own file and line.
    """

    key: str
    name: str
    short: str
    title: str
    main_group: str
    main_group_aliases: tuple[str, ...] = ()
    sectors: Mapping[str, tuple[str, ...]] = {}
    terms_of: str = ""


class Body(Named):
    """A body with its terms: the name of each family, in the order of the list, with its entries."""

    terms: Mapping[str, tuple[Term, ...]] = {}

    @property
    def year_starts(self) -> tuple[date, ...]:
        """The days on which its municipal years began, as far as any entry of its terms gives them."""
        entries = (entry for family in self.terms.values() for entry in family)
        return tuple(sorted({on for entry in entries for on in getattr(entry, "year_starts", ())}))
