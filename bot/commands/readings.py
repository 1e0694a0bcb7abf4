"""readings: propose readings of what has none, or another one, for an editor to read over. Nothing is written.

It needs SudachiPy, whose dictionary is too heavy to be installed with everything: `pip install "tani[readings]"`.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TextIO

import jaconv

from bot.commands.found import Found
from content import curriculum
from content.package import journal, radio, trainings
from content.package.reader import read_programme
from content.rules import day_of
from content.text.folding import fold, kana

Read = Callable[[str], str]
"""Gives the reading of a text, in hiragana."""


def run(path: Path | None, out: TextIO, err: TextIO) -> int:
    """Propose for what is published at or below the path; without one, for the codes of the curriculum."""
    try:
        read = _reader()
    except ModuleNotFoundError as error:
        print(f'{error.name} is not installed: pip install "tani[readings]"', file=err)
        return 1
    told = list(_of_codes(read) if path is None else _of_titles(path, read))
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


def _of_titles(path: Path, read: Read) -> Iterator[str]:
    for name, title, now in _titles(path):
        proposed = read(title)
        if fold(proposed) != fold(now):
            yield f"{name}: reading: {proposed} (now: {now or 'none'})"


def _titles(path: Path) -> Iterator[tuple[str, str, str]]:
    """(name, title, reading) of what is published and can be read; `check` names the faults of the rest."""
    courses, _ = read_programme(path)
    yield from ((one.slug, one.title, one.reading) for one in courses)
    for file in Found.at(path).ending(".yaml"):
        if trainings.is_training(file) and (announced := trainings.read(file, file)[0]):
            yield announced.training.slug, announced.training.title, announced.training.reading
        elif journal.is_issue(file) and (issue := journal.read(file, file)[0]):
            yield issue.slug, issue.title, issue.reading
        elif radio.is_schedule(file) and (schedule := radio.read(file, file)[0]):
            for one in schedule.broadcasts:
                yield f"{file.stem} {day_of(one.starts_at)} {one.title}", one.title, one.reading
