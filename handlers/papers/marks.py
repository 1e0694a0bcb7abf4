"""The contents of pages before they are a PDF: texts and rules as values, joined to blocks that flow over pages.

Lengths are millimetres from the top left corner of an A4 page, sizes of type are points, `y` of a text is its baseline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from handlers.papers.fonts import MM_PER_POINT, width


@dataclass(frozen=True)
class Text:
    """One line of type; `spacing` is added after every character, in points."""

    x: float
    y: float
    text: str
    size: float
    spacing: float = 0.0


@dataclass(frozen=True)
class Rule:
    """A horizontal rule, `weight` mm thick."""

    x: float
    y: float
    length: float
    weight: float


@dataclass(frozen=True)
class Frame:
    """A rectangle without filling."""

    x: float
    y: float
    width: float
    height: float
    weight: float


@dataclass(frozen=True)
class Modules:
    """A square of `side` mm: rows from the top, with "1" for each black module and "0" for each white one.

    `address` opens if the square is tapped, and `said` is what is read out to whoever can't see it.
    """

    x: float
    y: float
    side: float
    rows: tuple[str, ...]
    address: str
    said: str


Mark = Text | Rule | Frame | Modules
Page = tuple[Mark, ...]


@dataclass(frozen=True)
class Block:
    """Marks that stay on one page; their `y` counts from the top of the block."""

    height: float
    marks: tuple[Mark, ...] = ()

    def at(self, top: float) -> tuple[Mark, ...]:
        return tuple(replace(mark, y=mark.y + top) for mark in self.marks)

    def above(self, below: Block) -> Block:
        """Both as one block, this one on top."""
        return Block(self.height + below.height, self.marks + below.at(self.height))


@dataclass(frozen=True)
class Section:
    """Rows under a head that is repeated on every page the rows reach."""

    head: Block
    rows: Sequence[Block]


@dataclass
class Flow:
    """Pages that are filled from the top. They begin at `top` and end at `bottom`."""

    top: float
    bottom: float
    y: float
    pages: list[list[Mark]] = field(default_factory=lambda: [[]])

    def add(self, block: Block) -> None:
        self._make_room(block.height)
        self._place(block)

    def add_section(self, section: Section) -> None:
        page = 0
        for row in section.rows:
            # A page on which the section has no head yet needs room for the head too: a head never stands alone at a
            # page's end.
            self._make_room(row.height + (0 if page == len(self.pages) else section.head.height))
            if page != len(self.pages):
                self._place(section.head)
                page = len(self.pages)
            self._place(row)

    def add_at_foot(self, block: Block) -> None:
        """Put the block at the very end of a page: of this one, or of the next if this one has no room."""
        self._make_room(block.height)
        self.y = self.bottom - block.height
        self._place(block)

    def _make_room(self, height: float) -> None:
        if self.y + height > self.bottom and self.pages[-1]:
            self.pages.append([])
            self.y = self.top

    def _place(self, block: Block) -> None:
        self.pages[-1].extend(block.at(self.y))
        self.y += block.height


def left(x: float, y: float, text: str, size: float) -> Text:
    return Text(x, y, text, size)


def right(x: float, y: float, text: str, size: float) -> Text:
    """A text that ends at x."""
    return Text(x - width(text, size), y, text, size)


def centred(x: float, y: float, text: str, size: float, spacing: float = 0.0) -> Text:
    """A text with its middle at x. The spacing after its last character does not count."""
    gaps = (len(text) - 1) * spacing * MM_PER_POINT
    return Text(x - (width(text, size) + gaps) / 2, y, text, size, spacing)


def texts(pages: Iterable[Page]) -> tuple[str, ...]:
    """All that is printed, each text once."""
    return tuple(dict.fromkeys(mark.text for page in pages for mark in page if isinstance(mark, Text)))
