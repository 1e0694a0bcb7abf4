"""The tests, and who acts in them (README.md)."""

import sys

# What is compiled is kept for the next process, also where the environment says otherwise: each process that collects
# the tests would compile all of them again, and that takes longer than to import them.
sys.dont_write_bytecode = False
