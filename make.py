"""The two commands of the README: `python make.py run` and `python make.py test`.

Needs Python 3.11 or later with pip and nothing else: it makes `.venv` beside this file,
installs the locked dependencies by their hashes, and starts the product or the tests.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HOME = Path(__file__).resolve().parent
BIN = HOME / ".venv" / ("Scripts" if os.name == "nt" else "bin")
COMMANDS = {
    "run": ("requirements.txt", [["app.py"]]),
    "test": (
        "requirements-dev.txt",
        [["-m", "ruff", "check", "."], ["-m", "ruff", "format", "--check", "."], ["-m", "pytest"]],
    ),
}


def main() -> int:
    """Runs the command named by the first argument; the rest goes to its last step."""
    if sys.version_info < (3, 11):  # noqa: UP036 (it is the reader's Python, not ours)
        print(f"Quorate needs Python 3.11 or later; this is {sys.version.split()[0]}.")
        return 2
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        print(f"Usage: python make.py {'|'.join(COMMANDS)}")
        return 2
    requirements, steps = COMMANDS[sys.argv[1]]
    install(HOME / requirements)
    if sys.argv[1] == "test":
        install_provider(HOME / "tests" / "browser" / "provider")
    for step in steps[:-1]:
        if failed := python(*step):
            return failed
    return python(*steps[-1], *sys.argv[2:])


def install(requirements: Path) -> None:
    """Makes `.venv` and installs the locked packages, unless exactly these are there already."""
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = HOME / ".venv" / f"{requirements.stem}.sha256"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if not BIN.exists():
        venv.create(HOME / ".venv", with_pip=True)
    print(f"Installing {requirements.name} into .venv; this happens once.")
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if python(*pip, "-r", str(requirements)):
        sys.exit(1)
    stamp.write_text(wanted)


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
    return subprocess.run([BIN / "python", *arguments], cwd=HOME, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
