"""What a file of grants may name: the contents that staff can grant from a member's card, with their short names."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from content.importing.granting import Grantable
from content.importing.matching import Published
from content.rules import Rules
from content.staff.crediting import Content
from content.text.folding import fold
from content.titled import Titled
from storage.journal import issues
from storage.programme.courses import own_name
from storage.staff import crediting


def every(session: Session, now: datetime, rules: Rules) -> tuple[Grantable, ...]:
    """All of them, at this moment."""
    return (*_courses(session, rules), *_issues(session, now, rules), *_trainings(session, now, rules))


def _courses(session: Session, rules: Rules) -> Iterator[Grantable]:
    for listed in crediting.of_courses(session):
        content = crediting.as_content(listed, rules)
        yield _grantable(own_name(listed.course.slug), content, _titles(listed.course))


def _issues(session: Session, now: datetime, rules: Rules) -> Iterator[Grantable]:
    for listed in crediting.of_issues(session, now):
        content = crediting.as_content(listed, rules)
        names = frozenset(map(fold, issues.names(listed.issue)))
        yield _grantable(listed.issue.slug, content, _titles(listed.issue) | names)


def _trainings(session: Session, now: datetime, rules: Rules) -> Iterator[Grantable]:
    for listed in crediting.of_trainings(session, now):
        content = crediting.as_content(listed, rules)
        yield _grantable(own_name(listed.training.slug), content, _titles(listed.training))


def _grantable(slug: str, content: Content, titles: frozenset[str]) -> Grantable:
    published = Published(slug, content.source, content.sample, content.kind, content.code, titles, content.held_on)
    return Grantable(published, content)


def _titles(one: Titled) -> frozenset[str]:
    return frozenset(fold(title) for title in (one.title, one.title_en) if title)
