"""Whatever a spreadsheet program writes is read the same."""

import codecs

import pytest

import loaders

TEXT = "Organisation{0}Membership{0}Turnover (£)\r\nO’Brien & Zoë{0}member{0}£1250\r\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        ("cp1252", b"", "cp1252"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
    ids=[
        "utf-8",
        "utf-8 marked",
        "windows",
        "utf-16 le marked",
        "utf-16 be marked",
        "utf-16 le",
        "utf-16 be",
        "utf-32",
    ],
)
def test_any_encoding_and_delimiter_reads_the_same(
    encoding: str, mark: bytes, named: str, delimiter: str
) -> None:
    """Pounds, accents and apostrophes arrive whole, and the file's own form is told."""
    checked = loaders.check(mark + TEXT.format(delimiter).encode(encoding), "file.csv")

    assert checked.rows.select("organisation", "turnover_gbp").rows() == [("O’Brien & Zoë", 1250)]
    assert (checked.encoding, checked.delimiter) == (named, delimiter)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
@pytest.mark.parametrize("last", [True, False], ids=["ended", "not ended"])
def test_any_line_end_reads_the_same(end: str, last: bool) -> None:
    """Lines are counted alike whichever line end they have, and the last may have none."""
    text = end.join(["Title", "One", "Two"]) + end * last
    checked = loaders.check(text.encode(), "file.csv")

    assert checked.rows.select("title", "line").rows() == [("One", 2), ("Two", 3)]


def test_a_file_is_known_by_its_bytes() -> None:
    """The same bytes have the same fingerprint under any name."""
    assert loaders.check(b"Title\nOne", "a.csv").sha256 == loaders.check(b"Title\nOne", "b.csv").sha256
