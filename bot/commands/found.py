"""The files that `check` and `publish` are given: one file, or all files below a folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Found:
    """Files in the order of their names. Faults name them relative to `folder`."""

    folder: Path
    files: Sequence[Path]

    @classmethod
    def at(cls, path: Path) -> "Found":
        """The file, or every file below the folder."""
        if path.is_file():
            return cls(path.parent, (path,))
        return cls(path, sorted(one for one in path.rglob("*") if one.is_file()))

    def ending(self, *suffixes: str) -> list[Path]:
        """The files whose names end so (".yaml"), in upper or lower case: Windows writes both."""
        return [one for one in self.files if one.suffix.lower() in suffixes]

    def shown(self, file: Path) -> Path:
        """The name that faults give the file."""
        return file.relative_to(self.folder)
