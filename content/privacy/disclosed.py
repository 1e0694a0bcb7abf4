"""All that the record keeps of one member, as values: rows by table, and files. Pure.

A part is one ZIP. Telegram takes files of at most 50 MB from a bot, so the files are dealt out to several parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

MOST_BYTES = 45_000_000
"""So many bytes go in one part: Telegram takes 50 MB, and the pages, the JSON and the ZIP itself need room too."""

AGAIN_AFTER = timedelta(hours=1)
"""So long after it was sent it can be asked for again: one member's files keep a process busy for seconds."""


@dataclass(frozen=True)
class Named:
    """The number of something published, and its name."""

    number: int
    name: str


@dataclass(frozen=True)
class Exported:
    """An export that told of the member: when it was made, of which days its credits are, and of which prefecture its
    members; empty: of all.
    """

    number: int
    made_at: datetime
    first: date
    last: date
    prefecture: str


Value = None | bool | int | str | bytes | date | datetime | Named | Exported | Mapping[str, object] | Sequence[object]
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Held:
    """A file of the member. `table` and `row` find it; `size` in bytes; `name`: its name in the ZIP, without folder."""

    table: str
    row: int
    name: str
    size: int


@dataclass(frozen=True)
class Disclosed:
    """What is kept. `tables`: the rows by table, in the order of the registry; a table without rows is there too.

    `withheld`: the columns that are kept and not handed out, by table.
    """

    at: datetime
    tables: Mapping[str, Sequence[Row]]
    withheld: Mapping[str, Sequence[str]]
    files: Sequence[Held]


@dataclass(frozen=True)
class Part:
    """One ZIP: part `number` of `of`, with the bytes of its files by name. The page and the JSON are in the first one
    alone.
    """

    number: int
    of: int
    language: str
    disclosed: Disclosed
    contents: Mapping[str, bytes]


def dealt(files: Sequence[Held], most: int | None = None) -> Sequence[Sequence[Held]]:
    """The files of each part, in their order. There is one part at least; a file is never cut, whatever its size.

    `most`: bytes in one part; without it MOST_BYTES.
    """
    return tuple(_dealt(files, most or MOST_BYTES))


def _dealt(files: Sequence[Held], most: int) -> Iterator[Sequence[Held]]:
    part: list[Held] = []
    room = most
    for one in files:
        if part and one.size > room:
            yield tuple(part)
            part, room = [], most
        part.append(one)
        room -= one.size
    yield tuple(part)
