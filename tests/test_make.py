"""The README's commands say what is amiss before anything is installed."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import make
from tests.test_borders import HOME


@pytest.fixture
def clone() -> Iterator[Path]:
    """A folder with what `make.py` needs, which nobody may write to."""
    folder = Path(tempfile.mkdtemp())
    for name in ("make.py", *make.SIZES):
        shutil.copy(HOME / name, folder)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)
    yield folder
    folder.chmod(stat.S_IRWXU)
    shutil.rmtree(folder)


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """The exit code and everything said; root may write anywhere, and is somebody else for it."""
    user = "nobody" if os.geteuid() == 0 else None
    command = [sys.executable, "make.py", *arguments]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, user=user, check=False)
    return ended.returncode, ended.stdout + ended.stderr


def test_a_clone_that_one_may_not_write_to_is_refused(clone: Path) -> None:
    """A sentence names the folder; no traceback, and nothing is fetched."""
    code, told = run(clone, "run")

    assert code == 2
    assert told.startswith(f"Quorate makes .venv in {clone}, and cannot: ")
    assert "Permission denied" in told and "Traceback" not in told


@pytest.mark.parametrize("arguments", [(), ("deploy",)])
def test_another_command_is_answered_with_those_there_are(clone: Path, arguments: tuple[str, ...]) -> None:
    """Without a command, or with one unknown, the two are named."""
    assert run(clone, *arguments) == (2, "Usage: python make.py run|test\n")


def test_each_install_says_how_large_it_is() -> None:
    """No requirements are installed of which the size is not known."""
    assert {requirements for requirements, _ in make.COMMANDS.values()} == set(make.SIZES)
