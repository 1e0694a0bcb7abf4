"""An exhibit of the gallery: a screen, and which function made it of what."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec

from handlers.screens.screen import Screen

P = ParamSpec("P")


@dataclass(frozen=True)
class Exhibit:
    """`function` is "quiz.question", `name` says what of."""

    function: str
    name: str
    screen: Screen


def hang(name: str, function: Callable[P, Screen], *args: P.args, **kwargs: P.kwargs) -> Exhibit:
    """What a function of handlers.screens makes of these."""
    return Exhibit(name_of(function), name, function(*args, **kwargs))


def name_of(function: Callable[..., Screen]) -> str:
    return f"{function.__module__.removeprefix('handlers.screens.')}.{function.__name__}"
