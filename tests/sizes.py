"""How much is tried where more is better, and where the drawing of examples begins.

A little is tried at every change, all of it in `make soak`. The examples of a day are the same at every run of the day,
and others on the next: SEED=20261128 draws those of that day again.
"""

import os
from datetime import UTC, datetime

from hypothesis import Phase

SOAK = bool(os.environ.get("SOAK"))
SEED = int(os.environ.get("SEED") or f"{datetime.now(UTC):%Y%m%d}")
PHASES = tuple(Phase) if SOAK else (Phase.explicit, Phase.reuse, Phase.generate)
"""For examples that take long: a failing one is not made smaller, which would take longer than a test may."""
