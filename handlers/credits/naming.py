"""The names of credits in the language of the chat. The ledger has the Japanese ones, as papers print them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from content.attendance.training import slug_of
from content.credits.credit import StandingCredit
from content.declarations.declaring import Kind
from content.words import JA
from handlers.turn import Visit
from storage.credits.history import Gone
from storage.credits.ledger import Content
from storage.journal import issues
from storage.programme import courses
from storage.trainings import published

C = TypeVar("C", bound=StandingCredit | Gone)


def named(turn: Visit, entries: Iterable[C]) -> tuple[C, ...]:
    """The credits with their names as this chat says them. What is no longer shown keeps its Japanese name."""
    every = tuple(entries)
    if not every or turn.words.language == JA.language:
        return every
    known = {**_contents(turn), **_trainings(turn, [one.source for one in every])}
    kinds = {JA.declare_steps.kind(kind): turn.words.declare_steps.kind(kind) for kind in Kind}
    return tuple(
        replace(one, title=known.get((one.source, one.sample), kinds.get(one.title, one.title))) for one in every
    )


def _contents(turn: Visit) -> Mapping[Content, str]:
    """The names of courses and of issues of the journal."""
    words = turn.words
    lectures = {(one.source, one.course.sample): words.titled(one.course) for one in courses.listed(turn.session)}
    printed = [one.issue for one in issues.listed(turn.session).issues]
    return lectures | {(one.source, one.sample): words.journal.name(one.month, words.titled(one)) for one in printed}


def _trainings(turn: Visit, sources: Iterable[str]) -> Mapping[Content, str]:
    slugs = [slug for one in sources if (slug := slug_of(one))]
    return {(one.source, one.sample): turn.words.titled(one) for one in published.every(turn.session, slugs)}
