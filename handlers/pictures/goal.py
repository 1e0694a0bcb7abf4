"""The picture of the goal: a bar towards 60 with its parts, and a grid of the 84 codes."""

from collections.abc import Iterable

from content.credits.goal import Goal, Picture
from content.words import speak
from content.words.goal import Goal as Say
from handlers.pictures import goal_bar, goal_grid
from handlers.pictures.canvas import INNER, MARGIN, SMALLEST, WIDTH, Sheet, width

HEIGHT = 1280
"""The greatest height. Telegram makes a photo smaller if its longer side is over 1280 pixels."""
LEADING = 32


def draw(facts: Picture) -> bytes:
    """PNG bytes, 1080 px wide; the same for the same facts."""
    words = speak(facts.language)
    sheet, say = Sheet(facts.theme, HEIGHT), words.goal
    _heading(sheet, facts.goal, say)
    if facts.goal.sample:
        sheet.text((WIDTH - MARGIN, 56), words.common.sample(), 34, sheet.palette.ink, "rm")
    goal_bar.draw(sheet, facts.goal, say, top=214)
    goal_grid.draw(sheet, facts, say, top=500)
    if facts.since:
        _since(sheet, words.since.parts(facts.since), words.since.joint())
    return sheet.png()


def _since(sheet: Sheet, parts: Iterable[str], joint: str) -> None:
    """Since when the record is complete, at the foot: as many parts in a line as fit, in three lines at most."""
    rows = [""]
    for part in parts:
        longer = f"{rows[-1]}{joint}{part}" if rows[-1] else part
        if width(longer, SMALLEST) > INNER:
            rows.append(part)
        else:
            rows[-1] = longer
    for place, text in enumerate(reversed(rows)):
        sheet.text((MARGIN, HEIGHT - 24 - LEADING * place), text, SMALLEST, sheet.palette.quiet)


def _heading(sheet: Sheet, goal: Goal, say: Say) -> None:
    colours, base = sheet.palette, 172
    sheet.text((MARGIN, 56), say.title(goal.window), 34, colours.quiet)
    across = sheet.text((MARGIN, base), say.points(goal.window.sum.halves), 104, colours.ink, "ls")
    sheet.text((MARGIN + across + 18, base), say.of(goal.needed), 52, colours.quiet, "ls")
    rest = say.reached() if not goal.missing else f"{say.to_go()} {say.points(goal.missing)}"
    sheet.text((WIDTH - MARGIN, base), rest, 52, colours.ink, "rs")
