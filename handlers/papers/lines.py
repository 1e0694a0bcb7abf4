"""Breaking Japanese text into lines (禁則処理): fpdf2 knows no kinsoku, and BudouX would not fill a narrow column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.papers.fonts import clusters, width

NOT_FIRST = frozenset(
    "、。，．,.・：；:;？！?!）)］]｝}」』】〉》〕〟’”…‥ー－―～〜々〻ゝゞヽヾ％%℃"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
NOT_LAST = frozenset("（(［[｛{「『【〈《〔〝‘“￥¥＄$№＃#")

_SHORTEST_END = 3  # clusters: a last line of one or two characters looks like a mistake

Joint = Callable[[str, str], bool]


def broken(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text as lines of at most `room` mm at `size` points. An empty text has no line.

    No line begins with a closing sign, a small kana or a long-vowel mark, and none ends with an opening bracket. Words
    in Latin letters, in katakana and in figures stay whole. A piece that is still too wide is broken anywhere.
    """
    return _lines(text, size, room, _JOINTS)


def broken_name(name: str, size: float, room: float) -> tuple[str, ...]:
    """As `broken`, but a name is broken at its spaces as long as its parts fit."""
    return _lines(name, size, room, (_within_parts, *_JOINTS))


def fitting(text: str, largest: float, smallest: float, room: float) -> float:
    """The size in points, between the two, at which the text fits into `room` mm on one line. If it fits at none, the
    smallest.
    """
    natural = width(text, largest)
    return largest if natural <= room else max(smallest, largest * room / natural)


def _lines(text: str, size: float, room: float, joints: Sequence[Joint]) -> tuple[str, ...]:
    lines = [""]
    _fill(lines, text, size, room, joints)
    return tuple(line.strip() for line in lines if line.strip())


def _fill(lines: list[str], text: str, size: float, room: float, joints: Sequence[Joint]) -> None:
    for piece in _pieces(text, joints[0]):
        alone = width(piece.rstrip(), size)
        if width(lines[-1], size) + alone <= room:
            lines[-1] += piece
        # The piece is wider than a whole line: break it by the next, weaker rule.
        elif alone > room and len(joints) > 1:
            _fill(lines, piece, size, room, joints[1:])
        else:
            lines.append(piece)


def _pieces(text: str, joint: Joint) -> list[str]:
    """The text cut wherever this rule lets it be. A last piece too short for a line is joined to the one before it."""
    pieces: list[str] = []
    for cluster in clusters(text):
        if pieces and joint(pieces[-1], cluster):
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    while joint is not _nowhere and len(pieces) > 2 and len(pieces[-1]) < _SHORTEST_END and len(pieces[-2]) < 6:
        pieces[-2:] = [pieces[-2] + pieces[-1]]
    return pieces


def _within_parts(before: str, after: str) -> bool:
    return not before[-1].isspace()


def _within_words(before: str, after: str) -> bool:
    same_script = any(script(before[-1]) and script(after[0]) for script in (_is_latin, _is_katakana))
    return same_script or _at_signs(before, after)


def _at_signs(before: str, after: str) -> bool:
    return after.isspace() or after in NOT_FIRST or before[-1] in NOT_LAST


def _nowhere(before: str, after: str) -> bool:
    return False


_JOINTS: Sequence[Joint] = (_within_words, _at_signs, _nowhere)


def _is_latin(character: str) -> bool:
    return character < "\u0250" and not character.isspace()


def _is_katakana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character == "ー"
