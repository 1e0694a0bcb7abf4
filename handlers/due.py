"""How a feature says what falls due by the clock (its DUE), beside its ROUTES and LETTERS."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from content.rules import Rulebook


@dataclass(frozen=True)
class Due:
    """Work that is looked for at every tick. `find` looks in a reading transaction, which keeps nobody waiting; `step`
    does a part of what was found in a short one that writes, and returns how much. What was found may have changed
    by then, so `step` changes nothing that is done already.

    `whole`: it is looked for again in the same tick, after all other work, until there is nothing more or the tick has
    lasted some seconds. Then, and otherwise at once, the next tick goes on.
    """

    name: str
    find: Callable[[Session, datetime, Rulebook], Sequence[Any]]
    step: Callable[[Session, Sequence[Any], datetime, Rulebook], int]
    whole: bool = False
