"""The screens on which a certificate is checked."""

from collections.abc import Iterator

from content.verifying.names import masked
from content.verifying.standing import Standing
from content.words import Words
from handlers.presses.certificates.verify import CompareName, Verify
from handlers.screens.screen import Button, Place, Row, Screen, page, row
from handlers.screens.ways import back

EXAMPLE = "TN26-3048-7719-2289-9"


def ask(words: Words) -> Screen:
    say = words.verify
    return Screen(page(say.title(), say.ask(EXAMPLE)), (back(words),), subject="verify")


def mistyped(words: Words) -> Screen:
    return _told(words, words.verify.mistyped())


def unknown_number(words: Words) -> Screen:
    return _told(words, words.verify.unknown_number())


def unknown(words: Words) -> Screen:
    """No certificate has the token of this link."""
    return _told(words, words.verify.unknown())


def wait(words: Words, seconds: int) -> Screen:
    return _told(words, words.verify.wait(seconds))


def state(words: Words, found: Standing) -> Screen:
    """What the number alone tells."""
    say = words.verify
    day = f"{say.issued()}　{words.common.day(found.issued_on)}"
    return _told(words, say.state(found.state), f"{say.number()}　{found.number}", day, "", say.only_the_state())


def whole(words: Words, found: Standing, token: str) -> Screen:
    """What the holder of the certificate sees."""
    say = words.verify
    lines = (say.state(found.state), *_facts(words, found))
    compare = () if found.name is None else (row(Button(say.to_compare(), CompareName(token))),)
    return Screen(page(say.title(), *lines), (*compare, _another(words), back(words)), subject="verify")


def ask_name(words: Words) -> Screen:
    say = words.verify
    return Screen(page(say.to_compare(), say.how_to_compare()), (back(words),), subject="verify")


def compared(words: Words, agrees: bool | None, left: int, token: str) -> Screen:
    """`agrees` is None if the name was not compared."""
    say = words.verify
    if agrees is None:
        return _told(words, say.no_tries())
    again = (row(Button(say.to_compare(), CompareName(token))),) if left and not agrees else ()
    said = say.agrees() if agrees else say.differs(left)
    return Screen(page(say.title(), said), (*again, back(words)), subject="verify")


def file(words: Words, found: Standing | None) -> Screen:
    """A PDF came: which certificate it is, or none of ours."""
    say = words.verify
    if found is None:
        return Screen(page(say.title(), say.file_of_nobody()), (back(words),), place=Place.OWN)
    lines = (say.file_of_ours(), "", say.state(found.state), *_facts(words, found))
    return Screen(page(say.title(), *lines), (back(words),), place=Place.OWN)


def _facts(words: Words, found: Standing) -> Iterator[str]:
    say = words.verify
    if found.end is not None:
        yield from say.ended(found.end).split("\n")
    yield ""
    yield f"{say.number()}　{found.number}"
    yield f"{say.issued()}　{say.issued_at(found.issued_at)}"
    yield f"{say.period()}　{say.span(found.first, found.last)}"
    yield f"{say.credits()}　{words.common.marked(say.totals(found.half_units, found.codes), sample=found.sample)}"
    yield f"{say.name()}　{say.erased() if found.name is None else masked(found.name)}"


def _told(words: Words, *lines: str) -> Screen:
    return Screen(page(words.verify.title(), *lines), (_another(words), back(words)), subject="verify")


def _another(words: Words) -> Row:
    return row(Button(words.verify.another(), Verify()))
