"""How much is tried where more is better, and where the drawing of examples begins.

A little is tried at every change, all of it in `make soak`. The examples of a day are the same at every run of the day,
and others on the next: SEED=20261128 draws those of that day again.
"""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypeVar

from hypothesis import Phase

T = TypeVar("T")

SOAK = bool(os.environ.get("SOAK"))
SEED = int(os.environ.get("SEED") or f"{datetime.now(UTC):%Y%m%d}")
PHASES = tuple(Phase) if SOAK else (Phase.explicit, Phase.reuse, Phase.generate)
"""For examples that take long: a failing one is not made smaller, which would take longer than a test may."""


def todays(every: Iterable[T], of: int = 2, turn: int = 0) -> list[T]:
    """Some of many cases that are alike and take long: one in `of`, and tomorrow others; all of them in `make soak`.
    Tests that try the same cases in other ways take another `turn`, so that each case is tried in some way every day.
    """
    cases = list(every)
    return cases if SOAK else cases[(SEED + turn) % of :: of]
