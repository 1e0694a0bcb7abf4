"""Reads issues of the journal from their files: the issue, or every fault. content/README.md documents the format."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from content.journal import Issue, JournalIssue, SpecialIssue
from content.package import journal_reasons as say
from content.package import reasons, written
from content.package.checks import Plain, check_questions
from content.package.faults import Fault, Troubles
from content.package.schema import Code, HalfUnits, ItemPart, PaperLine, PaperTitle, Part, Reading, Title, refusal
from content.rules import JAPAN
from content.study.course import Item

_IS_ISSUE = re.compile(r"^journal:", re.MULTILINE)
_SLUG = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])(-[a-z0-9]{1,20})?")
_DAY = "%Y-%m-%d"
# stand-ins for what a special issue does not have: pydantic needs a default of the field's type
_NEVER = datetime.max.replace(tzinfo=UTC)
_OF_QUESTIONS = ("planning", "code", "credit", "deadline", "answers", "questions")


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise refusal(say.SLUG)
    return text


def _ends(value: object) -> datetime:
    """A deadline. A day alone means its last second."""
    return _moment(value, time(23, 59, 59))


def _begins(value: object) -> datetime:
    return _moment(value, time(0))


def _moment(value: object, of_day: time) -> datetime:
    for form, clock in ((_DAY, of_day), (f"{_DAY} %H:%M", None), (f"{_DAY} %H:%M:%S", None)):
        try:
            local = datetime.strptime(str(value), form).replace(tzinfo=JAPAN)
        except ValueError:
            continue
        return (datetime.combine(local, clock, JAPAN) if clock else local).astimezone(UTC)
    raise refusal(say.MOMENT)


class PrintedPart(ItemPart):
    """A question. It has at most 9 choices, because a postcard names each by one digit."""

    choices: Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=2, max_length=9)]


class IssuePart(Part):
    """The shape of an issue's file."""

    format: Literal[1]
    journal: Annotated[str, AfterValidator(_slug)]
    title: PaperTitle
    title_en: Title = ""
    reading: Reading = ""
    sample: bool
    special: bool = False
    planning: PaperLine = ""
    code: Code = 0
    credit: HalfUnits = 0
    deadline: Annotated[datetime, BeforeValidator(_ends)] = _NEVER
    answers: Annotated[datetime, BeforeValidator(_begins)] = _NEVER
    questions: Annotated[list[PrintedPart], Field(default_factory=list, min_length=1, max_length=20)]


def is_issue(file: Path) -> bool:
    """Whether a YAML file describes an issue of the journal: it has the key `journal`."""
    try:
        return _IS_ISSUE.search(file.read_bytes().decode("utf-8", "replace")) is not None
    except OSError:
        return False


def read(file: Path, shown: Path) -> tuple[Issue | None, tuple[Fault, ...]]:
    """The issue in a file, or None and its faults. Faults name the file `shown`."""
    found = written.read(file, IssuePart, reasons.CANNOT_READ)
    more = [*_contradictions(found.plain, file.stem), *check_questions(found.plain)] if found.readable else []
    if found.part is not None:
        more += _dates(found.part)
    faults = found.faults(shown, more)
    return _issue(found.part) if found.part and not faults else None, faults


def _contradictions(issue: Plain, stem: str) -> Troubles:
    slug = issue.get("journal")
    if slug is not None and slug != stem:
        yield ("journal",), say.slug_is_file(slug, stem)
    for key in _OF_QUESTIONS:
        if issue.get("special") is True and key in issue:
            yield (key,), say.special(key)
        if issue.get("special", False) is False and key not in issue:
            yield (key,), reasons.missing(key)


def _dates(part: IssuePart) -> Iterator[tuple[tuple[str], str]]:
    if not part.special and part.answers <= part.deadline:
        yield ("answers",), say.ANSWERS_BEFORE


def _issue(part: IssuePart) -> Issue:
    month = date.fromisoformat(f"{part.journal[:7]}-01")
    if part.special:
        return SpecialIssue(part.journal, month, part.title, part.sample, part.title_en, part.reading)
    return JournalIssue(
        slug=part.journal,
        month=month,
        title=part.title,
        sample=part.sample,
        planning=part.planning,
        code=part.code,
        half_units=part.credit,
        deadline=part.deadline,
        answers_published_at=part.answers,
        questions=tuple(map(_item, part.questions)),
        title_en=part.title_en,
        reading=part.reading,
    )


def _item(part: ItemPart) -> Item:
    return Item(part.number, part.text, tuple(part.choices), frozenset(part.right), part.explanation)
