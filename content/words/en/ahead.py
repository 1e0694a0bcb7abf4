from collections.abc import Sequence

from content.words.en import common as forms


def play(title: str, chapter: int, left: int, begun: bool) -> str:
    return f"{title}, chapter {chapter}: {forms.length(left)}{' left' if begun else ''}"


def offered() -> str:
    return "The quickest course to a credit and a new code."


def test(title: str, begun: bool) -> str:
    return f"{title}: {'self-assessment under way' if begun else 'self-assessment'}"


def to_play(title: str, chapter: int, left: int, begun: bool) -> Sequence[str]:
    length = forms.length(left)
    long = f"▶ Chapter {chapter}, {length}"
    return (f"▶ {title}, ch. {chapter}, {length}", f"{long} left" if begun else long, long)


def to_test(title: str, begun: bool) -> Sequence[str]:
    short = "Continue the test" if begun else "Take the test"
    return (f"▶ {title}: test", f"▶ {short}")
