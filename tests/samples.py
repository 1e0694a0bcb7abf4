"""Small courses, members and studies for tests that need some."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from content.study.course import (
    Chapter,
    CommonLecture,
    Course,
    Kind,
    ListedCourse,
    Question,
    Retake,
    Review,
    Supervisor,
    Video,
)
from storage.engine.base import cipher_of, in_row
from storage.people import persons
from storage.programme import courses
from storage.tables import Attempt, Member, Progress


def film_bytes(source: str) -> bytes:
    """The bytes of a sample's file: its name, four times."""
    return source.encode() * 4


def video(source: str) -> Video:
    content = source.encode() if source.startswith("https://") else film_bytes(source)
    return Video(source, "video/mp4", hashlib.sha256(content).hexdigest(), 100)


def chapter(number: int, title: str = "", source: str = "", seconds: int = 100) -> Chapter:
    return Chapter(number, title or f"題{number}", (video(source or f"{number}.mp4"),), seconds)


def course(
    slug: str = "hypertension",
    title: str = "高血圧",
    code: int = 74,
    *,
    kind: Kind = Kind.LECTURE,
    half_units: int = 2,
    chapters: Iterable[Chapter] = (chapter(1), chapter(2)),
    supervisor: str = "見本 一郎",
    post: str = "",
    common: CommonLecture | None = None,
    sample: bool = False,
) -> Course:
    questions = tuple(
        Question(number, f"問{number}", ("甲", "乙", "丙"), frozenset([1]), "甲です。", Review(1, 0))
        for number in range(1, 6)
    )
    return Course(
        slug,
        title,
        code,
        kind,
        half_units,
        sample,
        "見本委員会",
        (Supervisor(supervisor, post),),
        tuple(chapters),
        questions,
        common,
        Retake(),
    )


def publish(session: Session, one: Course, at: datetime) -> ListedCourse:
    """Publish a course and read it back."""
    courses.publish(session, one, film_bytes, at)
    return courses.by_slug(session, one.slug)


def member(session: Session, at: datetime, *, no: str = "1000000001", can_earn: bool = True) -> int:
    """Add a member; returns the member's id. Nobody can log in with this user ID or find the member by it: for that
    use members.put.
    """
    cipher, number = cipher_of(session.get_bind().dialect), persons.new(session)
    values = {
        "member_no": no,
        "member_no_key": cipher.find(no, "members.member_no"),
        "name": "見本 葵",
        "kana": "ミホン アオイ",
        "birth_date": "1972-02-04",
        "registry_no": "123456",
        "prefecture": "東京都",
        "email": "",
        "can_earn": can_earn,
        "imported_at": at,
    }
    session.execute(insert(Member), in_row(Member, number, values))
    return number


def watch(session: Session, member_id: int, film_id: int, watched: int, completed_at: datetime | None = None) -> None:
    """Record so many seconds of a film as watched."""
    session.merge(
        Progress(
            member_id=member_id,
            film_id=film_id,
            bitmap=b"",
            watched=watched,
            position=0,
            grace_left_ms=5000,
            completed_at=completed_at,
            rule_version=None,
        )
    )
    session.flush()


def watch_all(session: Session, member_id: int, listed: ListedCourse, at: datetime) -> None:
    """Record every chapter of a course as watched to its end."""
    for number, film_id in listed.films.items():
        watch(session, member_id, film_id, listed.chapter(number).seconds, at)


def sit(session: Session, member_id: int, listed: ListedCourse, state: str, at: datetime, number: int = 1) -> None:
    """Record a test in this state."""
    session.add(
        Attempt(
            member_id=member_id,
            course_id=listed.id,
            edition_id=listed.edition_id,
            number=number,
            pinned=[],
            state=state,
            started_at=at,
            finished_at=None if state == "open" else at,
            right=None if state == "open" else 5,
            rule_version="2016-04",
        )
    )
    session.flush()
