"""The form of a fiscal year's declarations: facts in, the bytes of a PDF out, the same bytes for the same facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from content.declarations.form import FormFacts, FormRow
from content.words import form as words
from content.words import paper
from handlers.papers.certificate import checked
from handlers.papers.fonts import width
from handlers.papers.lines import broken, broken_name
from handlers.papers.marks import Block, Flow, Frame, Mark, Page, Rule, Section, Text, centred, left, right
from handlers.papers.sheet import About, written

_WIDTH, _HEIGHT = 210.0, 297.0
_LEFT, _RIGHT = 20.0, 190.0
_ROOM = _RIGHT - _LEFT
_FIRST_TOP, _TOP, _BOTTOM = 20.0, 28.0, 276.0
_SIZE, _SMALL, _HEADING = 9.0, 8.0, 8.5
_LEADING, _SMALL_LEADING = 4.5, 4.1
_ABOVE, _BELOW = 5.0, 2.4
_DAY, _WHAT, _WHAT_ROOM = 8.0, 36.0, 66.0
_CODE_ENDS, _CODE_NAME, _CODE_ROOM = 112.0, 114.5, 39.0


def draw(facts: FormFacts) -> bytes:
    """The form as a PDF/A-2U. Raises MissingGlyph if the font lacks a character of it."""
    return written(checked(pages(facts)), _about(facts))


def pages(facts: FormFacts) -> tuple[Page, ...]:
    """The pages, each with its number. From the second on each also says whose form it is."""
    flow = Flow(top=_TOP, bottom=_BOTTOM, y=_FIRST_TOP)
    flow.add(_opening(facts))
    tenths = any(row.half_units % 2 for row in facts.rows)
    rows = [_row(number, one, tenths=tenths) for number, one in enumerate(facts.rows, start=1)]
    rows[-1:] = [row.above(_total(facts, tenths=tenths)) for row in rows[-1:]]
    nothing = Block(9, (left(_LEFT, _ABOVE, words.NOTHING, _SIZE), Rule(_LEFT, 8, _ROOM, 0.1)))
    flow.add_section(Section(_head(), rows or [nothing]))
    flow.add_at_foot(_closing(facts))
    count = len(flow.pages)
    return tuple(
        (centred(_WIDTH / 2, _HEIGHT - 12, paper.page(number, count), 8), *_running(facts, number), *marks)
        for number, marks in enumerate(flow.pages, start=1)
    )


def _running(facts: FormFacts, number: int) -> tuple[Mark, ...]:
    if number == 1:
        return ()
    said = f"{words.TITLE}　{words.year(facts.year)}　{paper.MEMBER_NO} {facts.member_no}"
    return (left(_LEFT, 20, said, _SMALL),)


def _opening(facts: FormFacts) -> Block:
    title = centred(_WIDTH / 2, 8, words.TITLE, 20, spacing=5)
    sign = (Frame(_RIGHT - 18, 1, 18, 8, 0.2), centred(_RIGHT - 9, 6.6, paper.SAMPLE, 12, spacing=4))
    head = Block(16, (title, *(sign if facts.sample else ())))
    return head.above(_paragraph(words.statement(facts), 10, 5.4)).above(_person(facts))


def _paragraph(text: str, size: float, leading: float) -> Block:
    rows = broken(text, size, _ROOM)
    return Block(
        3 + leading * len(rows), tuple(left(_LEFT, 3 + leading * at, row, size) for at, row in enumerate(rows))
    )


def _person(facts: FormFacts) -> Block:
    """Who declares, and for which year: labels and values in two columns."""
    pairs = words.numbers(facts)
    column = _LEFT + max(width(label, 10) for label, _ in pairs) + 6
    marks: list[Mark] = []
    y = 6.0
    for label, value in pairs:
        marks.append(left(_LEFT, y, label, 10))
        for row in broken_name(value, 10, _RIGHT - column):
            marks.append(left(column, y, row, 10))
            y += 5.8
    return Block(y + 1, tuple(marks))


def _head() -> Block:
    names = (
        left(_LEFT + _DAY, 4.6, words.DAY, _HEADING),
        left(_LEFT + _WHAT, 4.6, words.WHAT, _HEADING),
        left(_LEFT + _CODE_ENDS - 4, 4.6, words.CODE, _HEADING),
        right(_RIGHT, 4.6, words.UNITS, _HEADING),
    )
    return Block(6.8, (Rule(_LEFT, 0, _ROOM, 0.25), *names, Rule(_LEFT, 6.8, _ROOM, 0.15)))


def _row(number: int, row: FormRow, *, tenths: bool) -> Block:
    """A declaration: its figures and words in columns; below them, over the whole width, its evidence and its note."""
    what = _column((row.kind, row.what), _LEFT + _WHAT, _WHAT_ROOM)
    code = _column((row.code_name,), _LEFT + _CODE_NAME, _CODE_ROOM)
    figures = (
        right(_LEFT + 5, _ABOVE, str(number), _SIZE),
        left(_LEFT + _DAY, _ABOVE, paper.day(row.day), _SIZE),
        right(_LEFT + _CODE_ENDS, _ABOVE, str(row.code), _SIZE),
        right(_RIGHT, _ABOVE, paper.units(row.half_units, tenths=tenths), _SIZE),
        left(_LEFT + _DAY, _ABOVE + _LEADING, row.state, _SMALL),
    )
    y = _ABOVE + _LEADING * max(2, len(what), len(code)) + 0.2
    below: list[Mark] = []
    for text in (words.evidence(row), *row.evidence, *([words.note(row)] if row.note else [])):
        for piece in broken(text, _SMALL, _RIGHT - _LEFT - _WHAT):
            below.append(left(_LEFT + _WHAT, y, piece, _SMALL))
            y += _SMALL_LEADING
    height = y - _SMALL_LEADING + _BELOW
    return Block(height, (*figures, *what, *code, *below, Rule(_LEFT, height, _ROOM, 0.1)))


def _column(texts: Sequence[str], x: float, room: float) -> Sequence[Text]:
    """Texts under each other, each broken to the column's width."""
    rows = [row for text in texts for row in broken(text, _SIZE, room)]
    return [left(x, _ABOVE + _LEADING * at, row, _SIZE) for at, row in enumerate(rows)]


def _total(facts: FormFacts, *, tenths: bool) -> Block:
    said = (
        left(_LEFT, 6.4, words.TOTAL, 11),
        left(_LEFT + _WHAT, 6.4, words.total(facts), 10),
        right(_RIGHT, 6.4, paper.units(facts.half_units, tenths=tenths), 11),
    )
    return Block(9, (Rule(_LEFT, 0, _ROOM, 0.25), *said))


def _closing(facts: FormFacts) -> Block:
    said = f"{words.PRINTED_ON}　{paper.day(facts.printed_on)}　　{words.ISSUER}　{facts.operator}"
    rows = [row for note in words.notes(facts) for row in broken(note, _SMALL, _ROOM)]
    notes = tuple(left(_LEFT, 5 + 4.4 * at, row, _SMALL) for at, row in enumerate(rows))
    issuer = tuple(left(_LEFT, 6 + 5 * at, row, _SIZE) for at, row in enumerate(broken(said, _SIZE, _ROOM)))
    return Block(3 + 4.4 * len(rows), notes).above(Block(3 + 5 * len(issuer), issuer))


def _about(facts: FormFacts) -> About:
    return About(
        title=words.TITLE,
        author=facts.operator,
        subject=words.year(facts.year),
        language="ja-JP",
        created=datetime.combine(facts.printed_on, time(), UTC),
    )
