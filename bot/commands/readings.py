"""readings: propose readings of what has none, or another one, for an editor to read over. Nothing is written.

It needs SudachiPy, whose dictionary is too heavy to be installed with everything: `pip install "tani[readings]"`.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TextIO

import jaconv

from content import curriculum
from content.package.reader import read_programme
from content.text.folding import fold, kana

Read = Callable[[str], str]
"""Gives the reading of a text, in hiragana."""


def run(path: Path | None, out: TextIO, err: TextIO) -> int:
    """Propose for the courses at or below the path; without one, for the codes of the curriculum."""
    try:
        read = _reader()
    except ModuleNotFoundError as error:
        print(f'{error.name} is not installed: pip install "tani[readings]"', file=err)
        return 1
    told = list(_of_codes(read) if path is None else _of_courses(path, read))
    print(*told, f"{len(told)} to read over.", sep="\n", file=out)
    return 0


def _reader() -> Read:
    """Raises ModuleNotFoundError."""
    words = import_module("sudachipy").Dictionary(dict="small").create()

    def read(text: str) -> str:
        # the reading of a sign is its name: only what has letters is read
        said = (word.reading_form() if fold(word.surface()) else " " for word in words.tokenize(text))
        return kana(jaconv.kata2hira("".join(said)))

    return read


def _of_codes(read: Read) -> Iterator[str]:
    for code in curriculum.load().codes:
        proposed = read(code.ja)
        if fold(proposed) != fold(code.reading):
            yield f"CC {code.number} {code.ja}: {proposed} (now: {code.reading})"


def _of_courses(path: Path, read: Read) -> Iterator[str]:
    courses, _ = read_programme(path)
    for course in courses:
        proposed = read(course.title)
        if fold(proposed) != fold(course.reading):
            yield f"{course.slug}: reading: {proposed} (now: {course.reading or 'none'})"
