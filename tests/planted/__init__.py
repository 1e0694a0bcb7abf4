"""Planted faults: small, likely slips in the product, each with the tests that must turn red when it is there.

A suite that stays green beside a fault does not guard the line. `python -m tests.planted` plants every fault, one at a
time and in a copy of the tree, and says which were found and which survived; `make soak` runs it.
"""
