"""How much is tried where more is better: a little at every change, all of it in `make soak`."""

import os

SOAK = bool(os.environ.get("SOAK"))
