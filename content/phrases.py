"""The words around a subject: 糖尿病について教えて, tell me about diabetes; and the kind of thing that is asked for."""

from collections.abc import Iterable, Mapping
from functools import cache

from content.search.entry import Kind
from content.text.folding import plain
from content.words import EN, JA

_STOPS = " 。、.,!?"


def subject(text: str) -> str:
    """What a phrase asks about; the text itself if it is no phrase."""
    return asked(text)[1]


def asked(text: str) -> tuple[Kind | None, str]:
    """The kind of thing that a phrase asks for (糖尿病の研修会, a seminar on diabetes), if it names one, and what it
    asks about.
    """
    said, before, kind = plain(text).casefold().strip(_STOPS), "", None
    while said != before:
        before = said
        said = next((said.removesuffix(end) for end in _ends() if said.endswith(end) and said != end), said)
        said = next((said.removeprefix(start) for start in _starts() if said.startswith(start)), said)
        said = said.strip(_STOPS)
        if kind is None:
            kind, said = _without_kind(said)
    return kind, said


def _without_kind(said: str) -> tuple[Kind | None, str]:
    for end, kind in _kinds_behind().items():
        if said.endswith(end) and said != end:
            return kind, said.removesuffix(end).strip(_STOPS)
    for start, kind in _kinds_before().items():
        if said.startswith(start) and said != start:
            return kind, said.removeprefix(start).strip(_STOPS)
    return None, said


@cache
def _ends() -> tuple[str, ...]:
    return _longest_first(*JA.spoken.after_subject(), *(f" {one}" for one in EN.spoken.after_subject()))


@cache
def _starts() -> tuple[str, ...]:
    return _longest_first(*JA.spoken.before_subject(), *(f"{one} " for one in EN.spoken.before_subject()))


@cache
def _kinds_behind() -> Mapping[str, Kind]:
    return _of_kinds(
        (f"{joint}{name}".casefold(), kind)
        for words in (JA, EN)
        for kind, names in words.spoken.kinds().items()
        for name in names
        for joint in words.spoken.before_kind()
    )


@cache
def _kinds_before() -> Mapping[str, Kind]:
    return _of_kinds(
        (f"{name}{joint}".casefold(), kind)
        for words in (JA, EN)
        for kind, names in words.spoken.kinds().items()
        for name in names
        for joint in words.spoken.after_kind()
    )


def _of_kinds(named: Iterable[tuple[str, Kind]]) -> Mapping[str, Kind]:
    return dict(sorted(named, key=lambda one: -len(one[0])))


def _longest_first(*texts: str) -> tuple[str, ...]:
    return tuple(sorted({plain(one) if one.strip() == one else one for one in texts}, key=lambda one: (-len(one), one)))
