"""How much is tried if more is better: a little at every change, all of it in `make soak`."""

import os

SOAK = bool(os.environ.get("SOAK"))
