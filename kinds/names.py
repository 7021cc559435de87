"""Names as they are compared, in Python, Polars and SQL alike. Nothing else in the product compares names.

Not told apart: capitals, accents, the shapes of quotation marks and of hyphens, one space and many of any
width, and what is invisible. A hyphen is still no space: Lee-Jones and Lee Jones may be two people.
"""

import re
import unicodedata
from functools import lru_cache

import polars as pl

# ς is how a small sigma ends a word: to which capital letter it belongs depends on where it stands.
_SHAPES = {"'": "‘’‚‛′`´ʹʼ＇", '"': "“”„‟″＂", "-": "‐‑‒–—―−﹘﹣－", "σ": "ς"}
_OLD = "".join(_SHAPES.values())
_NEW = "".join(shape * len(others) for shape, others in _SHAPES.items())
_TABLE = str.maketrans(_OLD, _NEW)
_INVISIBLE = (
    r"[\x{00}-\x{08}\x{0E}-\x{1B}\x{7F}-\x{84}\x{86}-\x{9F}\x{AD}\x{034F}\x{061C}\x{180E}"
    r"\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{206F}\x{FE00}-\x{FE0F}\x{FEFF}]"
)
_SPACES = (
    r"[\x{09}-\x{0D}\x{1C}-\x{20}\x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}"
    r"\x{202F}\x{205F}\x{3000}]+"
)
# most names have nothing to put right but their capitals, which is told and done many times faster
_PLAIN = r"[!-_a-~]+( [!-_a-~]+)*"


def _as_python(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\x\{(\w+)\}", lambda code: re.escape(chr(int(code[1], 16))), pattern))


_PY_INVISIBLE, _PY_SPACES = _as_python(_INVISIBLE), _as_python(_SPACES)


@lru_cache(maxsize=65_536)  # the names of a large body, many times over
def folded(name: str | None) -> str:
    """A name as it is compared; "" for none."""
    if name is None:
        return ""
    seen = _PY_INVISIBLE.sub("", name).lower()
    bare = seen if seen.isascii() else _without_marks(seen)
    return _PY_SPACES.sub(" ", bare.translate(_TABLE)).strip(" ")


def _without_marks(letters: str) -> str:
    parts = unicodedata.normalize("NFD", letters)
    bare = "".join(each for each in parts if not unicodedata.category(each).startswith("M"))
    return unicodedata.normalize("NFC", bare)


def same(one: str | None, other: str | None) -> bool:
    """Whether two names mean the same; no name is the same as a blank one."""
    return folded(one) == folded(other)


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
    bare = (
        name.str.replace_all(_INVISIBLE, "")
        .str.to_lowercase()
        .str.normalize("NFD")
        .str.replace_all(r"\p{M}", "")
        .str.normalize("NFC")
    )
    return bare.str.replace_many(list(_OLD), list(_NEW)).str.replace_all(_SPACES, " ").str.strip_chars(" ")


def folded_sql(name: str) -> str:
    """A column of names as DuckDB compares them; null stays null. `name` is a name of ours, never a value."""
    old, new = (text.replace("'", "''") for text in (_OLD, _NEW))
    bare = f"strip_accents(lower(regexp_replace({name}, '{_INVISIBLE}', '', 'g')))"
    shaped = f"trim(regexp_replace(translate({bare}, '{old}', '{new}'), '{_SPACES}', ' ', 'g'))"
    return f"if(regexp_full_match({name}, '{_PLAIN}'), lower({name}), {shaped})"
