"""The reasons that staff give for what they do: how long they may be."""

from content.text.lines import one_line

SHORTEST_REASON, LONGEST_REASON = 2, 200


def reason(text: str) -> str:
    """A reason as it was typed, on one line. It is empty if it is too short or too long to be a reason."""
    why = one_line(text)
    return why if SHORTEST_REASON <= len(why) <= LONGEST_REASON else ""
