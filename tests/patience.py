"""How long a test waits for what it expects: a busy machine is not a fault of the product."""

LONGEST_S = 60.0
LONGEST_MS = LONGEST_S * 1000
"""The same for the browser."""
