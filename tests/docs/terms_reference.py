"""Writes docs/terms.md: every entry that a terms file can have, from the models, with an example of each.

Run `.venv/bin/python -m tests.docs.terms_reference` after a change of a model.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rules.body import Named
from rules.families import FAMILIES
from rules.family import Family
from rules.faults import NOT_WRITTEN, kinds_of
from rules.loading import load_bodies
from rules.terms import Example, Interpretation, Reading, Term

HOME = Path(__file__).parent.parent.parent
# where examples are taken from, the first that has one
FOLDERS = (HOME / "tests" / "bodies" / "boards", HOME / "bodies")
HEAD = """# Terms of reference as a file

Made from the models in `rules/` by `python -m tests.docs.terms_reference`; a test keeps it so.

A body is one TOML file: what it is called, the words it uses, and an entry for each thing that its document
asks for. `QUORATE_BODIES=FOLDER` has the files of a folder of your own read; one with the name of ours takes
its place. Four commands help with one:

| command | what it does |
|---|---|
| `cli.py terms new NAME` | writes a commented file to begin with |
| `cli.py terms check FILE` | names each fault with its remedy, and what is said in vain; tries examples |
| `cli.py terms schema` | prints the JSON Schema, by which an editor tells what may stand where |
| `cli.py terms coverage` | says how many sentences of each document are judged, shown or neither |

What is said in vain is a sector, a group or a role that no list has, or an entry that holds on no day.
Without FILE all files are checked. One that cannot be used stops its own body only.

The sentences of a document may be listed in `coverage/NAME.toml` beside its terms: by place and order, never
by their words, each judged or shown by an entry, open wording, background, or silent, which no entry answers.
"""
COMMON = """## What every entry has

An entry begins with its family in double brackets, such as `[[quorum]]`, and holds from its day on, until a
later one of the same number, kind and subject takes its place; its siblings stay. Where the duty, group or
office itself is another one now, `replaces` is what it was called before. Where the document can be read in
more than one way, `interpretation` says how it is read here, and stands beside each verdict.
"""
TRIED = """### Examples

`[[FAMILY.examples]]` below an entry says what it means: rows of files, and the verdict that the entry draws
of them on a day. `verdict` is one of the statuses, or `nothing`. The rows are tables with the headings of the
templates, their cells between `|`; tables at the top of the file hold in all of its examples.
"""


def page() -> str:
    """The whole page."""
    blocks = dict(_blocks())
    parts = [HEAD, "## At the top of the file\n", _doc(Named), *_keys(Named, hidden=("key",)), "", COMMON]
    parts += [
        *_keys(Term),
        "",
        "Of an `interpretation`:\n",
        *_keys(Interpretation),
        "",
        "Of each of its `others`, which the secretariat may choose instead on the page Interpretations:\n",
        *_keys(Reading),
        "",
        TRIED,
        *_keys(Example),
    ]
    for family in FAMILIES:
        parts += ["", f"## {family.title}: `[[{family.name}]]`"]
        for model in family.models:
            parts += _section(family, model, blocks)
    return "\n".join(parts) + "\n"


def _section(family: Family[Any], model: type[Term], blocks: Mapping[type[Term], str]) -> Iterator[str]:
    names = " or ".join(f"`{kind}`" for kind in kinds_of(model))
    own = _keys(model, hidden=(*Term.model_fields, "kind"))
    yield f"\n### {family.name}: {names}\n"
    yield _doc(model).rstrip()
    yield from ["", *own] if len(own) > 2 else []
    yield f"\n```toml\n{blocks[model]}\n```"


def _doc(model: type[Any]) -> str:
    return re.sub(r"\n +", "\n", model.__doc__ or "").rstrip() + "\n"


def _keys(model: type[Any], hidden: tuple[str, ...] = ()) -> list[str]:
    """A table of the keys of a model."""
    schema = model.model_json_schema(by_alias=True)
    shown = {
        f.alias or name: f for name, f in model.model_fields.items() if name not in (*hidden, *NOT_WRITTEN)
    }
    rows = [f"| `{key}` | {_told(schema, key)} | {_default(field)} |" for key, field in shown.items()]
    return ["| key | what stands there | if it is left out |", "|---|---|---|", *rows]


def _told(schema: Mapping[str, Any], key: str) -> str:
    return _kind(schema["properties"][key], schema.get("$defs", {})).replace("|", "\\|")


def _kind(wanted: Mapping[str, Any], models: Mapping[str, Any]) -> str:
    """In words what a value must be."""
    if "$ref" in wanted:
        return _kind(models[wanted["$ref"].rpartition("/")[2]], models)
    if wanted.get("format") == "share":
        return "a share, such as `1/3` or `60%`"
    if "anyOf" in wanted:
        kinds = [_kind(each, models) for each in wanted["anyOf"] if each.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "enum" in wanted or "const" in wanted:
        return ", ".join(f"`{word}`" for word in wanted.get("enum", [wanted.get("const")]))
    if wanted.get("type") == "array":
        return f"a list, each {_kind(wanted.get('items', {}), models)}"
    if wanted.get("type") == "object":
        return "a table" if "properties" not in wanted else f"the keys of {_an(wanted['title'])}"
    if wanted.get("format") == "date":
        return "a day, such as 2026-03-31"
    return {
        "string": "text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "`true` or `false`",
    }.get(wanted.get("type", ""), "a share, such as 1/3 or 60%")


def _an(title: str) -> str:
    return f"an {title.lower()}" if title[0] in "AEIOU" else f"a {title.lower()}"


def _default(field: Any) -> str:
    if field.is_required():
        return "must be there"
    if field.default in (None, "", (), {}):
        return "nothing"
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


def _blocks() -> Iterator[tuple[type[Term], str]]:
    """For each kind of entry the text of one that stands in a file, without its examples."""
    found: set[type[Term]] = set()
    for folder in FOLDERS:
        for body in load_bodies(folder).values():
            for term in (term for entries in body.terms.values() for term in entries):
                if type(term) not in found and Path(term.source_file).stem == body.key:
                    found.add(type(term))
                    lines = (folder / f"{body.key}.toml").read_text("utf-8").splitlines()
                    yield type(term), _block(lines, term.source_line)


def _block(lines: list[str], begins: int) -> str:
    """The lines of an entry, to the first blank one or to its first example."""
    rest = lines[begins - 1 :]
    ends = next(
        (n for n, line in enumerate(rest) if n and (not line.strip() or line.startswith("[["))), len(rest)
    )
    return "\n".join(line for line in rest[:ends] if not line.startswith("examples = "))


if __name__ == "__main__":
    (HOME / "docs" / "terms.md").write_text(page(), encoding="utf-8")
