"""Every button's key has one handler, fits into 64 bytes whatever it carries, and is read back as it was written."""

from dataclasses import fields
from typing import get_type_hints

from content.declaring import Kind, Step
from content.guide import Topic
from content.periods import Named
from handlers.features import FEATURES
from handlers.press import MOST_BYTES, Press, kinds, unpack
from handlers.routing import Routes, letter_kinds
from handlers.screens import browse, certificate, declaring, help, privacy, search, settings, why_ways
from handlers.screens.staff import members as staff
from tests.gallery.facts import NUMBER, RULES

TEXTS: dict[type[Press], Press] = {
    browse.Codes: browse.Codes(NUMBER, "courses"),
    browse.OpenCode: browse.OpenCode(NUMBER, NUMBER, "courses"),
    certificate.ForPeriod: certificate.ForPeriod(max(Named, key=len).value),
    help.AskAbout: help.AskAbout(max(Topic, key=len).value, NUMBER),
    declaring.Begin: declaring.Begin(max(Kind, key=len).value),
    declaring.Ask: declaring.Ask(NUMBER, max(Step, key=len).value),
    declaring.SetKind: declaring.SetKind(NUMBER, max(Kind, key=len).value),
    privacy.Accept: privacy.Accept(RULES.privacy_notice),
    search.TurnFound: search.TurnFound(99, "字" * 19),
    settings.Speak: settings.Speak("ja"),
    staff.AskWhy: staff.AskWhy("give_code", NUMBER),
    staff.DoIt: staff.DoIt("give_code", NUMBER, NUMBER),
    why_ways.OfSpecial: why_ways.OfSpecial("s" * 40),
    why_ways.WhyList: why_ways.WhyList("declaration", NUMBER),
}
"""Of each press that carries a text, the longest that a screen makes."""


def _ours() -> dict[str, type[Press]]:
    """Every press of the product; tests may define others."""
    return {tag: kind for tag, kind in kinds().items() if kind.__module__.startswith("handlers.")}


def test_every_press_has_one_handler_and_every_handler_a_press() -> None:
    assert set(Routes(FEATURES).presses) == set(_ours().values())


def test_every_kind_of_letter_is_written_once() -> None:
    assert {letter.kind for letter in letter_kinds(FEATURES)}


def test_presses_with_a_text_are_listed() -> None:
    assert set(TEXTS) == {kind for kind in _ours().values() if str in get_type_hints(kind).values()}


def test_the_longest_numbers_fit_and_come_back() -> None:
    for kind in _ours().values():
        for longest in _longest(kind):
            packed = longest.pack()
            assert len(packed.encode()) <= MOST_BYTES
            assert unpack(packed) == longest


def _longest(kind: type[Press]) -> list[Press]:
    if kind in TEXTS:
        return [TEXTS[kind]]
    types = get_type_hints(kind)
    return [kind(*(NUMBER if types[one.name] is int else flag for one in fields(kind))) for flag in (True, False)]
