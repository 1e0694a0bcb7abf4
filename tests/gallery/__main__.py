"""python -m tests.gallery [PART OF A NAME]: the screens as text."""

import sys
from collections.abc import Iterator

from bot.sandbox.html import parse
from handlers.screens.screen import Screen
from tests.gallery import gallery


def drawn(name: str, screen: Screen) -> Iterator[str]:
    yield f"──── {name} ────"
    if screen.text:
        yield parse(screen.text)[0]
    yield from (" ".join(f"[ {button.label} ]" for button in row) for row in screen.rows)
    if screen.toast:
        yield f"({screen.toast})"
    for further in screen.also:
        yield from drawn(f"{name}, further", further)


if __name__ == "__main__":
    wanted = " ".join(sys.argv[1:])
    for name, one in gallery().items():
        if wanted in name:
            print("\n".join(drawn(name, one.screen)), end="\n\n")
