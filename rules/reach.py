"""What terms say and can never be reached: a name that no file can have, an entry that never holds."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from kinds import KIND
from kinds.names import folded, same
from rules.body import Body
from rules.faults import Fault
from rules.terms import Term, in_force, subjects

ROLES = KIND["representatives"].field["role"].plain.options
Said = tuple[str, str]


def unreachable(body: Body) -> list[Fault]:
    """Everything that a body's own file says in vain, in the order of its lines."""
    found = []
    for family, entries in body.terms.items():
        for entry in entries:
            if Path(entry.source_file).stem == body.key:
                says = [*_names(body, entry), *_never(entry, entries)]
                found += [_fault(family, entry, each) for each in says]
    return sorted(found, key=lambda fault: fault.line)


def _fault(family: str, entry: Term, told: Said) -> Fault:
    file = Path(entry.source_file).name
    return Fault(file, entry.source_line, f"{family} {entry.rule}", *told)


def _names(body: Body, entry: Term) -> Iterator[Said]:
    """Sectors, groups and roles that the body's own lists, or the files, do not know."""
    for sector in getattr(entry, "sectors", ()):
        if not _is_one(sector, body.sectors):
            yield _unknown(sector, "sector", list(body.sectors), "[sectors]")
    for group in filter(None, (getattr(entry, "group", ""), *getattr(entry, "groups", ()))):
        if not _is_one(group, (body.main_group, *body.other_groups)):
            yield _no_group(group, body)
    role = getattr(entry, "role", "")
    if role and not _is_one(role, ROLES):
        yield _unknown(role, "role", ROLES, "")
    for post in getattr(entry, "posts", ()):
        known = [*ROLES, *body.sectors]
        # it may be the name of a seat, which no list has, but not one a letter away from what a list has
        if not _is_one(post, known) and _near(post, known, cutoff=0.85):
            yield _unknown(post, "post", known, "")


def _no_group(group: str, body: Body) -> Said:
    if _is_one(group, body.main_group_aliases):
        says = f"{group!r} is another name of the main group, and files have it as {body.main_group!r}."
        return says, "Leave the group out, or write it so."
    return _unknown(group, "group", [body.main_group, *body.other_groups], "other_groups")


def _unknown(name: str, what: str, known: Sequence[str], where: str) -> Said:
    """That no file can have a name, and what may be meant; `where`: where a new one is listed."""
    near = _near(name, known)
    remedy = f"Did you mean {near!r}?" if near else f"Those known: {', '.join(known) or 'none'}."
    return f"There is no {what} {name!r}.", remedy + (f" List a new one under {where}." if where else "")


def _is_one(name: str, known: Iterable[str]) -> bool:
    return any(same(name, each) for each in known)


def _near(name: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The name that is written most like it; "" for none."""
    written = {folded(each): each for each in known}
    return next((written[each] for each in get_close_matches(folded(name), written, 1, cutoff)), "")


def _never(entry: Term, family: Sequence[Term]) -> Iterator[Said]:
    """That an entry holds on no day, or that another of the same day says otherwise of the same subject."""
    days = sorted({each.starts for each in family if each.starts >= entry.starts})
    if not any(any(each is entry for each in in_force(family, on)) for on in days):
        yield (
            "It never holds: another kind of rule of this number begins later or on the same day.",
            ("Take it out, or put its day right."),
        )
    subject = subjects(family)
    rivals = [each for each in family if subject[id(each)] == subject[id(entry)] and each is not entry]
    if getattr(entry, "kind", "") != "text" and any(each.starts == entry.starts for each in rivals):
        yield "Another entry of the same day says something else of the same.", "Take one of the two out."
