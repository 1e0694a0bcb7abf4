"""The codes, ten in a row, each with a sign of its state beside its number."""

from functools import cache

from PIL import ImageDraw

from content.credits.goal import CodeState, Picture
from content.values import Theme
from content.words.goal import Goal as Say
from handlers.pictures.canvas import INNER, MARGIN, PALETTES, Palette, Sheet, Tile, rounded, smooth

ACROSS = 10
GAP = 8
CELL = ((INNER - (ACROSS - 1) * GAP) // ACROSS, 50)
SIZE = 34
SAMPLE = "CC"
SMALL = 30
LEGEND = 58
RADIUS = 12
RING = 7


def draw(sheet: Sheet, facts: Picture, say: Say, top: int) -> None:
    """A heading, the cells, and the meaning of their signs with how many there are of each."""
    sheet.text((MARGIN, top), say.grid(), 34, sheet.palette.quiet)
    first = top + 36
    for number, state in enumerate(facts.states):
        row, column = divmod(number, ACROSS)
        at = (MARGIN + column * (CELL[0] + GAP), first + row * (CELL[1] + GAP))
        _put(sheet, facts.theme, state, str(number), at)
        if number == facts.stamped:
            sheet.paste(_stamp(facts.theme), (at[0] - RING, at[1] - RING))
    rows = -(-len(facts.states) // ACROSS)
    _legend(sheet, facts, say, first + rows * (CELL[1] + GAP) + 42)


def _legend(sheet: Sheet, facts: Picture, say: Say, top: int) -> None:
    for place, state in enumerate(CodeState):
        row, column = divmod(place, 2)
        x, y = MARGIN + column * (INNER // 2), top + row * LEGEND
        _put(sheet, facts.theme, state, SAMPLE, (x, y - CELL[1] // 2))
        sheet.text((x + CELL[0] + 18, y), f"{say.state(state)} {facts.count(state)}", SMALL, sheet.palette.ink)


def _put(sheet: Sheet, theme: Theme, state: CodeState, number: str, at: tuple[int, int]) -> None:
    sheet.paste(_cell(theme, state), at)
    size = SMALL if number == SAMPLE else SIZE
    sheet.text((at[0] + 31, at[1] + CELL[1] // 2), number, size, _ink(sheet.palette, state), "mm")


def _ink(palette: Palette, state: CodeState) -> str:
    return {CodeState.EARNED: palette.on_blue, CodeState.NONE: palette.quiet}.get(state, palette.ink)


@cache
def _stamp(theme: Theme) -> Tile:
    """A ring around the cell of the code that was earned just now."""

    def shape(pen: ImageDraw.ImageDraw, finer: int) -> None:
        across, down = (CELL[0] + 2 * RING) * finer - 1, (CELL[1] + 2 * RING) * finer - 1
        ink = PALETTES[theme].ink
        pen.rounded_rectangle((0, 0, across, down), (RADIUS + RING) * finer, outline=ink, width=4 * finer)

    return smooth((CELL[0] + 2 * RING, CELL[1] + 2 * RING), shape)


@cache
def _cell(theme: Theme, state: CodeState) -> Tile:
    """A cell without its number: solid with a tick, framed with an arrow, pale with a filled corner, or bare."""
    palette = PALETTES[theme]

    def shape(pen: ImageDraw.ImageDraw, finer: int) -> None:
        across, down = CELL[0] * finer - 1, CELL[1] * finer - 1
        whole, corner = (0, 0, across, down), RADIUS * finer
        x, y = across - 20 * finer, down / 2
        if state is CodeState.EARNED:
            pen.rounded_rectangle(whole, corner, fill=palette.blue)
            tick = [(x - 10 * finer, y), (x - 3 * finer, y + 8 * finer), (x + 9 * finer, y - 9 * finer)]
            pen.line(tick, fill=palette.on_blue, width=5 * finer, joint="curve")
        elif state is CodeState.OPEN:
            pen.rounded_rectangle(whole, corner, outline=palette.orange, width=4 * finer, fill=palette.ground)
            arrow = [(x - 7 * finer, y - 11 * finer), (x - 7 * finer, y + 11 * finer), (x + 9 * finer, y)]
            pen.polygon(arrow, fill=palette.orange)
        elif state is CodeState.BEFORE:
            pen.rectangle(whole, fill=palette.empty)
            pen.polygon([(across, 18 * finer), (across, down), (across - 34 * finer, down)], fill=palette.blue)

    tile = smooth(CELL, shape)
    if state is CodeState.BEFORE:
        tile.putalpha(rounded(CELL, RADIUS))
    return tile
