"""The usual reasons of staff, in the language of their reader. The record keeps what a button said, in the language of
whoever pressed it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from content.credits.why import ClaimRefused, Declined, Reason, TakenBack
from content.words import EN, JA
from content.words.voices import Words


def told(why: str, words: Words) -> str:
    """The reason in this language if it is a usual one; otherwise as it was written."""
    return _other()[words.language].get(why, why)


def of(reason: Reason, words: Words) -> Reason:
    """The same reason with the words of staff in this language."""
    if isinstance(reason, TakenBack | ClaimRefused | Declined):
        return replace(reason, why=told(reason.why, words))
    return reason


@cache
def _other() -> Mapping[str, Mapping[str, str]]:
    """By language: what it has for a reason of the other one."""
    pairs = tuple(zip(_every(JA), _every(EN), strict=True))
    return {JA.language: {en: ja for ja, en in pairs}, EN.language: dict(pairs)}


def _every(words: Words) -> Iterator[str]:
    """Every usual reason that a member reads."""
    for yes in (True, False):
        yield from words.declarations.reasons(accept=yes)
        yield from words.claims.reasons(accept=yes)
        yield from words.membership.reasons(ends=yes)
    yield from words.answering.reasons()
    yield from words.viewing.reasons()
    yield from words.crediting.granting()
    yield from words.crediting.reversing()
    yield words.grants.stopped()
