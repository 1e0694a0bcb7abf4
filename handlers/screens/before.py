"""What a content's screens say of an imported credit that is, or may be, that of the content."""

from content.credits import why
from content.words import Words


def lines(before: why.Before | None, words: Words) -> tuple[str, ...]:
    """The sentence; none without such a credit."""
    match before:
        case why.BroughtBefore(day, title):
            return (words.course.brought(day, title),)
        case why.MayBeBrought(day, title):
            return (words.course.may_be_brought(day, title),)
        case None:
            return ()
