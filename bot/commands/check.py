"""check: every fault of what is to be published, as far as its files tell."""

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from bot.commands import batches
from content.package import Fault


def run(path: Path, out: TextIO) -> int:
    """0 if there is no fault. Otherwise 1, and each fault is told with its file and line."""
    found = batches.find(path)
    faults = [fault for batch in found for fault in batch.faults]
    if faults:
        return tell(path, faults, out)
    print(f"{', '.join(batch.counted for batch in found)}, no fault.", file=out)
    return 0


def tell(path: Path, faults: Iterable[Fault], out: TextIO) -> int:
    """Print all faults, with files named as seen from where the command was typed; returns 1."""
    folder = path.parent if path.is_file() else path
    told = [f"{folder / fault.file}:{fault.line}: {fault.reason}" for fault in faults]
    print(*told, f"{len(told)} {'fault' if len(told) == 1 else 'faults'}.", sep="\n", file=out)
    return 1
