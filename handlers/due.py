"""How a feature says what falls due by the clock (its DUE), beside its ROUTES and LETTERS."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from content.rules import Rulebook


@dataclass(frozen=True)
class Due:
    """Work that is looked for at every tick. `step` does a part of it in one short transaction and returns how much it
    did.

    If `whole`, the step is repeated in the same tick until it finds nothing more. Otherwise the next tick goes on.
    """

    name: str
    step: Callable[[Session, datetime, Rulebook], int]
    whole: bool = False
