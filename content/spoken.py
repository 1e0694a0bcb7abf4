"""Commands in plain words: which command a text means that is the name of it, in either language."""

from collections.abc import Iterator, Mapping
from functools import cache

from content import curriculum
from content.text.folding import fold
from content.text.periods import Named
from content.words import EN, JA

LONGEST = 40
"""The most characters that are read as a command."""

Order = tuple[str, str]
"""("help", "what follows")"""


def command(text: str) -> Order | None:
    """The command that the text means as a whole; None for any other text."""
    said = fold(text) if len(text) <= LONGEST else ""
    return _orders().get(said) or next(_of_something(said), None)


def period(text: str) -> Named | None:
    """The period that is called so."""
    return _periods().get(fold(text)) if len(text) <= LONGEST else None


def _of_something(said: str) -> Iterator[Order]:
    """The certificate of a period (先月の証明書), what was earned of a code (高血圧の単位).

    A code is meant only if its whole name or its number is said: "高血圧症" and "高血圧", not "血圧".
    """
    for before in _before(said, _certificates()):
        name = before.removesuffix("の")
        if name in _periods():
            yield "certificate", name
    for before in _before(said, _credits()):
        meant = curriculum.load().called(before.removesuffix("の"))
        if meant is not None and not before.isdigit():  # 1単位 is an amount
            yield "codes", str(meant.number)


def _before(said: str, words: tuple[str, ...]) -> Iterator[str]:
    """What stands before one of the words at the end of a text."""
    for word in words:
        if said.endswith(word) and said != word:
            yield said.removesuffix(word)


@cache
def _orders() -> Mapping[str, Order]:
    """The orders by their folded texts. The same text for two commands would be a mistake: a test looks for one."""
    every: dict[str, Order] = {}
    for words in (JA, EN):
        for order, texts in words.spoken.commands().items():
            name, _, argument = order.partition(" ")
            every |= {fold(text): (name, argument) for text in texts}
    return every


@cache
def _periods() -> Mapping[str, Named]:
    return {fold(text): name for words in (JA, EN) for name, texts in words.spoken.periods().items() for text in texts}


@cache
def _certificates() -> tuple[str, ...]:
    return _longest_first(*JA.spoken.certificates(), *EN.spoken.certificates())


@cache
def _credits() -> tuple[str, ...]:
    return _longest_first(*JA.spoken.credits(), *EN.spoken.credits())


def _longest_first(*texts: str) -> tuple[str, ...]:
    return tuple(sorted({fold(text) for text in texts}, key=lambda one: (-len(one), one)))
