"""The published contents that a text may mean, of those that can be granted. The search is the members' own."""

from collections.abc import Iterable

from content.search import entries
from content.search.entry import Entry, Kind
from content.search.finder import Finder, among
from content.staff.crediting import Content, Of
from content.text.months import month_said
from handlers.turn import StaffTurn
from storage.search import indexes
from storage.staff import crediting


def named(turn: StaffTurn, of: Of, text: str) -> list[Content]:
    """The contents of this kind that a text may mean, otherwise those that are called nearly so. An issue of another
    month than the one that was typed is none of them.
    """
    if of is Of.COURSE:
        known = {one.id: crediting.as_content(one, turn.rules) for one in crediting.of_courses(turn.session)}
        return _meant(indexes.courses(turn.session), Kind.COURSE, text, known)
    if of is Of.TRAINING:
        held = {one.id: one for one in crediting.of_trainings(turn.session, turn.now)}
        known = {number: crediting.as_content(one, turn.rules) for number, one in held.items()}
        return _meant(_finder(Kind.TRAINING, entries.of_trainings(held.values(), turn.now)), Kind.TRAINING, text, known)
    issues = {one.id: one for one in crediting.of_issues(turn.session, turn.now)}
    known = {number: crediting.as_content(one, turn.rules) for number, one in issues.items()}
    made = (entries.of_issue(one.issue, one.id) for one in issues.values())
    return _meant(_finder(Kind.ISSUE, made), Kind.ISSUE, text, known)


def _finder(kind: Kind, every: Iterable[Entry]) -> Finder:
    return among((kind, Kind.CODE), [*every, *entries.of_codes()])


def _meant(finder: Finder, kind: Kind, text: str, known: dict[int, Content]) -> list[Content]:
    found = finder.find(text)
    if found.near and month_said(text) is not None:
        return []
    return [known[hit.entry.key] for hit in found.of(kind) if isinstance(hit.entry.key, int) and hit.entry.key in known]
