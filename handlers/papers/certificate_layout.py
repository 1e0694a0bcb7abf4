"""Which text stands at which place of an attendance certificate."""

from __future__ import annotations

from content.certificates.certificate import CertificateFacts
from content.words import paper as words
from handlers.papers.certificate_table import lines_section, sums_section
from handlers.papers.fonts import MM_PER_POINT, width
from handlers.papers.lines import broken, broken_name, fitting
from handlers.papers.marks import Block, Flow, Frame, Mark, Page, Rule, Text, centred, left, right
from handlers.papers.qr import qr

_PAGE_WIDTH, _PAGE_HEIGHT = 210.0, 297.0
_LEFT, _RIGHT = 24.0, 186.0
_MIDDLE, _ROOM = _PAGE_WIDTH / 2, _RIGHT - _LEFT
_FIRST_TOP, _TOP, _BOTTOM = 22.0, 32.0, 270.0
_FRAME_INSET, _FRAME_WEIGHT = 11.0, 0.2
_NAME_LARGEST, _NAME_SMALLEST = 22.0, 12.0
_HONORIFIC_SIZE = 14.0
_NAME_GAP = 7.0
_NAME_ROOM = 118.0
_CODE_SIDE, _CODE_GAP = 19.0, 6.0  # the QR code, and the white between it and the notes


def pages(facts: CertificateFacts) -> tuple[Page, ...]:
    """The pages, each with its frame and number. From the second on each also says whose paper it is."""
    flow = Flow(top=_TOP, bottom=_BOTTOM, y=_FIRST_TOP)
    flow.add(_opening(facts))
    flow.add_section(lines_section(facts, _LEFT, _ROOM))
    if facts.lines:
        flow.add_section(sums_section(facts, _LEFT, _ROOM))
    flow.add_at_foot(_closing(facts))
    count = len(flow.pages)
    return tuple(
        (*_surround(facts, number, count), *(_running_head(facts) if number > 1 else ()), *marks)
        for number, marks in enumerate(flow.pages, start=1)
    )


def _surround(facts: CertificateFacts, number: int, count: int) -> tuple[Mark, ...]:
    """The frame and the foot. Pages that could be parted each have the number of the certificate."""
    inner = _PAGE_WIDTH - 2 * _FRAME_INSET, _PAGE_HEIGHT - 2 * _FRAME_INSET
    foot = _PAGE_HEIGHT - 15.5
    parted = count > 1 and bool(facts.number)
    return (
        Frame(_FRAME_INSET, _FRAME_INSET, *inner, _FRAME_WEIGHT),
        centred(_MIDDLE, foot, words.page(number, count), 8),
        *((right(_RIGHT, foot, f"{words.NUMBER}　{facts.number}", 8),) if parted else ()),
    )


def _running_head(facts: CertificateFacts) -> tuple[Mark, ...]:
    number = f"{words.MEMBER_NO}　{facts.member_no}"
    title = f"{words.TITLE}　{facts.name} {words.HONORIFIC}"
    size = fitting(title, 8.5, 3, _ROOM - width(number, 8.5) - 8)
    return left(_LEFT, 22, title, size), right(_RIGHT, 22, number, 8.5)


def _opening(facts: CertificateFacts) -> Block:
    head = Block(20, (centred(_MIDDLE, 18, words.TITLE, 26, spacing=8), *_sample_sign(facts)))
    return head.above(_addressee(facts)).above(_statement(facts)).above(_summary(facts))


def _sample_sign(facts: CertificateFacts) -> tuple[Mark, ...]:
    if not facts.sample:
        return ()
    return Frame(_RIGHT - 18, -2, 18, 8, 0.2), centred(_RIGHT - 9, 3.6, words.SAMPLE, 12, spacing=4)


def _addressee(facts: CertificateFacts) -> Block:
    """The name on a thin rule, followed by 殿, and below it the numbers by which the member is known."""
    size = fitting(facts.name, _NAME_LARGEST, _NAME_SMALLEST, _NAME_ROOM)
    rows = broken_name(facts.name, size, _NAME_ROOM)
    leading = size * MM_PER_POINT * 1.4
    base = 21 + leading * max(len(rows) - 1, 0)
    marks: list[Mark] = [_name_row(row, 21 + leading * place, size) for place, row in enumerate(rows)]
    marks.append(_honorific(rows[-1] if rows else "", base, size))
    marks.append(Rule(_MIDDLE - 67, base + 3.8, 134, 0.15))
    marks.append(centred(_MIDDLE, base + 10.8, _numbers(facts), 9.5))
    return Block(base + 13, tuple(marks))


def _name_row(row: str, y: float, size: float) -> Text:
    behind = (_NAME_GAP + width(words.HONORIFIC, _HONORIFIC_SIZE)) / 2
    return centred(_MIDDLE - behind, y, row, size)


def _honorific(row: str, y: float, size: float) -> Text:
    name = _name_row(row, y, size)
    return left(name.x + width(row, size) + _NAME_GAP, y, words.HONORIFIC, _HONORIFIC_SIZE)


def _numbers(facts: CertificateFacts) -> str:
    numbers = ((words.REGISTRY_NO, facts.registry_no), (words.MEMBER_NO, facts.member_no))
    return "　　　".join(f"{label}　{number}" for label, number in numbers if number)


def _statement(facts: CertificateFacts) -> Block:
    rows = broken(words.STATEMENT if facts.lines else words.NO_CREDIT, 11, _ROOM)
    marks = tuple(left(_LEFT, 13 + 6.6 * place, row, 11) for place, row in enumerate(rows))
    return Block(13 + 6.6 * len(rows), marks)


def _summary(facts: CertificateFacts) -> Block:
    earned = words.earned_by_category if facts.by_category else words.earned
    entries = (
        (words.PURPOSE, words.PURPOSES[facts.purpose]),
        (words.PERIOD, words.period(facts.period_from, facts.period_to)),
        (words.EARNED, earned(facts.half_units, len(facts.subtotals))),
    )
    return Block(30.2, _entries(entries, _LEFT, 7.0, 11))


def _entries(entries: tuple[tuple[str, str], ...], x: float, y: float, size: float) -> tuple[Mark, ...]:
    """Labels and their values in two columns."""
    column = x + max(width(label, size) for label, _ in entries) + 8
    rows = [(y + 7.2 * place, label, value) for place, (label, value) in enumerate(entries)]
    return tuple(
        mark for at, label, value in rows for mark in (left(x, at, label, size), left(column, at, value, size))
    )


def _closing(facts: CertificateFacts) -> Block:
    entries = tuple(
        (label, value)
        for label, value in (
            (words.ISSUED_ON, words.day(facts.issued_on)),
            (words.ISSUER, facts.issuer.name),
            (words.NUMBER, facts.number),
        )
        if value
    )
    # a long name begins further left, and is set smaller if it still has no room
    label = max(width(label, 11) for label, _ in entries) + 8
    size = fitting(facts.issuer.name, 11, 8, _ROOM - label)
    widest = max(width(text, size) for text in (facts.issuer.name, facts.number))
    x = min(_RIGHT - 73.5, _RIGHT - label - widest)
    return Block(9.6 + 7.2 * len(entries), _entries(entries, x, 10, size)).above(_notes(facts))


def _notes(facts: CertificateFacts) -> Block:
    """Small print with hanging indents, and beside it the code by which the paper is checked."""
    size, leading, indent = 8.0, 4.4, 3.6
    code = (qr(_RIGHT - _CODE_SIDE, 2.2, _CODE_SIDE, facts.check, words.TO_CHECK),) if facts.check else ()
    room = _ROOM - indent - (_CODE_SIDE + _CODE_GAP if code else 0)
    marks: list[Mark] = [*code]
    y = 5.0
    for note in words.notes(facts):
        marks.append(left(_LEFT, y, "・", size))
        for row in broken(note, size, room):
            marks.append(left(_LEFT + indent, y, row, size))
            y += leading
    return Block(max(y - leading + 1.5, 2.2 + _CODE_SIDE if code else 0), tuple(marks))
