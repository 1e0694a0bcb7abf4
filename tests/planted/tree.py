"""A copy of the tree into which faults are planted."""

import contextlib
import importlib.util
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import ROOT, tracked
from tests.planted.fault import Fault


class NotPlantable(Exception):
    """The text of a fault does not stand exactly once in its file, or no file is there to be removed."""


class Tree:
    """A folder with every file of the repository. It is a repository itself: tests ask git what belongs to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in tracked():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
        subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)

    @contextlib.contextmanager
    def planted(self, fault: Fault) -> Iterator[None]:
        """The tree with this fault while the block runs. Raises NotPlantable."""
        sound = {name: (self.folder / name).read_bytes() for name in files_of(fault, self.folder)}
        for name in sound:
            self._write(name, changed(fault, self.folder) if fault.old else None)
        try:
            yield
        finally:
            for name, content in sound.items():
                self._write(name, content)

    def _write(self, name: str, content: bytes | None) -> None:
        """Put a file there, or remove it. Its compiled form goes too: Python tells files apart by the second."""
        path = self.folder / name
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
        if path.suffix == ".py":
            Path(importlib.util.cache_from_source(str(path))).unlink(missing_ok=True)


def files_of(fault: Fault, root: Path) -> list[str]:
    """The files that a fault changes or removes, by their paths from `root`; raises NotPlantable if there is none."""
    found = sorted(str(path.relative_to(root)) for path in root.glob(fault.file))
    if not found or (fault.old and len(found) > 1):
        raise NotPlantable(f"{fault.file}: {len(found)} files")
    return found


def changed(fault: Fault, root: Path) -> bytes:
    """The file with the fault in it; raises NotPlantable."""
    (name,) = files_of(fault, root)
    text = (root / name).read_text()
    if text.count(fault.old) != 1:
        raise NotPlantable(f"{name}: {text.count(fault.old)} times: {fault.old!r}")
    return text.replace(fault.old, fault.new).encode()
