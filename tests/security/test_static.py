"""Read off the source: what is shown is ours or has gone through a writer; SQL is never put together."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent.parent
SHOWING = [
    "app.py",
    *sorted(p.relative_to(HOME).as_posix() for d in ("ui", "pages") for p in (HOME / d).rglob("*.py")),
]
INTAKE = sorted(p.relative_to(HOME).as_posix() for p in (HOME / "intake").rglob("*.py"))
STORE = sorted(p.relative_to(HOME).as_posix() for p in (HOME / "store").rglob("*.py"))
# Streamlit's functions that read Markdown: which arguments they do so in.
_TEXTS = (
    "markdown", "caption", "write", "title", "header", "subheader", "toast", "expander", "popover", "tabs",
    "st.badge", "st.table",
)  # fmt: skip
_WITH_HELP = (
    "button", "download_button", "form_submit_button", "selectbox", "multiselect", "radio", "checkbox",
    "pills", "segmented_control", "text_input", "text_area", "number_input", "date_input", "file_uploader",
    "toggle",
)  # fmt: skip
SINKS = {
    **{name: [0, "help"] for name in _WITH_HELP},
    **{name: [0] for name in _TEXTS},
    **{name: [0, "title"] for name in ("success", "warning", "error", "info")},
    "metric": [0, 1, "delta"],
    "page_link": ["label"],
    # our own, which hand on what they are given
    "page_head": [0, 1],
    "empty": [0, 1],
    "verdicts": [3],
    "notice_after_rerun": [0],
    "tile": [0, 4],
    "to_meeting": [2],
    "shown_when_asked": [0],
}
STYLE_SHEET = "st.html(session.HOME / 'ui' / 'style.css')"
NEVER = {"html", "map", "iframe", "pydeck_chart", "components", "latex"}
# What may be shown without esc, and why.
WRITERS = {
    "esc": "shows exactly the text",
    "_or_blank": "esc, or nothing",
    "number": "a count and a noun of ours",
    "day": "a date",
    "short_day": "a date",
    "weekday": "a date",
    "on_screen": "a moment",
    "money": "an amount",
    "len": "a count",
    "heading": "a column or kind of ours",
    "badge": "a status of ours",
    "mark": "a status of ours",
    "summary_of": "badges and counts",
    "nothing": "a sentence of ours and a count",
    "headline": "escapes what the finding says",
    "_provenance_line": "escapes names and files",
}
# Names that hold our own words: (file, name): why.
KNOWN = {
    ("app.py", "reference"): "random hexadecimal digits",
    ("ui/before.py", "colour"): "a colour of ours",
    ("ui/blocks.py", "title"): "checked where page_head is called",
    ("ui/blocks.py", "lead"): "checked where page_head is called",
    ("ui/blocks.py", "what"): "checked where empty is called",
    ("ui/blocks.py", "who"): "checked where empty is called",
    ("ui/blocks.py", "none"): "checked where verdicts is called",
    ("ui/blocks.py", "label"): "checked where tile is called",
    ("ui/blocks.py", "link"): "checked where tile is called",
    ("ui/links.py", "label"): "checked where to_meeting is called; a label of ours of a chooser",
    ("pages/help/guide.py", "heading"): "of our own guide",
    ("pages/help/guide.py", "text"): "of our own guide",
    ("pages/help/words.py", "found"): "of our own glossary",
    ("ui/session.py", "notice"): "checked where notice_after_rerun is called",
    ("ui/download.py", "label"): "CSV or Excel",
    ("ui/blocks.py", "status"): "a status of ours",
    ("ui/welcome.py", "name"): "a role of ours",
    ("ui/words.py", "word"): "a status of ours",
    ("pages/board/terms.py", "label"): "a line of the card of ours",
    ("pages/secretariat/access.py", "means"): "our own sentence on a role",
    ("pages/secretariat/access.py", "role"): "one of our own words",
    ("pages/secretariat/asking/preview.py", "label"): "one of the counts named there",
    ("pages/secretariat/asking/preview.py", "change"): "new or unchanged",
    ("pages/secretariat/asking/answering.py", "word"): "accepted or declined",
    ("pages/secretariat/asking/people.py", "of"): "organisation or group",
    ("pages/secretariat/asking/columns.py", "label"): "a heading of a template of ours",
    ("pages/partner/my_pledges.py", "title"): "one of the four headings named there",
    ("pages/partner/my_pledges.py", "says"): "the sentence beside its heading",
}
# Attributes that hold a number, or a word of ours.
PLAIN = {
    "upload_id": "a number", "source_line": "a number", "header_line": "a number",
    "changed": "a count", "unchanged": "a count", "count_refused": "a count", "mart": "a mart of ours",
    "title": "the title of a family of ours",
}  # fmt: skip


FROM_FILES = (
    "catalogue.verb(",
    "catalogue.text(",
    "catalogue.raw(",
    "catalogue.kept(",
    "catalogue.empty_table(",
    "catalogue.folded(",
    "catalogue.add_column(",
    "catalogue.keyed(",
    "catalogue.gone(",
    "catalogue.on_day(",
    "catalogue.at_moment(",
    "catalogue.is_same(",
)


def parsed(file: str) -> ast.Module:
    return ast.parse((HOME / file).read_text(encoding="utf-8"))


def statements(tree: ast.Module) -> Iterator[str]:
    """The statement of every call that carries out SQL, as it is written there or where it got its name."""
    named = {
        ast.unparse(n.targets[0]): ast.unparse(n.value) for n in ast.walk(tree) if isinstance(n, ast.Assign)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in ("execute", "executemany", "sql"):
            text = ast.unparse(node.args[0])
            yield named.get(text, text)


def called(node: ast.Call) -> str:
    """The name of what is called; `st.table` and `st.badge` are others than ours of that name."""
    if ast.unparse(node.func) in SINKS:
        return ast.unparse(node.func)
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_ours(node: ast.expr) -> bool:
    """Whether this is a constant of a module, or a value looked up in one."""
    match node:
        case ast.Subscript(value=table) | ast.Call(func=ast.Attribute(value=table, attr="get")):
            return is_ours(table)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.isupper()
    return False


class Reader:
    """Tells of an expression in one file whether everything in it was written by us or by a writer."""

    def __init__(self, file: str, tree: ast.Module) -> None:
        self.file, self.bound = file, {}
        # what the functions of the file itself yield one by one
        self.yielded = {
            node.name: [each.value for each in ast.walk(node) if isinstance(each, ast.Yield)]
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    self._bind(target, node.value)
            elif isinstance(node, ast.AugAssign | ast.NamedExpr):
                self._bind(node.target, node.value)

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.bound.setdefault(target.id, []).append(value)
        elif isinstance(target, ast.Tuple):
            values = value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts)
            for each, one in zip(target.elts, values, strict=True):
                self._bind(each, one)

    def is_safe(self, node: ast.expr | None, seen: frozenset[str] = frozenset()) -> bool:
        if node is None or is_ours(node):
            return True
        match node:
            case ast.Constant():
                return True
            case ast.JoinedStr(values=values):
                return all(self.is_safe(each, seen) for each in values)
            case ast.FormattedValue(value=value, format_spec=spec):
                return is_numeric(spec) or self.is_safe(value, seen)
            case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, op=ast.Add(), right=other):
                return self.is_safe(one, seen) and self.is_safe(other, seen)
            case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
                return all(self.is_safe(each, seen) for each in values)
            case ast.ListComp(elt=elt) | ast.GeneratorExp(elt=elt) | ast.Starred(value=elt):
                return self.is_safe(elt, seen)
            case ast.Dict(keys=keys, values=values):
                return all(self.is_safe(each, seen) for each in (*keys, *values))
            case ast.DictComp(key=key, value=value):
                return self.is_safe(key, seen) and self.is_safe(value, seen)
            case ast.Call(func=ast.Attribute(attr="join"), args=[texts]):
                return self.is_safe(texts, seen)
            case ast.Call(func=ast.Attribute(attr="lower" | "capitalize", value=word)):
                return self.is_safe(word, seen)
            case ast.Call(func=ast.Name(id="map"), args=[ast.Name(id=writer), *_]):
                return writer in WRITERS
            case ast.Call(func=ast.Name(id=name)) if self.yielded.get(name):
                return all(self.is_safe(each, seen) for each in self.yielded[name])
            case ast.Call():
                return called(node) in WRITERS
            case ast.Attribute(attr=name):
                return name in PLAIN
            case ast.Name(id=name):
                return self.is_safe_name(name, seen)
            case _:
                return False

    def is_safe_name(self, name: str, seen: frozenset[str]) -> bool:
        values = self.bound.get(name, [])
        known = (self.file, name) in KNOWN or name in seen
        return known or (bool(values) and all(self.is_safe(each, seen | {name}) for each in values))


def is_numeric(spec: ast.expr | None) -> bool:
    """Whether a format can only be of a number: `,` or `%` or digits after the point."""
    text = "".join(v.value for v in spec.values if isinstance(v, ast.Constant)) if spec else ""
    return bool(text) and text[-1] in ",%fgd"


def arguments(node: ast.Call, name: str) -> Iterator[ast.expr]:
    """The arguments of a call in which Markdown is read."""
    for place in SINKS[name]:
        if isinstance(place, int) and place < len(node.args):
            yield node.args[place]
        yield from (keyword.value for keyword in node.keywords if keyword.arg == place)


def unescaped(file: str, tree: ast.Module) -> Iterator[str]:
    reader = Reader(file, tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := called(node)) in SINKS:
            for argument in arguments(node, name):
                if not reader.is_safe(argument):
                    yield f"{file}:{node.lineno} {name}({ast.unparse(argument)})"


@pytest.mark.parametrize("file", SHOWING)
def test_text_that_is_no_literal_goes_through_a_writer(file: str) -> None:
    """Whatever reads Markdown is given our own words, or what esc and its like have made of others'."""
    assert list(unescaped(file, parsed(file))) == []


@pytest.mark.parametrize("text", ["row['name']", "f'{name}'", "'x' + name", "', '.join(names)", "str(error)"])
def test_the_check_would_find_it(text: str) -> None:
    """Text of others is found however it is put in."""
    assert len(list(unescaped("x.py", ast.parse(f"st.markdown({text})")))) == 1


@pytest.mark.parametrize("file", SHOWING)
def test_nothing_is_ever_html_or_a_map(file: str) -> None:
    """No page asks for HTML, an iframe, or a map, whose tiles come from elsewhere; a style sheet is ours."""
    calls = [node for node in ast.walk(parsed(file)) if isinstance(node, ast.Call)]
    assert [call for call in calls if any(k.arg == "unsafe_allow_html" for k in call.keywords)] == []
    told = [ast.unparse(c) for c in calls if ast.unparse(c.func) in {f"st.{name}" for name in NEVER}]
    assert told == ([STYLE_SHEET] if file == "pages/main.py" else [])


@pytest.mark.parametrize("file", [*SHOWING, "cli.py", "export.py", *INTAKE])
def test_no_sql_runs_outside_the_store(file: str) -> None:
    """Only the store has statements carried out."""
    assert list(statements(parsed(file))) == []


@pytest.mark.parametrize("file", STORE)
def test_every_statement_is_read_from_its_file(file: str) -> None:
    """What is carried out is a text of the catalogue, whose gaps only its own names fill."""
    assert [text for text in statements(parsed(file)) if not text.startswith(FROM_FILES)] == []


def test_only_the_catalogue_fills_gaps() -> None:
    """No other module of the store formats a text that could be a statement."""
    filling = [
        f for f in STORE if any(called(n) == "format" for n in ast.walk(parsed(f)) if isinstance(n, ast.Call))
    ]
    assert filling == ["store/catalogue.py"]
