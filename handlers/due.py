"""How a feature says what falls due by the clock (its DUE), beside its ROUTES and LETTERS."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
from content.rules import Rulebook
from storage.post.rounds import Round


@dataclass(frozen=True)
class Due:
    """Work that is looked for at every tick. `find` looks in a reading transaction, which keeps nobody waiting; `step`
    does a part of what was found in a short one that writes, and returns how much. What was found may have changed
    by then, so `step` changes nothing that is done already.

    `whole`: it is looked for again in the same tick, after all other work, until there is nothing more or the tick has
    lasted some seconds. Then, and otherwise at once, the next tick goes on. `says`: the operator's log says how much
    was done. `light`: its steps are many, and may be done again if the machine loses its power, so they do not wait for
    the disk (Sessions.lightly).
    """

    name: str
    find: Callable[[Session, datetime, Rulebook], Sequence[Any]]
    step: Callable[[Session, Sequence[Any], datetime, Rulebook], int]
    whole: bool = False
    says: bool = False
    light: bool = False


@dataclass(frozen=True)
class Rounds:
    """Letters of one kind that fall due to many at once. `find` names the rounds of now; those that are over, not due
    yet or too late are left out by whoever asks (storage/post/rounds.py).
    """

    name: str
    key: type[LetterKey]
    find: Callable[[Session, datetime, Rulebook], Sequence[Round]]
