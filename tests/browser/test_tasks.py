"""What chair, secretariat and partner come to do, in no more clicks than stand here; the menu counts, too."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.driving import click, find, new_browser, press, see
from tests.loaders.sources.online import utf16
from tests.switch import at_length

pytestmark = [pytest.mark.browser, at_length]
DAY = "2026-11-28"
CHAIR = {"view_as": "Board"}
SECRETARIAT: dict[str, str] = {}
PARTNER = {"view_as": "Partner: Illustration Housing Trust"}
XPATH = {
    "go": "//section[@data-testid='stSidebar']//a[contains(., '{}')]",
    "link": "//*[@data-testid='stMain']//a[contains(., '{}')]",
    "open": "//*[@data-testid='stMain']//summary[contains(., '{}')]",
    "cell": "//*[name()='path'][contains(@aria-label, '{}')]",
    "choose": "//label[contains(., '{}')]",
}
TEAMS = utf16(
    "1. Summary", "Meeting title\tStrategy Group", "Attended participants\t4",
    "Start time\t24/11/26, 09:58:12", "End time\t24/11/26, 11:02:40", "", "2. Participants",
    "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
    *(
        f"Strategy lead {n} (Guest)\t24/11/26, 09:58:12\t24/11/26, 11:02:40\t1h 4m 28s\t"
        f"strategy.lead.{n}@example.org\t\tAttendee"
        for n in (1, 2, 3, 5)
    ),
    "", "3. In-Meeting Activities", "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
)  # fmt: skip
LOG = """No,What needs doing,Who has it,Raised,By when,Where it is
AX1,Write to the colleges about bursaries,Example Hill,24/11/2026,10/12/2026,Not begun
AX2,Book the room for the conference,Testbury Technical College,24/11/2026,27/11/2026,All done
"""
FILES = {"teams.csv": TEAMS, "log.csv": LOG.encode()}
Step = tuple[str, str]
Task = tuple[str, dict[str, str], int, Sequence[Step]]
TASKS: dict[str, Task] = {
    "chair: ready for the meeting, and why not": ("Kent and Medway", CHAIR, 1, [
        ("see", "Before the meeting on Thursday 10 December 2026"), ("see", "At risk !"),
        ("open", "Where this comes from"), ("see", "Strategy Group"), ("see", "line "),
    ]),
    "chair: what is late, what waits for a decision": ("Kent and Medway", CHAIR, 1, [
        ("see", "To decide"), ("see", "Late"), ("go", "Decisions"), ("see", "Does not stand yet"),
    ]),
    "chair: a partner behind, and its year": ("Walsall", CHAIR, 2, [
        ("go", "Pledges"), ("see", "Needs a conversation"), ("see", "WA-P05, Illustration Housing Trust"),
        ("open", "WA-P05"), ("see", "pledge_progress.csv, line"),
    ]),
    "chair: who came in three years": ("Kent and Medway", CHAIR, 2, [
        ("go", "Attendance and quorum"), ("see", "9 of 12 meetings were quorate"),
        ("cell", "row: Testbury Technical College; word: ✕"), ("see", "1 row of attendance"),
    ]),
    "chair: from a figure to the line of its file": ("Kent and Medway", CHAIR, 1, [
        ("link", "1. Ratify"), ("see", "decisions.csv, line 12"),
    ]),
    "secretariat: who owes, and the letter": ("National", SECRETARIAT, 3, [
        ("go", "Fees"), ("see", "Whom to write to"), ("go", "Letters"),
        ("open", "Demonstration Youth Trust"), ("see", "Open as a draft (.eml)"),
    ]),
    "secretariat: a Teams list": ("Kent and Medway", SECRETARIAT, 3, [
        ("go", "Upload"), ("file", "teams.csv"), ("see", "4 rows read"), ("press", "Confirm and save"),
        ("see", "Read back from the store"),
    ]),
    "secretariat: a log with headings and words of its own": ("Kent and Medway", SECRETARIAT, 5, [
        ("go", "Upload"), ("file", "log.csv"), ("press", "Use these columns"), ("see", "2 rows read"),
        ("choose", "only a part"), ("press", "Confirm and save"), ("see", "Read back from the store"),
    ]),
    "partner: check a figure, query it, take that back": ("Walsall", PARTNER, 3, [
        ("see", "WA-P05"), ("press", "Query"), ("write", "The last home opened in May."),
        ("press", "Send the query"), ("see", "Waiting for the secretariat"), ("press", "Take it back"),
        ("see", "The secretariat is asked no longer"),
    ]),
    "chair: share what is on the page": ("Kent and Medway", CHAIR, 2, [
        ("go", "Attendance and quorum"), ("see", "meetings were quorate"), ("press", "Link, print"),
        ("elsewhere", ""), ("see", "meetings were quorate"),
    ]),
    "secretariat: withdraw what is wrong, and undo": ("Kent and Medway", SECRETARIAT, 7, [
        ("link", "1. Ratify"), ("link", "Correct or withdraw it"), ("choose", "It was never so"),
        ("press", "Save"), ("see", "Saved as upload"), ("go", "History"),
        ("press", "Undo this upload"), ("press", "Yes, undo it"), ("see", "It no longer counts"),
    ]),
}  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """One browser for all of them."""
    page = new_browser(tmp_path_factory.mktemp("profile"))
    yield page
    page.quit()


def step(page: WebDriver, what: str, words: str, folder: Path) -> int:
    """Does one step; how many clicks it costs."""
    if what == "see":
        see(page, words)
    elif what == "file":
        (folder / words).write_bytes(FILES[words])
        find(page, "input[type=file]").send_keys(str(folder / words))
    elif what == "press":
        press(page, words)
    elif what == "write":
        find(page, "textarea").send_keys(words)
    elif what == "elsewhere":
        shared = find(page, "[data-testid='stCode'] code").text
        page.delete_all_cookies()
        page.get(shared)
    else:
        click(page, XPATH[what].format(words))
    return int(what not in ("see", "write", "elsewhere"))


@pytest.mark.parametrize("task", TASKS)
def test_a_task_takes_few_clicks(page: WebDriver, address: str, tmp_path: Path, task: str) -> None:
    """From the first page of the reader's body to its end."""
    body, reader, most, steps = TASKS[task]
    page.get(f"{address}/?{urlencode({'body': body, 'as_of': DAY, **reader})}")

    clicks = sum(step(page, what, words, tmp_path) for what, words in steps)

    assert clicks <= most
