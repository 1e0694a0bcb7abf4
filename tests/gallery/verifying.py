"""Screens on which a certificate is checked."""

from collections.abc import Iterator
from dataclasses import replace

from content.verifying.standing import End, Reason, Standing, State
from content.words import Words
from handlers.screens.certificates import verify
from tests.gallery.facts import NOW, NUMBER, TODAY
from tests.gallery.hanging import Exhibit, hang

TOKEN = "t" * 22
VALID = Standing(NUMBER, verify.EXAMPLE, NOW, TODAY.replace(year=2016), TODAY, 1999, 84, "0" * 64, "髙橋 一郎")


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield hang("a number", verify.ask, words)
    yield hang("a slip", verify.mistyped, words)
    yield hang("nobody's number", verify.unknown_number, words)
    yield hang("nobody's token", verify.unknown, words)
    yield hang("too many", verify.wait, words, 3599)
    for name, found in _states():
        yield hang(name, verify.state, words, found)
        yield hang(name, verify.whole, words, found, TOKEN)
        yield hang(name, verify.file, words, found)
    yield hang("none of ours", verify.file, words, None)
    yield hang("a name", verify.ask_name, words)
    for agrees, left in ((True, 4), (False, 4), (False, 1), (False, 0), (None, 0)):
        yield hang(f"agrees {agrees}, left {left}", verify.compared, words, agrees, left, TOKEN)


def _states() -> Iterator[tuple[str, Standing]]:
    yield "valid", VALID
    yield "erased", replace(VALID, name=None, codes=1)
    yield "erased before its totals were noted", replace(VALID, name=None, half_units=0, codes=0)
    yield "erased and revoked", replace(VALID, name=None, end=End(State.REVOKED, NOW, Reason.MISTAKE))
    for reason in Reason:
        yield f"revoked for {reason}", replace(VALID, end=End(State.REVOKED, NOW, reason))
        yield f"replaced for {reason}", replace(VALID, end=End(State.REPLACED, NOW, reason, verify.EXAMPLE))
