"""Entries of what is published, each with the names by which people look for it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache

from content import curriculum
from content.attendance.training import ListedTraining
from content.curriculum import Code
from content.guide import Topic
from content.journal import Issue, JournalIssue
from content.radio import ListedBroadcast
from content.rules import day_of
from content.search import terms
from content.search.entry import JOINING, Entry, Key, Kind, Part
from content.study.course import Course
from content.words import EN, JA


def of_course(course: Course, key: Key) -> Entry:
    chapters = (Part(one.title, one.title_en, one.number) for one in course.chapters)
    return Entry(
        Kind.COURSE,
        key,
        course.title,
        course.title_en,
        (course.reading,),
        code=course.code,
        parts=(*chapters, *(Part(one.name) for one in course.supervisors)),
        order=(course.code, course.title),
        sample=course.sample,
    )


@cache
def of_codes() -> tuple[Entry, ...]:
    return tuple(_of_code(code) for code in curriculum.load().codes)


def of_trainings(every: Iterable[ListedTraining], now: datetime) -> Iterator[Entry]:
    """The trainings that are to come stand before those that are over."""
    for one in every:
        held = one.training
        yield Entry(
            Kind.TRAINING,
            one.id,
            held.title,
            held.title_en,
            (held.reading, _reading(held.code)),
            code=held.code,
            parts=(Part(held.organiser), Part(held.prefecture)),
            day=held.held_on,
            order=_order(held.starts_at, held.ends_at, now),
            sample=held.sample,
        )


def of_issue(issue: Issue, key: Key) -> Entry:
    """The latest issue comes first."""
    name = JA.journal.name if isinstance(issue, JournalIssue) else JA.journal.special_name
    named = EN.journal.name if isinstance(issue, JournalIssue) else EN.journal.special_name
    code = issue.code if isinstance(issue, JournalIssue) else None
    return Entry(
        Kind.ISSUE,
        key,
        issue.title,
        issue.title_en,
        (issue.reading, *([] if code is None else [_reading(code)])),
        called=(issue.slug, name(issue.month, issue.title), named(issue.month, issue.title_en or issue.title)),
        code=code,
        day=issue.month,
        order=(-issue.month.toordinal(), issue.slug),
        sample=issue.sample,
    )


def of_broadcasts(every: Sequence[ListedBroadcast], now: datetime) -> Iterator[Entry]:
    """What is broadcast several times is one thing: the next time, otherwise the last one."""
    nearest: dict[tuple[str, str], ListedBroadcast] = {}
    for one in sorted(every, key=lambda one: _order(one.broadcast.starts_at, one.broadcast.ends_at, now)):
        nearest.setdefault((one.broadcast.title, one.broadcast.speaker), one)
    for one in nearest.values():
        aired = one.broadcast
        yield Entry(
            Kind.BROADCAST,
            one.id,
            aired.title,
            aired.title_en,
            (aired.reading,),
            parts=(Part(aired.speaker),),
            day=day_of(aired.starts_at),
            order=_order(aired.starts_at, aired.ends_at, now),
            sample=aired.sample,
        )


@cache
def of_help() -> tuple[Entry, ...]:
    """The topics of help and the page on joining, by all that they are called."""
    joining = (*JA.joining.called(), *EN.joining.called())
    page = Entry(Kind.HELP, JOINING, JA.joining.title(), EN.joining.title(), called=joining, order=(len(Topic),))
    topics = (
        Entry(
            Kind.HELP,
            topic.value,
            JA.help.topic(topic),
            EN.help.topic(topic),
            called=tuple(
                name for words in (JA, EN) for name in (words.help.to_topic(topic), *words.help.also_called(topic))
            ),
            order=(place,),
        )
        for place, topic in enumerate(Topic)
    )
    return (*topics, page)


def _of_code(code: Code) -> Entry:
    called = terms.called(code.number)
    return Entry(Kind.CODE, code.number, code.ja, code.en, (code.reading,), called, code.number, order=(code.number,))


def _reading(code: int) -> str:
    return curriculum.load().code(code).reading


def _order(starts_at: datetime, ends_at: datetime, now: datetime) -> tuple[int, int]:
    """First what is not over, the next one first; then what is over, the last one first."""
    over, begins = ends_at <= now, int(starts_at.timestamp())
    return (1, -begins) if over else (0, begins)
