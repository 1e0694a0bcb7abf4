"""The words around a subject: 糖尿病について教えて, tell me about diabetes."""

from functools import cache

from content.text.folding import plain
from content.words import EN, JA

_STOPS = " 。、.,!?"


def subject(text: str) -> str:
    """What a phrase asks about; the text itself if it is no phrase."""
    said, before = plain(text).casefold().strip(_STOPS), ""
    while said != before:
        before = said
        said = next((said.removesuffix(end) for end in _ends() if said.endswith(end) and said != end), said)
        said = next((said.removeprefix(start) for start in _starts() if said.startswith(start)), said)
        said = said.strip(_STOPS)
    return said


@cache
def _ends() -> tuple[str, ...]:
    return _longest_first(*JA.spoken.after_subject(), *(f" {one}" for one in EN.spoken.after_subject()))


@cache
def _starts() -> tuple[str, ...]:
    return _longest_first(*JA.spoken.before_subject(), *(f"{one} " for one in EN.spoken.before_subject()))


def _longest_first(*texts: str) -> tuple[str, ...]:
    return tuple(sorted({plain(one) if one.strip() == one else one for one in texts}, key=lambda one: (-len(one), one)))
