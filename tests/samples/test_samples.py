"""The two sample sets: what the source documents say, and an invented story beside them."""

import csv
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

import loaders
from rules import Body, load_bodies

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
FILES = sorted(SAMPLES.glob("*/*/**/*.csv"))
BODIES = {"national_alliance", "nottinghamshire", "fostering_network", "kent_medway", "walsall"}
REFUSED = ROOT / "samples/illustrative/kent_medway/attendance.csv"
ORGANISATION_COLUMNS = ("Organisation", "Lead organisation", "Consent needed from", "Consent given by")


@pytest.fixture(scope="module")
def gate() -> Mapping[Path, loaders.Checked]:
    """What the gate makes of each sample file, with the words of its body."""
    bodies = load_bodies(ROOT / "bodies")
    return {path: checked(path, bodies[path.relative_to(SAMPLES).parts[1]]) for path in FILES}


def label(path: Path) -> str:
    """Set, body, perhaps a day, and kind of a file, as the tests name it."""
    return path.relative_to(SAMPLES).with_suffix("").as_posix()


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a sample file by heading, everything text."""
    with (ROOT / "samples" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def checked(path: Path, body: Body) -> loaders.Checked:
    """A sample file through the gate."""
    groups = dict.fromkeys(body.main_group_aliases, body.main_group)
    words = loaders.Words(body.main_group, groups, body.sectors)
    return loaders.check(path.read_bytes(), path.name, words=words)


def test_both_sets_have_a_folder_for_each_body() -> None:
    """All five bodies are in both sets, and nothing else is."""
    folders = {path.relative_to(SAMPLES).parts[:2] for path in FILES}

    assert folders == {(kind, body) for kind in ("published", "illustrative") for body in BODIES}


@pytest.mark.parametrize("path", FILES, ids=label)
def test_a_sample_is_recognised_by_its_headings(path: Path, gate: Mapping[Path, loaders.Checked]) -> None:
    """The gate takes a file for the kind that its name says, without being told."""
    assert gate[path].kind.name == path.stem


@pytest.mark.parametrize("path", FILES, ids=label)
def test_a_sample_has_the_headings_of_its_template(path: Path) -> None:
    """What the template asks for, in its order; a sample may be older than a column that no row needs."""
    kind = loaders.KIND[path.stem]
    headings = path.read_text(encoding="utf-8").splitlines()[0].split(",")

    assert headings == [field.heading for field in kind.fields if field.required or field.heading in headings]


@pytest.mark.parametrize("path", [path for path in FILES if path != REFUSED], ids=label)
def test_a_sample_has_no_problems(path: Path, gate: Mapping[Path, loaders.Checked]) -> None:
    """Every row of every sample is good, save for the file that shows what a refusal looks like."""
    assert gate[path].problems.to_dicts() == []


def test_three_rows_are_refused_on_purpose(gate: Mapping[Path, loaders.Checked]) -> None:
    """One impossible date, one unknown word and one missing organisation, each on a row of its own."""
    problems = gate[REFUSED].problems

    assert sorted(problems.select("column", "value").rows(), key=str) == [
        ("Attendance", "maybe"),
        ("Meeting date", "31/02/2026"),
        ("Organisation", ""),
    ]
    assert problems["line"].n_unique() == 3


@pytest.mark.parametrize("body", ["national_alliance", "fostering_network"])
def test_the_page_lists_27_organisations(body: str) -> None:
    """The public page names 27 organisations, each once."""
    assert len({row["Organisation"] for row in rows(f"published/{body}/organisations")}) == 27


def test_walsall_lists_20_seats_of_which_5_are_in_question() -> None:
    """The report names 20 seats by post and puts a question mark behind five."""
    seats = Counter(row["Status"] for row in rows("published/walsall/representatives"))

    assert seats == {"filled": 15, "unconfirmed": 5}


def test_the_page_lists_six_dated_publications() -> None:
    """Six briefings and statements carry a date on the page."""
    publications = rows("published/fostering_network/publications")

    assert len([row for row in publications if row["Published on"]]) == len(publications) == 6


@pytest.mark.parametrize("path", [path for path in FILES if "published" in path.parts], ids=label)
def test_the_published_set_names_no_person(path: Path) -> None:
    """The documents name people; the samples name posts and organisations only."""
    people = [row[column] for row in rows(label(path)) for column in ("Person", "Email") if row.get(column)]

    assert people == []


@pytest.mark.parametrize("path", FILES, ids=label)
def test_no_sample_has_a_working_address(path: Path) -> None:
    """E-mail addresses and links end in a name kept for examples."""
    addresses = re.findall(r"@[\w.-]+|//[\w.-]+", path.read_text(encoding="utf-8"))

    assert {address[1:].lstrip("/") for address in addresses} <= {"example.org"}


def test_no_real_organisation_has_an_invented_fact() -> None:
    """No organisation of the published set, by its name or another, takes part in the invented story."""
    real = {name for row in sample("published") for name in named(row)}
    invented = {name for row in sample("illustrative") for name in named(row)}

    assert invented
    assert real & invented == set()


def sample(kind: str) -> list[dict[str, str]]:
    """The rows of all the files of one set."""
    return [row for path in FILES if kind in path.parts for row in rows(label(path))]


def named(row: Mapping[str, str]) -> set[str]:
    """The organisations that a row names, in small letters."""
    cells = [row.get(column) or "" for column in (*ORGANISATION_COLUMNS, "Also known as")]
    return {name.strip().lower() for cell in cells for name in cell.split(";") if name.strip()}
