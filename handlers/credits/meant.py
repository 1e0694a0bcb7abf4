"""What a name that was typed after /why may mean: courses, issues, trainings and declarations."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from content import curriculum
from content.credits import why
from content.search import entries
from content.search.entry import Key, Kind
from content.search.finder import Found, among
from content.text.wanted import holds, words_of
from handlers import journal
from handlers.credits.missing import Look
from handlers.presses.credits.why import OfSpecial
from handlers.screens.credits.why import Item
from handlers.turn import Turn
from storage.declarations import declarations
from storage.journal import issues
from storage.programme import courses
from storage.search import indexes
from storage.trainings import looked_up

MOST = 30
"""At most so many trainings are looked at if many have the same name."""
Make = Callable[[], Item]
"""Makes an item. The record is read only when the item is shown: a name that was typed may be in every title."""
_CODE = re.compile(r"(?:cc)? ?([0-9]{1,3})", re.IGNORECASE)


def named(turn: Turn, text: str) -> list[Make]:
    """The courses, issues, trainings and declarations that a text may mean."""
    look = Look.of(turn)
    kinds = (_courses_named, _issues_named, _trainings_named, _declarations_named)
    return [one for kind in kinds for one in kind(look, text)]


def _courses_named(look: Look, text: str) -> Iterator[Make]:
    by_id = {one.id: one for one in courses.listed(look.turn.session)}
    # Courses are found by the bare number of a code, so CC 74 is looked for as 74.
    found = indexes.courses(look.turn.session).find(" ".join(map(str, codes_of(text))) or text)
    keys = _keys(found, Kind.COURSE)
    return (partial(look.course, by_id[key]) for key in keys if isinstance(key, int) and key in by_id)


def _issues_named(look: Look, text: str) -> Iterator[Make]:
    published = issues.listed(look.turn.session)
    made = [entries.of_issue(one.issue, one.id) for one in published.issues]
    finder = among((Kind.ISSUE,), [*made, *(entries.of_issue(one, one.slug) for one in published.specials)])
    keys = _keys(finder.find(text), Kind.ISSUE)
    every = {one.id: one for one in journal.entries(look.turn, published.issues)}
    specials = {one.slug: one for one in published.specials}
    for key in keys:
        if isinstance(key, int):
            yield partial(look.issue, every[key])
        else:
            title = look.turn.words.journal.special_name(specials[key].month, look.turn.words.titled(specials[key]))
            yield partial(Item, title, why.NoQuestions(), OfSpecial(key))


def _trainings_named(look: Look, text: str) -> Iterator[Make]:
    codes = codes_of(text)
    if codes:
        return (partial(look.training, one) for one in look.mine() if one.listed.training.code in codes)
    every = {one.id: one for one in looked_up.every(look.turn.session)}
    found = among((Kind.TRAINING,), entries.of_trainings(every.values(), look.turn.now)).find(text)
    keys = [key for key in _keys(found, Kind.TRAINING) if isinstance(key, int)]
    return (partial(look.listed, every[key]) for key in keys[:MOST])


def _declarations_named(look: Look, text: str) -> Iterator[Make]:
    codes = codes_of(text)
    for one in declarations.every(look.turn.session, look.turn.member.id):
        if one.code in codes or (not codes and _holds([one.what], text)):
            yield partial(look.declaration, one)


def _keys(found: Found, kind: Kind) -> list[Key]:
    """By what the hits of a kind are opened; none if they are only near to the text."""
    return [] if found.near else [hit.entry.key for hit in found.of(kind)]


def codes_of(text: str) -> frozenset[int]:
    """The code that a number means ("CC 74", "74"). The name of a code means none here: it may stand in a training's
    title.
    """
    number = _CODE.fullmatch(text)
    known = {code.number for code in curriculum.load().codes}
    return frozenset({int(number[1])} & known) if number else frozenset()


def _holds(names: Iterable[str], text: str) -> bool:
    return holds(words_of(text), tuple(names))
