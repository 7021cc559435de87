"""The digest: what a role has not been told yet, once, and without anybody's name."""

import email
import email.policy
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import cli
from reports.digest import digest, news, standing
from rules import Finding, judge
from store import Reader, Store
from tests.filled import copied
from tests.rules.build import body, facts

TODAY = date(2026, 11, 30)
BOARD = body(
    actions={"kind": "followed up"}, attendance={"kind": "expected", "more_than": 0.5, "by": "organisation"}
)
ACTIONS = """
    reference | action         | organisation | person  | due_on     | status | completed_on
    A1        | Write to Ann   | Alder        | Pat Lee | {due}      | {is_}  | {done}
"""


def found(due: str, is_: str = "open", done: str = "") -> list[Finding]:
    return judge(BOARD, facts(actions=ACTIONS.format(due=due, is_=is_, done=done)), TODAY)


OPEN, LATE = found("1 Dec 2026"), found("1 Nov 2026")
DONE = found("1 Nov 2026", "complete", "2 Nov 2026")


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [(OPEN, OPEN, []), (OPEN, LATE, ["1 overdue"]), (LATE, LATE, []), (LATE, DONE, ["1 settled"]),
     (OPEN, DONE, [])],
)  # fmt: skip
def test_what_has_changed_is_told_once(before: list[Finding], now: list[Finding], told: list[str]) -> None:
    """What begins to need attention, and what it was about when it is settled; nothing a second time."""
    of_actions = [each.says for each in news(now, standing(before), "board") if each.page == "actions"]

    assert of_actions == told


def test_the_first_digest_tells_all_that_stands_open() -> None:
    """And to the secretariat also what is not known."""
    told = {role: {each.page for each in news(LATE, {}, role)} for role in ("board", "secretariat")}

    assert told == {"board": {"actions"}, "secretariat": {"actions", "attendance"}}


def test_a_mail_counts_and_links_and_names_nobody() -> None:
    """Each line leads to its page."""
    told = digest(BOARD, "board", news(LATE, {}, "board"), "", "https://board.example/")

    assert told.links == (("Actions: 1 overdue", "https://board.example/actions?body=Example"),)
    assert not any(name in told.text for name in ("Pat", "Ann", "Alder", "A1"))


def mails(folder: Path) -> list[email.message.EmailMessage]:
    read = email.policy.default
    return [email.message_from_bytes(path.read_bytes(), policy=read) for path in sorted(folder.glob("*.eml"))]


def people(store: Path) -> set[str]:
    with closing(Store.open(store)) as opened:
        seats = opened.read(Reader("", frozenset({"secretariat"})), "seats")
    return {name for name in seats["person"] if name}


def test_run_twice_it_is_written_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A standard library reads it, in both forms, and finds none of the people on record in it."""
    store, out = copied("illustrative", tmp_path), tmp_path / "out"
    named = people(store)
    run = ["digest", str(out), "--body", "kent_medway", "--address", "http://127.0.0.1:8501"]
    assert cli.main([*run, "--store", str(store)]) == cli.FINE
    first = mails(out)
    assert cli.main([*run, "--store", str(store)]) == cli.FINE

    assert [each["Subject"].split(", ")[1] for each in first] == [
        "board: what stands open", "secretariat: what stands open",
    ]  # fmt: skip
    assert len(mails(out)) == len(first)
    assert "nothing has changed since the last digest" in capsys.readouterr().out
    for mail in first:
        text, html = (mail.get_body((form,)).get_content() for form in ("plain", "html"))
        assert text.count("http://127.0.0.1:8501/") == html.count("<a href=") > 1
        assert [name for name in named if name in text + html] == []
    kept = "".join(path.read_text() for path in out.glob("*.json"))
    assert [name for name in named if name in kept] == []
