"""How a feature says how its papers get their bytes (its PAPERS), beside its ROUTES and LETTERS."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from handlers.screens.screen import Paper

Q = TypeVar("Q", bound=Paper)
F = TypeVar("F")


class PaperGone(Exception):
    """The file is not on record any more."""


def unsigned(_facts: object) -> bool:
    return False


@dataclass(frozen=True)
class Shares(Generic[Q]):
    """A paper that goes to many: it is uploaded once, and sent again by Telegram's file_id. `known` reads the file_id
    (empty: none is known), `learn` keeps the one of the first upload, and `forget` removes one that Telegram refuses.
    """

    known: Callable[[Session, Q], str]
    learn: Callable[[Session, Q, str], None]
    forget: Callable[[Session, Q, str], None]


@dataclass(frozen=True)
class Keeps(Generic[Q]):
    """A paper whose bytes are on record; `content` reads them or raises PaperGone. `turned` makes of them what is sent;
    it runs in another process, as `Draws.draw` does. `shares`: of one that goes to many.
    """

    paper: type[Q]
    content: Callable[[Session, Q], bytes]
    turned: Callable[[bytes], bytes] | None = None
    shares: Shares[Q] | None = None


@dataclass(frozen=True)
class Draws(Generic[Q, F]):
    """A paper that is drawn once and then kept.

    `draw` runs in another process, which finds it by its name: so it is a function of a module. It raises MissingGlyph.
    `keep` returns the bytes that are on record: if two draw the same paper, those of the first.
    `signed`: whether the paper says that it is signed, so that it has to be.
    """

    paper: type[Q]
    kept: Callable[[Session, Q], bytes | None]
    facts: Callable[[Session, Q], F]
    draw: Callable[[F], bytes]
    keep: Callable[[Session, Q, bytes, datetime], bytes]
    signed: Callable[[F], bool] = unsigned


@dataclass(frozen=True)
class Makes(Generic[Q, F]):
    """A paper that is made anew each time and never kept. `draw` is as in `Draws`."""

    paper: type[Q]
    facts: Callable[[Session, Q], F]
    draw: Callable[[F], bytes]


Supplies = Keeps[Q] | Draws[Q, F] | Makes[Q, F]
