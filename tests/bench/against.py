"""Another version of the product in the same ring: its own tree, its own packages, its own record.

Its tree comes from git. If its locks differ from ours, its packages are installed into a virtual environment of their
own below .venv, once. Its people are seated by its own code (tests/bench/seat.py runs in its tree), since its tables
and its screens are not ours.
"""

import io
import json
import subprocess
import sys
import tarfile
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.process import ROOT

LOCK = "requirements-dev.txt"
SEAT = Path(__file__).with_name("seat.py")


class NoSuchVersion(Exception):
    """Git knows no such reference, or that version has no bench whose people could be seated."""


@dataclass(frozen=True)
class Tree:
    """A version's files, and the Python that has its packages."""

    name: str
    folder: Path
    python: Path

    def seat(self, *arguments: str) -> str:
        """Run seat.py in this tree; returns what it printed."""
        command = [str(self.python), "-c", SEAT.read_text(encoding="utf-8"), *arguments]
        run = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        if run.returncode:
            raise NoSuchVersion(f"the people of {self.name} could not be seated: {run.stderr.strip()[-600:]}")
        return run.stdout


@dataclass(frozen=True)
class Seated:
    """A record of another version, and what each of its people taps: JSON without the update's number."""

    url: str
    taps: Mapping[int, Iterator[bytes]]

    def tap(self, person: int) -> bytes:
        return next(self.taps[person])


@dataclass(frozen=True)
class Version:
    """Another version with a record of it on each database."""

    tree: Tree
    key: str
    records: Sequence[Seated]

    def kept(self) -> list[int]:
        """How many updates are on each of its records as acted upon."""
        return [int(line) for line in self.tree.seat("kept", self.key, *(one.url for one in self.records)).split()]


def version(name: str, key: str, urls: Sequence[str], folder: Path, people: int, each: int) -> Version:
    """Bring a version into the ring: `people` on each record, who can tap `each` times. Raises NoSuchVersion."""
    tree = _tree(name, folder / "against")
    taps = {url: folder / f"taps-{number}.jsonl" for number, url in enumerate(urls)}
    tree.seat("seat", key, str(people), str(each), *(str(part) for pair in taps.items() for part in pair))
    return Version(tree, key, [Seated(url, dict(_read(file))) for url, file in taps.items()])


def _read(taps: Path) -> Iterator[tuple[int, Iterator[bytes]]]:
    """A line a person: their number, and all of their taps."""
    with taps.open(encoding="utf-8") as lines:
        for line in lines:
            person, presses = json.loads(line)
            yield person, iter([press.encode() for press in presses])


def named(reference: str) -> str:
    """The short number of a commit. Raises NoSuchVersion if git does not know it."""
    asked = ["git", "-C", str(ROOT), "rev-parse", "--short", f"{reference}^{{commit}}"]
    known = subprocess.run(asked, capture_output=True, text=True)
    if known.returncode:
        raise NoSuchVersion(f"git knows no version {reference!r}")
    return known.stdout.strip()


def _tree(name: str, folder: Path) -> Tree:
    packed = subprocess.run(["git", "-C", str(ROOT), "archive", name], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return Tree(name, folder, python_of(folder / LOCK, _installed))


def python_of(lock: Path, install: Callable[[Path, Path], None]) -> Path:
    """Our own Python if the lock is ours, otherwise one that has what this lock names."""
    content = lock.read_bytes()
    if content == (ROOT / LOCK).read_bytes():
        return Path(sys.executable)
    place = ROOT / ".venv" / "against" / sha256(content).hexdigest()[:16]
    done = place / "installed.stamp"
    if not done.exists():
        install(place, lock)
        done.touch()
    return place / "bin" / "python"


def _installed(place: Path, lock: Path) -> None:
    venv.create(place, clear=True, with_pip=True)
    quiet = ("--disable-pip-version-check", "--no-input", "install", "-qq", "--progress-bar", "off")
    subprocess.run([place / "bin" / "python", "-m", "pip", *quiet, "--require-hashes", "-r", lock], check=True)
