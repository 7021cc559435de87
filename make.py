"""The two commands of the README: `python make.py run` and `python make.py test`.

Needs Linux or macOS and Python 3.11 or later with pip, and nothing else: it makes `.venv` beside this file,
installs the locked dependencies by their hashes, and starts the product or the tests.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NoReturn

REFUSED, INTERRUPTED = 2, 130
HOME = Path(__file__).resolve().parent
PYTHON = HOME / ".venv" / "bin" / "python"
# what pip fetches and what lies on disk afterwards, as measured: docs/measurements.md
SIZES = {"requirements.txt": "210 MB to fetch, 790 MB", "requirements-dev.txt": "250 MB to fetch, 940 MB"}
COMMANDS = {
    "run": ("requirements.txt", [["app.py"]]),
    "test": (
        "requirements-dev.txt",
        [
            ["-m", "ruff", "check", "."],
            ["-m", "ruff", "format", "--check", "."],
            ["-m", "mypy"],
            ["-m", "pytest", "-n", "auto", "--dist", "worksteal"],
        ],
    ),
}


def main() -> int:
    """Runs the command named by the first argument; the rest goes to its last step."""
    if sys.version_info < (3, 11):  # noqa: UP036 (it is the reader's Python, not ours)
        print(f"Quorate needs Python 3.11 or later; this is {sys.version.split()[0]}.")
        return REFUSED
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        print(f"Usage: python make.py {'|'.join(COMMANDS)}")
        return REFUSED
    requirements, steps = COMMANDS[sys.argv[1]]
    try:
        install(HOME / requirements)
        if sys.argv[1] == "test":
            install_provider(HOME / "tests" / "browser" / "provider")
    except OSError as error:
        print(f"Quorate makes .venv in {HOME}, and cannot: {error}. Put it into a folder of yours.")
        return REFUSED
    for step in steps[:-1]:
        if failed := python(*step):
            return failed
    return become(*steps[-1], *sys.argv[2:])


def install(requirements: Path) -> None:
    """Makes `.venv` and installs the locked packages, unless exactly these are there already."""
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = HOME / ".venv" / f"{requirements.stem}.sha256"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        make_venv()
    size = SIZES[requirements.name]
    print(f"Installing {requirements.name} into .venv, once: about {size} on disk.", flush=True)
    pip = ["-m", "pip", "install", "--disable-pip-version-check", "--require-hashes"]
    if failed := python(*pip, "-r", str(requirements)):
        print(f"pip could not install {requirements.name}: what it says stands above.")
        sys.exit(failed)
    stamp.write_text(wanted)


def make_venv() -> None:
    """Makes `.venv`; raises OSError where that cannot be written."""
    try:
        venv.create(HOME / ".venv", with_pip=True)
    except subprocess.CalledProcessError:
        shutil.rmtree(HOME / ".venv")
        print("This Python has no pip for .venv. On Debian and Ubuntu: apt install python3-venv.")
        sys.exit(REFUSED)


def install_provider(folder: Path) -> None:
    """Installs the locked OpenID provider of the browser tests where there is npm; they skip without it."""
    wanted = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / "node_modules" / "installed.sha256"
    npm = shutil.which("npm")
    if not npm or (stamp.exists() and stamp.read_text() == wanted):
        return
    if not subprocess.run([npm, "ci", "--silent"], cwd=folder, check=False).returncode:
        stamp.write_text(wanted)


def python(*arguments: str) -> int:
    """The exit code of the virtual environment's Python with these arguments, run in this folder."""
    return subprocess.run([PYTHON, *arguments], cwd=HOME, check=False).returncode


def become(*arguments: str) -> NoReturn:
    """Lets that Python take the place of this one, so that Ctrl-C and the exit code are its own."""
    os.chdir(HOME)
    os.execv(PYTHON, [str(PYTHON), *arguments])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.")
        sys.exit(INTERRUPTED)
