"""Hostile texts, made of a small grammar: what somebody could write into a cell of a file."""

from collections.abc import Iterator
from itertools import product

HOST = "beacon.invalid"
IMAGES = [
    f"![x](http://{HOST}/i.png)", f"![](//{HOST}/i.png)", f"[![x](https://{HOST}/i)](https://{HOST})",
    f"![x][r] [r]: http://{HOST}/i", f"![x](data:image/svg+xml,<svg onload='fetch(\"//{HOST}\")'/>)",
]  # fmt: skip
LINKS = [
    f"[paid](http://{HOST})", f"<http://{HOST}/a>", f"http://{HOST}/a", f"HTTPS://{HOST}", f"www.{HOST}",
    f"ftp://{HOST}", f"someone@{HOST}", f"mailto:someone@{HOST}", f"xmpp:someone@{HOST}/x",
    "[x](javascript:alert(1))", "javascript:alert(1)", "[x](data:text/html,<script>alert(1)</script>)",
    f"[x]: http://{HOST} 'title'", f"[x](<http://{HOST}>)", f"//{HOST}/a", f"<someone@{HOST}>",
]  # fmt: skip
COLOURS = [
    ":red[Overdue]", ":green-badge[All fees paid]", ":blue-background[x]", ":rainbow[x]", ":small[x]",
    ":primary[x]", ":violet-badge[:material/check: Met]", ":gray[:red[x]]", ":color[x]{foreground=red}",
    ":shimmer[x]", ":orange-badge[x] :red[y]",
]  # fmt: skip
ICONS = [
    ":material/warning:", ":material/check: Met", ":streamlit:", ":smile:", ":+1:", ":heart: x", "✅ Met",
    "🚨 Overdue", "⚠️ Warning", "1️⃣ first", "🇬🇧 flag", "👍🏽 thumbs", "©️ mark", "↔️ arrow", "🏴 flag",
]  # fmt: skip
FORMULAS = [
    "$x^2$", "$$\\frac{1}{2}$$", "costs $5 and $6", "\\(x\\)", "\\[x\\]", "$\\href{//x.invalid}{y}$",
    "```math\nx\n```", "$`x`$", "\\begin{matrix}x\\end{matrix}",
]  # fmt: skip
HTML = [
    "<b>bold</b>", "<script>alert(1)</script>", f"<img src=//{HOST}/i>", "<!-- x -->", "&lt;b&gt;", "&amp;",
    "&#60;i&#62;", "&nbsp;x", "<svg/onload=alert(1)>", f"<iframe src=//{HOST}></iframe>", "<a href=#>x</a>",
    "<style>*{display:none}</style>", "<![CDATA[x]]>", "<?php x ?>", "<br>", "</div>", "<details><summary>x",
]  # fmt: skip
BLOCKS = [
    "# Heading", "###### six", "Heading\n===", "Heading\n---", "- item", "* item", "+ item", "1. one",
    "1) one", "12345. x", "- [ ] task", "- [x] done", "> quote", ">> two", "---", "***", "___", "- - -",
    "    indented code", "\tindented code", "```\ncode\n```", "~~~\ncode\n~~~", "a\n\nb", "a  \nb", "a\\\nb",
    "| a | b |\n| - | - |\n| 1 | 2 |", "a | b\n--- | ---\n1 | 2", "[^1]\n\n[^1]: note", "term\n: definition",
    ":::note\nx\n:::", "::directive[x]", "=1+1", "+44", "-5", "@SUM(A1)", "---\ntitle: x\n---",
]  # fmt: skip
INLINE = [
    "**bold**", "*em*", "__bold__", "_em_", "~~gone~~", "~gone~", "`code`", "``a`b``", "==mark==", "^up^",
    "a*b*c", "snake_case_name", "\\*not\\*", "\\", "\\\\", "a\\", "`", "``", "**", "_", "$", "[", "]", "[]()",
    "a -> b", "a <- b", "a <-> b", "a -- b", "a --- b", "a => b", "a <= b", "a >= b", "a != b", "a == b",
    "(c)", "...", "1/2", "\"quoted\"", "'single'", "50% of 10", "A & B", "a ~ b", "{{ x }}", "{% x %}",
    "%s %d", "${x}", "#{x}", "\\n", "\\u0041", "C:\\new\\table", "~", "|", "a|b", "!", "![", "):", "[x",
]  # fmt: skip
HIDDEN = [
    "\u202egnp.exe", "a\u200bb", "a\u200db", "\ufeffBOM", "a\u2060b", "\u2066x\u2069", "a\u00adb", "x\x00y",
    "x\x1b[31my", "a\u2028b", "a\u2029b", "e\u0301", "ﬁ", "Ａ", "a\ue000b", "a\u200f(b)", "\U000e0041x",
    "\u061cx", "a\x7fb", "a\x85b", "a\x0bb",
]  # fmt: skip
ALL = (IMAGES, LINKS, COLOURS, ICONS, FORMULAS, HTML, BLOCKS, INLINE, HIDDEN)
FRAMES = ["Alder College {}", "{} Alder", "({})"]


def _strings() -> Iterator[str]:
    """Every payload by itself, and the livelier ones within other words and beside each other."""
    for payloads in ALL:
        yield from payloads
    for frame, payload in product(FRAMES, (*IMAGES, *LINKS, *COLOURS, *ICONS[:6], *FORMULAS[:4])):
        yield frame.format(payload)
    for one, other in zip(IMAGES + LINKS + COLOURS, reversed(INLINE), strict=False):
        yield f"{one}{other}"
    yield from (f"{each}\n{each}" for each in BLOCKS[:12])


STRINGS = tuple(dict.fromkeys(_strings()))
