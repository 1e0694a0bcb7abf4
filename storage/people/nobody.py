"""What tells that the member of a row was erased."""

BIRTH_DATE = "0001-01-01"
"""The birth date of an erased member."""
