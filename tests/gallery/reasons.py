"""Screens of /why: every reason of the closed set, lists, and how credits count."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from content.certificates import unlisted
from content.credits import why
from content.credits.counting import Counted, counted
from content.credits.credit import StandingCredit
from content.credits.goal import Earning, Goal, goal
from content.operator import Profile
from content.study.course import CommonLecture, Kind
from content.values import CertificatePurpose, CreditKind
from content.words import Words
from handlers.presses.credits.why import OfTraining
from handlers.presses.trainings.trainings import OpenTraining
from handlers.screens.credits import why as screens
from handlers.screens.credits.why import Credited, Explained, Item
from tests.gallery.facts import NOW, NUMBER, RULES, TODAY, entries
from tests.gallery.hanging import Exhibit, hang

TITLE = "名" * 60
CHAPTERS = tuple(why.Left(number, 5999) for number in range(1, 31))
REASONS: tuple[why.Reason, ...] = (
    why.EarnedOnce(TODAY),
    why.BroughtBefore(TODAY, TITLE),
    why.MayBeBrought(TODAY, TITLE),
    why.OnlySample(TODAY),
    why.TakenBack(TODAY, "理" * 200),
    why.ImportUndone(TODAY),
    why.CannotEarn(),
    why.ChaptersLeft(CHAPTERS[:1]),
    why.ChaptersLeft(CHAPTERS),
    why.TestNotTaken(80),
    why.TestUnderWay(),
    why.TestNotPassed(80),
    why.FinishedWithoutEarning(TODAY),
    *(kind(NOW, begun) for kind in (why.NotSubmitted, why.NotInTime) for begun in (True, False)),
    why.AnswersAwaited(NOW),
    why.MarkMissed(2, 5, 60),
    why.NoQuestions(),
    why.NotHeldYet(NOW),
    *(kind(claimable) for kind in (why.NotAttended, why.OneDoorOnly) for claimable in (True, False)),
    why.StillInside(NOW, NOW + timedelta(hours=2)),
    why.ClaimWaiting(),
    why.ClaimRefused(""),
    why.ClaimRefused("理" * 200),
    why.RecordedViewing(),
    why.NotRegistered("主" * 80),
    why.NotDeclared(TODAY),
    why.DeclaredTooLate(TODAY),
    why.Undecided(),
    why.Declined("理" * 200),
    why.Withdrawn(),
)
LINES: tuple[unlisted.LineReason, ...] = (
    unlisted.NotUntil(NOW),
    *(unlisted.NeverShown(kind) for kind in (CreditKind.JOURNAL, CreditKind.DECLARATION)),
    unlisted.CertifiedElsewhere("大阪府"),
    *(unlisted.BroughtAlong(TODAY, certifiable, since) for certifiable in (True, False) for since in (TODAY, None)),
    *(unlisted.NotOfPurpose(purpose) for purpose in CertificatePurpose if purpose is not CertificatePurpose.GENERAL),
    *(unlisted.ByTrainingAlone((29, 74, 75, 76), filings) for filings in (2, 0)),
    unlisted.OutsidePeriod(TODAY, TODAY),
    unlisted.AfterThePaper(TODAY),
)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield from _lists(words)
    for reason in REASONS:
        yield hang(f"{reason}", screens.explained, _explained(words, reason), profile, words)
    several = (why.ChaptersLeft(CHAPTERS), why.TestNotTaken(80))
    yield hang("two at once", screens.explained, _explained(words, *several), profile, words)
    yield from _credits(words, profile)


def _lists(words: Words) -> Iterator[Exhibit]:
    items = [Item(TITLE, reason, OfTraining(NUMBER)) for reason in (*REASONS, *LINES)]
    yield hang("nothing waits", screens.first, [], 1, words)
    yield hang("a page of many", screens.first, items, 2, words)
    for kind in screens.PICKS:
        yield hang(f"no {kind}", screens.listed, kind, [], 1, words)
        yield hang(f"many of {kind}", screens.listed, kind, items, 4, words)
    yield hang("many", screens.found, "探" * 100, items[:8], 999, words)
    yield hang("two", screens.found, "高血圧", items[:2], 0, words)
    yield hang("none", screens.not_found, "探" * 100, words)
    yield hang("a long name", screens.too_long, words)


def _credits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    every = _record()
    for line in LINES:
        yield hang(f"on no certificate: {line}", screens.explained, _credited(words, every[-1], line), profile, words)
    first, last, again = every
    for name, one in (("falls out", first), ("stays", last), ("code counted before", again)):
        yield hang(name, screens.explained, _credited(words, one, None), profile, words)
    (sample,) = counted(entries(1, counts=False), TODAY, RULES)
    only = replace(_credited(words, sample, None), reasons=(why.OnlySample(TODAY),))
    yield hang("a sample that does not count", screens.explained, only, profile, words)
    outside = replace(first, inside=False, code_by=None, falls=False, code_falls=False)
    yield hang("outside the window", screens.explained, _credited(words, outside, None), profile, words)
    yield hang("no credit", screens.numbers, [], _goal([]), 1, (), words)
    yield hang("many credits", screens.numbers, list(every) * 30, _goal(every), 2, profile.late(None), words)


def _explained(words: Words, *reasons: why.Reason) -> Explained:
    about = words.browse.kind(Kind.LECTURE)
    return Explained(TITLE, about, CreditKind.TRAINING, reasons, None, OpenTraining(NUMBER), "why:training:x")


def _credited(words: Words, one: Counted[StandingCredit], line: unlisted.LineReason | None) -> Explained:
    common = (CommonLecture("分" * 30, 3),)
    credit = Credited(one, _goal(_record()), common, line)
    return replace(_explained(words, why.EarnedOnce(TODAY)), credit=credit)


def _record() -> tuple[Counted[StandingCredit], ...]:
    """One of the window's first year, one of today, and a second of the first one's code."""
    first, last, again = entries(3)
    old = replace(first, earned_on=TODAY.replace(year=2024), code=5)
    return counted((old, last, replace(again, code=5)), TODAY, RULES)


def _goal(every: tuple[Counted[StandingCredit], ...] | list[Counted[StandingCredit]]) -> Goal:
    credits = (one.credit for one in every)
    return goal((Earning(one.earned_on, one.kind, one.code, one.half_units) for one in credits), TODAY, RULES)
