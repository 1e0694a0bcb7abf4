"""What every picture is made of: two palettes, one typeface, and tiles that are drawn smooth once and then pasted.

Pillow draws shapes without smoothing. A tile is drawn four times as large, scaled down and kept: a picture of a hundred
of them then takes as long as pasting takes.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pylopdf_fonts_jp
from PIL import Image, ImageDraw, ImageFont

from content.values import Theme

WIDTH = 1080
MARGIN = 48
INNER = WIDTH - 2 * MARGIN
SMALLEST = 28
"""All in pixels. A phone shows the 1080 pixels on about 390 of its own, so no text may be smaller than 28."""
_FINER = 4

Colour = str
Box = tuple[int, int, int, int]
Tile = Image.Image


@dataclass(frozen=True)
class Palette:
    """Colours of one theme. Blue and orange differ in brightness too, so that everybody can tell them apart, also with
    any colour blindness.
    """

    ground: Colour
    ink: Colour
    quiet: Colour
    line: Colour
    blue: Colour
    on_blue: Colour
    orange: Colour
    on_orange: Colour
    empty: Colour


PALETTES = {
    Theme.LIGHT: Palette(
        ground="#ffffff",
        ink="#16202b",
        quiet="#5d6b79",
        line="#c3ccd5",
        blue="#0b5cab",
        on_blue="#ffffff",
        orange="#e08a1e",
        on_orange="#16202b",
        empty="#eef1f4",
    ),
    Theme.DARK: Palette(
        ground="#12181f",
        ink="#eef3f8",
        quiet="#9dabb9",
        line="#46535f",
        blue="#4f9fea",
        on_blue="#0c1722",
        orange="#f6bf63",
        on_orange="#1d1405",
        empty="#232d37",
    ),
}


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Noto Sans JP in pixels; raises ValueError for a size that a phone can't show."""
    if size < SMALLEST:
        raise ValueError(f"{size} px is too small to be read on a phone")
    return ImageFont.truetype(str(pylopdf_fonts_jp.sans_path()), size)


def width(text: str, size: int) -> int:
    """How wide the text runs."""
    return round(font(size).getlength(text))


def smooth(size: tuple[int, int], draw: Callable[[ImageDraw.ImageDraw, int], None]) -> Tile:
    """A transparent tile. `draw` gets a factor and draws it larger by that factor."""
    large = Image.new("RGBA", (size[0] * _FINER, size[1] * _FINER))
    draw(ImageDraw.Draw(large), _FINER)
    return large.resize(size, Image.Resampling.BOX)


@cache
def hatch(size: tuple[int, int], colour: Colour, ground: Colour, *, falling: bool = False, step: int = 18) -> Tile:
    """Stripes of a colour that rise from left to right, or fall."""

    def stripes(pen: ImageDraw.ImageDraw, finer: int) -> None:
        across, down = size[0] * finer, size[1] * finer
        pen.rectangle((0, 0, across, down), fill=ground)
        for start in range(-down, across, step * finer):
            pen.line((start, down, start + down, 0), fill=colour, width=step * finer * 2 // 5)

    tile = smooth(size, stripes)
    return tile.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if falling else tile


@cache
def rounded(size: tuple[int, int], radius: int) -> Tile:
    """A mask of a rectangle with round corners."""

    def shape(pen: ImageDraw.ImageDraw, finer: int) -> None:
        pen.rounded_rectangle((0, 0, size[0] * finer - 1, size[1] * finer - 1), radius=radius * finer, fill="white")

    return smooth(size, shape).getchannel("A")


class Sheet:
    """A picture being drawn, in one palette. Positions are pixels from the upper left corner."""

    def __init__(self, theme: Theme, height: int) -> None:
        self.palette = PALETTES[theme]
        self.image = Image.new("RGB", (WIDTH, height), self.palette.ground)
        self._pen = ImageDraw.Draw(self.image)

    def text(self, at: tuple[int, int], text: str, size: int, colour: Colour, anchor: str = "lm") -> int:
        """Write one line, anchored as Pillow has it (lm: left and middle); returns its width."""
        self._pen.text(at, text, font=font(size), fill=colour, anchor=anchor)
        return width(text, size)

    def box(self, box: Box, colour: Colour) -> None:
        """Fill a rectangle; the right and lower edges are not part of it."""
        left, top, right, bottom = box
        self._pen.rectangle((left, top, right - 1, bottom - 1), fill=colour)

    def paste(self, tile: Tile, at: tuple[int, int]) -> None:
        """Put a tile here, with its transparency."""
        self.image.paste(tile, at, tile if tile.mode == "RGBA" else None)

    def png(self) -> bytes:
        """The picture as PNG; the same drawing gives the same bytes. 128 colours take a third of the size."""
        few = self.image.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        done = io.BytesIO()
        few.save(done, "PNG")
        return done.getvalue()
