"""Names as they are compared, in Python, Polars and SQL alike. Nothing else in the product compares names.

Not told apart: capitals, accents, the shapes of quotation marks and of hyphens, one space and many of any
width, and what is invisible. A hyphen is still no space: Lee-Jones and Lee Jones may be two people.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import polars as pl

# ς is how a small sigma ends a word: to which capital letter it belongs depends on where it stands.
_SHAPES = {"'": "‘’‚‛′`´ʹʼ＇", '"': "“”„‟″＂", "-": "‐‑‒–—―−﹘﹣－", "σ": "ς"}


# What stands where a person should, folded, and names nobody: a post that is vacant, or that somebody unnamed
# is to take.
NOBODY = (
    r"(?:post |seat |currently )?(?:vacant|vacancy|unfilled)\b|(?:none|nil|nobody|n/?a|-+)$"
    r"|no (?:one|rep|nominee|nomination)"
    r"|tb[cad]\b|(?:name )?to be (?:confirmed|advised|appointed|nominated|agreed|announced|decided)\b"
    r"|awaiting |not (?:yet )?(?:appointed|nominated|confirmed|known)\b|recruiting\b"
)


# What tells no name from another: its legal form, and whether it has an article.
NOT_TELLING = ("the", "ltd", "limited", "cio", "inc", "incorporated", "llp", "plc", "uk")
# where the address of somebody who was erased leads
NOWHERE = "erased.invalid"
# Anybody may have an address there, so it tells no organisation; many bodies of the NHS share nhs.net.
PUBLIC_MAIL = (
    NOWHERE,
    *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.com", "live.co.uk"),
    *("yahoo.com", "yahoo.co.uk", "icloud.com", "me.com", "aol.com", "btinternet.com", "sky.com", "nhs.net"),
)


def _letters(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


_SPACES = _letters((9, 13), (28, 32), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A)) + (
    "\u2028\u2029\u202f\u205f\u3000"
)
_INVISIBLE = _letters((0, 8), (14, 27), (0x7F, 0x84), (0x86, 0x9F), (0x200B, 0x200F), (0x202A, 0x202E)) + (
    _letters((0x2060, 0x206F), (0xFE00, 0xFE0F)) + "\xad\u034f\u061c\u180e\ufeff"
)
_OLD = _SPACES + "".join(_SHAPES.values())
_NEW = " " * len(_SPACES) + "".join(shape * len(others) for shape, others in _SHAPES.items())
_TABLE = str.maketrans(_OLD, _NEW, _INVISIBLE)
# most names have nothing to put right but their capitals, which is told and done many times faster
_PLAIN = r"[!-_a-~]+( [!-_a-~]+)*"


@lru_cache(maxsize=65_536)  # the names of a large body, many times over
def folded(name: str | None) -> str:
    """A name as it is compared; "" for none."""
    if name is None:
        return ""
    seen = name.lower()
    bare = seen if seen.isascii() else _without_marks(seen)
    return " ".join(bare.translate(_TABLE).split())


def _without_marks(seen: str) -> str:
    parts = unicodedata.normalize("NFD", seen)
    bare = "".join(each for each in parts if not unicodedata.category(each).startswith("M"))
    return unicodedata.normalize("NFC", bare)


def cleaned(name: str) -> str:
    """A name in small letters without punctuation, legal form, "the" and "UK"; & is "and".

    A name of nothing else keeps its words.
    """
    words = folded(name).replace("'", "").replace("&", " and ")
    told = re.findall(r"[^\W_]+", words)
    return " ".join([word for word in told if word not in NOT_TELLING] or told)


def letters(text: str) -> list[str]:
    """Each character as it is compared, "" for one that is not, a space for each space."""
    return [_letter(each) for each in text]


@lru_cache(maxsize=4_096)
def _letter(each: str) -> str:
    return " " if each in _SPACES else folded(each)


def same(one: str | None, other: str | None) -> bool:
    """Whether two names mean the same; no name is the same as a blank one."""
    return folded(one) == folded(other)


def named_in(text: str | None, name: str | None, known: Iterable[str] = ()) -> bool:
    """Whether a text has a name, as whole words, and not only within a longer one of those `known`."""
    own, there = folded(name), f" {folded(text)} "
    longer = sorted((other for other in map(folded, known) if own in other and own != other), key=len)
    for other in reversed(longer):
        there = re.sub(_whole(other), " ", there)
    return bool(own) and bool(re.search(_whole(own), there))


def _whole(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def folded_expr(name: pl.Expr) -> pl.Expr:
    """A column of names (String) as they are compared; null stays null."""
    return name.map_batches(_folded_column, return_dtype=pl.String(), is_elementwise=True)


def _folded_column(names: pl.Series) -> pl.Series:
    small, is_odd = names.str.to_lowercase(), ~names.str.contains(f"^(?:{_PLAIN})$")
    odd = is_odd.arg_true()
    if odd.is_empty():
        return small
    folded_odd = names.gather(odd).to_frame("name").select(_folded_in_full(pl.col("name")))
    return small.scatter(odd, folded_odd.to_series())


def _folded_in_full(name: pl.Expr) -> pl.Expr:
    bare = name.str.to_lowercase().str.normalize("NFD").str.replace_all(r"\p{M}", "").str.normalize("NFC")
    shaped = bare.str.replace_all(f"[{_in_class(_INVISIBLE)}]", "").str.replace_many(list(_OLD), list(_NEW))
    return shaped.str.replace_all(" +", " ").str.strip_chars(" ")


def _in_class(several: str) -> str:
    return "".join(rf"\x{{{ord(each):X}}}" for each in several)


def folded_sql(name: str) -> str:
    """A column of names as DuckDB compares them; null stays null. `name` is a name of ours, never a value.

    Nearly all have plain letters only, and are folded in a thirtieth of the time that others take.
    """
    # what has no letter to become goes; nought cannot stand in a statement, nor in a text of the store
    old, new = (letters.replace("'", "''") for letters in (_OLD + _INVISIBLE[1:], _NEW))
    shaped = f"translate(strip_accents(lower({name})), '{old}', '{new}')"
    in_full = f"trim(regexp_replace({shaped}, ' +', ' ', 'g'))"
    return f"if(regexp_full_match({name}, '{_PLAIN}'), lower({name}), {in_full})"


def somebody_sql(name: str) -> str:
    """A column of people; null where what stands there names nobody. `name` is a name of ours."""
    bare = f"trim(staging.folded({name}), ' .?()[]')"
    return f"if(regexp_matches({bare}, '^(?:{NOBODY})'), null, {name})"


def cleaned_sql(name: str) -> str:
    """A column of names as `cleaned` gives them; null stays null. `name` is a name of ours."""
    words = f"replace(replace(staging.folded({name}), chr(39), ''), '&', ' and ')"
    told = rf"string_split(trim(regexp_replace({words}, '[^\p{{L}}\p{{N}}]+', ' ', 'g')), ' ')"
    bare = f"list_filter({told}, lambda word: word not in {NOT_TELLING})"
    return f"array_to_string(if(len({bare}) > 0, {bare}, {told}), ' ')"


def domain_sql(address: str) -> str:
    """The domain of each e-mail address, folded, where it is not open to anybody; else null."""
    domain = rf"regexp_extract(staging.folded({address}), '@([^@\s]+)$', 1)"
    return f"if({domain} in {('', *PUBLIC_MAIL)}, null, {domain})"
