"""The published contents that a text may mean, of those that can be granted. The search is the members' own."""

from collections.abc import Iterable, Mapping

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
        courses = {one.id: one for one in crediting.of_courses(turn.session)}
        return _meant(turn, indexes.courses(turn.session), Kind.COURSE, text, courses)
    if of is Of.TRAINING:
        held = {one.id: one for one in crediting.of_trainings(turn.session, turn.now)}
        finder = _finder(Kind.TRAINING, entries.of_trainings(held.values(), turn.now))
        return _meant(turn, finder, Kind.TRAINING, text, held)
    issues = {one.id: one for one in crediting.of_issues(turn.session, turn.now)}
    made = (entries.of_issue(one.issue, one.id) for one in issues.values())
    return _meant(turn, _finder(Kind.ISSUE, made), Kind.ISSUE, text, issues)


def _finder(kind: Kind, every: Iterable[Entry]) -> Finder:
    return among((kind, Kind.CODE), [*every, *entries.of_codes()])


def _meant(
    turn: StaffTurn, finder: Finder, kind: Kind, text: str, known: Mapping[int, crediting.Listed]
) -> list[Content]:
    found, rules = finder.find(text), turn.rules
    if found.near and month_said(text) is not None:
        return []
    keys = (hit.entry.key for hit in found.of(kind))
    return [crediting.as_content(known[key], rules) for key in keys if isinstance(key, int) and key in known]
