"""The project's wheel carries every file that the product reads beside its code."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.source import FLOORS, ROOT, tracked

NOT_CARRIED = ("/.gitignore",)
NEEDED = {
    "bot/demo/people.csv",
    "bot/pages/watch/files/watch.css",
    "bot/pages/watch/watch.html",
    "bot/pages/watch/files/watch.js",
    "bot/sandbox/page/chat.js",
    "bot/sandbox/page/index.html",
    "content/courses/hypertension/chapter1.mp4",
    "content/courses/hypertension/chapter1.webm",
    "content/courses/hypertension/course.yaml",
    "content/courses/infection-control/course.yaml",
    "content/curriculum.yaml",
    "storage/migrations/script.py.mako",
    "storage/migrations/versions/0001_first_tables.py",
}


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files in a wheel that is built from a copy of the repository, because building leaves files behind."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in tracked():
        target = folder / "tree" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    build = [*(sys.executable, "-m", "pip", "wheel"), *("--quiet", "--no-deps", "--no-build-isolation", "--no-index")]
    done = subprocess.run(
        [*build, "--disable-pip-version-check", "--wheel-dir", folder, folder / "tree"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = Path(folder).glob("tani-*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_it_carries_every_file_of_the_four_floors(carried: set[str]) -> None:
    ours = {name for name in tracked() if name.split("/")[0] in FLOORS and not name.endswith(NOT_CARRIED)}
    assert ours <= carried
    assert carried >= NEEDED


def test_it_carries_nothing_else(carried: set[str]) -> None:
    others = {name for name in carried if name.split("/")[0] not in FLOORS}
    assert all(name.split("/")[0].endswith(".dist-info") for name in others)
    assert any(name.endswith("licenses/LICENSE") for name in others)
