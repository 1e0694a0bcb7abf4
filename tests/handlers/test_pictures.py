"""The picture of the goal as a phone gets it: its size, its palettes, and that every kind of eye can read it."""

import io
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from PIL import Image

from content.credits.goal import CodeState, Earning, Picture, goal, states
from content.rules import Rulebook
from content.values import CreditKind, Theme
from handlers.pictures import goal as pictures
from handlers.pictures.canvas import PALETTES, SMALLEST, font
from tests.operators import OTHER, keeping

TODAY = date(2026, 11, 22)


def facts(theme: Theme = Theme.LIGHT, *, language: str = "ja", each: int = 2, codes: int = 30) -> Picture:
    days = (date(2024, 5, 1), date(2025, 5, 1), date(2026, 5, 1), date(2020, 5, 1))
    history = [Earning(days[code % 4], CreditKind.LECTURE, code, each) for code in range(codes)]
    now = goal(history, TODAY, Rulebook().at(TODAY))
    return Picture(now, states(range(84), now, {one.code for one in history}, {70, 74}), language, theme)


def drawn(one: Picture) -> Image.Image:
    return Image.open(io.BytesIO(pictures.draw(one)))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("each", "codes"), [(0, 0), (1, 1), (2, 30), (99, 84)])
def test_it_is_1080_wide_in_its_palette_whatever_the_record(theme: Theme, language: str, each: int, codes: int) -> None:
    image = drawn(facts(theme, language=language, each=each, codes=codes))
    assert (image.format, image.width) == ("PNG", 1080)
    assert image.height <= 1280, "Telegram would make it smaller"
    ground = image.convert("RGB").getpixel((2, 2))
    assert isinstance(ground, tuple)
    assert all(abs(a - b) <= 2 for a, b in zip(ground, _rgb(PALETTES[theme].ground), strict=True))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_since_when_the_record_is_complete_stands_at_the_foot(language: str) -> None:
    """A day of its own for each kind is the most that there can be to say."""
    most, one = OTHER.late(date.min), keeping(date(2025, 4, 1)).late(date.min)
    without = drawn(facts(language=language)).convert("L")
    for since, top in ((most, 1182), (one, 1240)):
        said = drawn(replace(facts(language=language), since=since)).convert("L")
        above = zip(said.crop((0, 0, 1080, top)).tobytes(), without.crop((0, 0, 1080, top)).tobytes(), strict=True)
        assert max(abs(a - b) for a, b in above) < 30, "a text runs over what is above"
        assert said.crop((48, top, 1080, 1278)).tobytes() != without.crop((48, top, 1080, 1278)).tobytes()
        for ground in ((0, 1278, 1080, 1280), (1036, top, 1080, 1280)):
            assert len(set(said.crop(ground).tobytes())) == 1, "a text runs over the edge"


def test_the_same_facts_give_the_same_bytes_and_others_do_not() -> None:
    assert pictures.draw(facts()) == pictures.draw(facts())
    assert len({pictures.draw(one) for one in (facts(), facts(Theme.DARK), facts(codes=31))}) == 3


def test_it_is_small_enough_to_come_at_once() -> None:
    assert len(pictures.draw(facts())) < 150_000


@pytest.mark.parametrize("theme", Theme)
def test_every_state_of_a_code_looks_different_without_colour(theme: Theme) -> None:
    """Cells cut out of the picture in greys, the number left out, differ in a tenth of their pixels at least."""
    one = facts(theme)
    grey = drawn(one).convert("L")
    cells = {state: _sign(grey, one.states.index(state)) for state in CodeState}
    for first, second in combinations(CodeState, 2):
        pairs = list(zip(cells[first], cells[second], strict=True))
        assert sum(abs(a - b) > 40 for a, b in pairs) > len(pairs) / 10, (first, second)


@pytest.mark.parametrize("theme", Theme)
def test_text_stands_out_from_its_ground(theme: Theme) -> None:
    palette = PALETTES[theme]
    pairs = [(palette.ink, palette.ground), (palette.quiet, palette.ground), (palette.ink, palette.empty)]
    pairs += [(palette.on_blue, palette.blue), (palette.on_orange, palette.orange)]
    assert all(_contrast(*pair) >= 4.5 for pair in pairs)
    assert _contrast(palette.blue, palette.orange) >= 1.5


def test_text_too_small_for_a_phone_is_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        font(SMALLEST - 1)


def _sign(grey: Image.Image, number: int) -> list[int]:
    """The right part of a code's cell, where its sign is."""
    row, column = divmod(number, 10)
    left, top = 48 + column * 99 + 52, 536 + row * 58
    return list(grey.crop((left, top, left + 36, top + 50)).tobytes())


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _contrast(first: str, second: str) -> float:
    """By the rule of WCAG 2."""
    light, dark = sorted((_luminance(one) for one in (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [one / 255 for one in _rgb(colour)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
