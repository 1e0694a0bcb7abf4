"""Every sentence of the checks of announced maintenance, in plain words for the staff's console."""

ENDS_BEFORE = "the period ends before it begins"


def twice(slug: str) -> str:
    return f"the period '{slug}' stands in this file already"


def slug_taken(slug: str, first: object) -> str:
    return f"the period '{slug}' is announced by {first} already"
