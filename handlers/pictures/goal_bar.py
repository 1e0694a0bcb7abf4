"""The bar towards 60: credits and codes that stay, those that fall out on 1 April, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PIL import Image

from content.credits.goal import CODE, Goal
from content.words.goal import Goal as Say
from handlers.pictures.canvas import INNER, MARGIN, Colour, Sheet, Tile, hatch, rounded, width

HEIGHT = 96
SIZE = 36
SMALL = 30
SEAM = 4
SWATCH = (44, 30)
STEPS = (20, 60, 180, 600)
"""The possible steps between the figures of the scale. 60 is a multiple of each."""


@dataclass(frozen=True)
class Part:
    """A part of the bar, in half-units, and how it is filled: `stripes` rise (credits) or fall (codes)."""

    halves: int
    label: str
    colour: Colour
    on_colour: Colour
    stripes: Literal["", "rising", "falling"] = ""


def draw(sheet: Sheet, goal: Goal, say: Say, top: int) -> None:
    """The bar, its scale, and the words for its parts below."""
    parts = list(_parts(sheet, goal, say))
    scale = max(goal.needed, goal.window.sum.halves)
    bar = Image.new("RGB", (INNER, HEIGHT), sheet.palette.empty)
    edge = 0
    for part, left, right in _placed(parts, scale):
        bar.paste(_filling(sheet, part, (max(1, right - left - SEAM), HEIGHT)), (left, 0))
        edge = right
    sheet.image.paste(bar, (MARGIN, top), rounded((INNER, HEIGHT), 18))
    for part, left, right in _placed(parts, scale):
        _print(sheet, part, MARGIN + left, MARGIN + right - SEAM, top + HEIGHT // 2)
    if goal.missing:
        rest = Part(goal.missing, f"{say.to_go()} {say.points(goal.missing)}", "", sheet.palette.ink)
        _print(sheet, rest, MARGIN + edge, MARGIN + INNER, top + HEIGHT // 2)
    _scale(sheet, goal, scale, top + HEIGHT)
    _words(sheet, goal, say, top + HEIGHT + 84)


def _parts(sheet: Sheet, goal: Goal, say: Say) -> Iterator[Part]:
    colours, stays, falls = sheet.palette, goal.stays, goal.falls
    staying, falling = CODE * stays.codes, CODE * falls.codes
    yield Part(stays.half_units, f"{say.credits()} {say.points(stays.half_units)}", colours.blue, colours.on_blue)
    yield Part(staying, f"{say.codes()} {say.points(staying)}", colours.orange, colours.on_orange)
    yield Part(falls.half_units, say.points(falls.half_units), colours.blue, colours.ink, "rising")
    yield Part(falling, say.points(falling), colours.orange, colours.ink, "falling")


def _placed(parts: list[Part], scale: int) -> Iterator[tuple[Part, int, int]]:
    """Each part that is not empty, with its left and right end."""
    before = 0
    for part in parts:
        left, right = (INNER * halves // scale for halves in (before, before + part.halves))
        before += part.halves
        if part.halves:
            yield part, left, right


def _filling(sheet: Sheet, part: Part, size: tuple[int, int]) -> Tile:
    if part.stripes:
        return hatch(size, part.colour, sheet.palette.ground, falling=part.stripes == "falling").convert("RGB")
    return Image.new("RGB", size, part.colour)


def _print(sheet: Sheet, part: Part, left: int, right: int, middle: int) -> None:
    """Print the label, or only its figure if the part has no room for it. On stripes it gets a plain ground."""
    for text in (part.label, part.label.rpartition(" ")[2]):
        across = width(text, SIZE)
        if across + 20 > right - left:
            continue
        centre = (left + right) // 2
        if part.stripes:
            ground = rounded((across + 20, SIZE + 16), 10)
            sheet.image.paste(sheet.palette.ground, (centre - across // 2 - 10, middle - SIZE // 2 - 8), ground)
        sheet.text((centre, middle), text, SIZE, part.on_colour, "mm")
        return


def _scale(sheet: Sheet, goal: Goal, scale: int, top: int) -> None:
    """Figures under the bar. If the bar goes on beyond the goal, a line through it marks the goal."""
    colours, goal_at = sheet.palette, goal.needed // 2
    step = next(step for step in STEPS if scale // 2 // step <= 10 or step == STEPS[-1])
    for figure in range(0, scale // 2 + 1, step):
        x = MARGIN + INNER * 2 * figure // scale
        anchor = "lm" if figure == 0 else "rm" if x > MARGIN + INNER - 20 else "mm"
        sheet.box((min(x, MARGIN + INNER - 3), top + 6, min(x, MARGIN + INNER - 3) + 3, top + 18), colours.quiet)
        sheet.text((x, top + 38), str(figure), SMALL, colours.ink if figure == goal_at else colours.quiet, anchor)
    if scale > goal.needed:
        x = MARGIN + INNER * goal.needed // scale
        sheet.box((x - 6, top - HEIGHT - 14, x + 6, top + 4), colours.ground)
        sheet.box((x - 3, top - HEIGHT - 14, x + 3, top + 18), colours.ink)


def _words(sheet: Sheet, goal: Goal, say: Say, top: int) -> None:
    """The meaning of the two colours and the stripes, with their sums."""
    colours, total = sheet.palette, goal.window.sum
    x = MARGIN
    for colour, text in (
        (colours.blue, f"{say.credits()} {say.points(total.half_units)}"),
        (colours.orange, f"{say.codes()} {say.points(CODE * total.codes)}"),
    ):
        sheet.image.paste(colour, (x, top - SWATCH[1] // 2), rounded(SWATCH, 6))
        x += SWATCH[0] + 14
        x += sheet.text((x, top), text, SMALL, colours.ink) + 40
    row = top + 50
    if not goal.falls.halves:
        sheet.text((MARGIN, row), say.nothing_falls(goal.falls_on), SMALL, colours.ink)
        return
    half = (SWATCH[0] // 2, SWATCH[1])
    sheet.paste(hatch(half, colours.blue, colours.ground, step=12), (MARGIN, row - SWATCH[1] // 2))
    sheet.paste(
        hatch(half, colours.orange, colours.ground, falling=True, step=12), (MARGIN + half[0], row - SWATCH[1] // 2)
    )
    text = say.falling(goal.falls_on, goal.falls.halves, goal.stays.halves)
    sheet.text((MARGIN + SWATCH[0] + 14, row), text, SMALL, colours.ink)
