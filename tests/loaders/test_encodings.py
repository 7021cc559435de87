"""Whatever a spreadsheet program writes is read the same."""

import codecs

import pytest

import loaders
from tests.loaders.tables import workbook

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


def test_windows_letters_saved_as_control_characters_are_letters() -> None:
    """Windows-1252 that a program took for Latin-1 and saved as UTF-8 has its apostrophes again."""
    misread = "Title\nO’Brien – our €1 plan\n".encode("cp1252").decode("latin-1").encode()

    assert loaders.check(misread, "file.csv").rows["title"].to_list() == ["O’Brien – our €1 plan"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_cut_short_keeps_what_it_has(encoding: str) -> None:
    """A character that the end of the file cuts in two costs no row above it."""
    cut = "Title\nOne\nTwo€".encode(encoding)[:-1]

    assert loaders.check(cut, "file.csv").rows["title"][0] == "One"


def test_a_file_is_known_by_its_bytes() -> None:
    """The same bytes have the same fingerprint under any name."""
    assert loaders.check(b"Title\nOne", "a.csv").sha256 == loaders.check(b"Title\nOne", "b.csv").sha256


@pytest.mark.parametrize("taken_for", ["cp1252", "latin-1"])
def test_text_that_was_encoded_twice_is_as_it_was_written(taken_for: str) -> None:
    """UTF-8 that a program took for its own and saved as UTF-8: a name is the one on the roster again."""
    title = "O’Shea – “Zoë’s” £1 plan – naïve Ångström"
    written = f"Title\n{title}\n".encode()
    # five bytes have no character in Windows-1252: programs leave them as they are
    twice = "".join(bytes([each]).decode(taken_for, "ignore") or chr(each) for each in written).encode()

    assert loaders.check(twice, "file.csv").rows["title"].to_list() == [title]


def test_letters_that_only_look_like_it_stay() -> None:
    """Capital letters of French and Portuguese before others of their own."""
    title = "Âge Ãrea château À côté"
    assert loaders.check(f"Title\n{title}\n".encode(), "file.csv").rows["title"].to_list() == [title]


def test_a_file_may_have_been_garbled_twice() -> None:
    """Each program that it went through took it for its own."""
    title = "Zoë’s Café"
    for _ in range(2):
        title = title.encode().decode("cp1252")
    for data in (f"Title\n{title}\n".encode(), workbook(S=[["Title"], [title]])):
        assert loaders.check(data, "a file").rows["title"].to_list() == ["Zoë’s Café"]
