"""What is published beside courses, to be searched: the sample trainings, issues and broadcasts, among many others."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count, cycle
from pathlib import Path

from content import curriculum
from content.attendance.training import ListedTraining, Training
from content.journal import Issue
from content.package import journal, radio, trainings
from content.package.reader import read_programme
from content.radio import Broadcast, ListedBroadcast
from content.search import entries
from content.search.entry import Entry, Kind
from content.search.finder import Finder
from content.search.index import Index
from tests.content.searching import of_codes, of_courses
from tests.house.source import ROOT
from tests.issues import an_issue
from tests.storage.training import training

NOW = datetime(2026, 11, 22, 1, tzinfo=UTC)
TRAININGS, ISSUES, BROADCASTS = 200, 120, 200
SHOWN = 3
OF_TRAININGS = ("の最新の治療", "　症例検討会", "の地域連携", "を学ぶ会")
OF_BROADCASTS = ("の外来診療", "　この一年の話題", "の患者への説明", "の検査と診断")
DAY = timedelta(days=1)


@cache
def queries() -> tuple[tuple[str, Kind, str], ...]:
    """(what is typed, the kind of thing, the slug or the title of what is meant)"""
    lines = (ROOT / "tests" / "content" / "queries_of_kinds.tsv").read_text().splitlines()
    return tuple((text, Kind(kind), answer) for text, kind, answer in (line.split("\t") for line in lines))


@cache
def index(kind: Kind) -> Index:
    """Everything of a kind, but for the courses."""
    return of_codes() if kind is Kind.CODE else Index(_ENTRIES[kind]())


@cache
def finder(courses: int) -> Finder:
    """A finder of so many courses, and of everything else."""
    return Finder({kind: of_courses(courses) if kind is Kind.COURSE else index(kind) for kind in Kind})


def first(text: str, kind: Kind, courses: int) -> list[str]:
    """What stands first among the hits of a kind: slugs of issues, titles of the others."""
    hits = finder(courses).find(text).of(kind)[:SHOWN]
    return [str(hit.entry.key) if kind in (Kind.ISSUE, Kind.HELP) else hit.entry.title for hit in hits]


def missed(courses: int) -> list[tuple[str, Kind, str, list[str]]]:
    """The queries whose answer is not among the first of its kind: (text, kind, answer, what came)."""
    found = [(text, kind, answer, first(text, kind, courses)) for text, kind, answer in queries()]
    return [one for one in found if one[2] not in one[3]]


def samples(kind: Kind) -> tuple[Entry, ...]:
    """What comes with the product of this kind."""
    if kind is Kind.COURSE:
        courses, _ = read_programme(ROOT / "content" / "courses")
        return tuple(entries.of_course(one, one.slug) for one in courses)
    if kind is Kind.ISSUE:
        return tuple(entries.of_issue(one, one.slug) for one in _sample_issues())
    if kind is Kind.BROADCAST:
        listed = [ListedBroadcast(at, one) for at, one in enumerate(_sample_broadcasts())]
        return tuple(entries.of_broadcasts(listed, NOW))
    held = [ListedTraining(at, one, False) for at, one in enumerate(_sample_trainings())]
    return tuple(entries.of_trainings(held, NOW))


def _sample_trainings() -> list[Training]:
    return [found.training for file in _files("trainings") if (found := trainings.read(file, file)[0])]


def _sample_issues() -> list[Issue]:
    return [found for file in _files("journal") if (found := journal.read(file, file)[0])]


def _sample_broadcasts() -> list[Broadcast]:
    return [one for file in _files("radio") if (found := radio.read(file, file)[0]) for one in found.broadcasts]


def _trainings() -> Iterator[Entry]:
    made = _sample_trainings()
    names = ((code, kind) for kind in OF_TRAININGS for code in curriculum.load().codes)
    more = (
        training(NOW + place * DAY, f"more-{place}", title=f"{code.ja}{kind}", code=code.number)
        for place, (code, kind) in enumerate(names)
    )
    every = [*made, *more][:TRAININGS]
    return entries.of_trainings([ListedTraining(at, one, False) for at, one in enumerate(every, start=1)], NOW)


def _issues() -> Iterator[Entry]:
    real = _sample_issues()
    months = ((year, month) for year in count(2026, -1) for month in range(12, 0, -1) if (year, month) < (2026, 9))
    names = cycle(curriculum.load().codes)
    while len(real) < ISSUES:
        (year, month), code = next(months), next(names)
        more = an_issue(f"{year}-{month:02}", code=code.number)
        real.append(replace(more, title=f"{code.ja}の実際", title_en=f"{code.en} in practice"))
    return (entries.of_issue(one, one.slug) for one in real)


def _broadcasts() -> Iterator[Entry]:
    real = _sample_broadcasts()
    names = ((code, kind) for kind in OF_BROADCASTS for code in curriculum.load().codes)
    more = (
        Broadcast(NOW - place * DAY, 20, f"{code.ja}{kind}", "見本 一郎", "", False)
        for place, (code, kind) in enumerate(names)
    )
    every = [*real, *more][:BROADCASTS]
    return entries.of_broadcasts([ListedBroadcast(at, one) for at, one in enumerate(every, start=1)], NOW)


def _files(folder: str) -> list[Path]:
    return sorted((ROOT / "content" / folder).glob("*.yaml"))


_ENTRIES: Mapping[Kind, Callable[[], Iterable[Entry]]] = {
    Kind.TRAINING: _trainings,
    Kind.ISSUE: _issues,
    Kind.BROADCAST: _broadcasts,
    Kind.HELP: entries.of_help,
}
