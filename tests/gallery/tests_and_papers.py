"""Screens of the self-assessment, of the credits and of the certificate."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from content.credits.goal import CodeState, Goal, Month, Picture, Sum, Window
from content.credits.way import Offer, Step, Way
from content.operator import Profile
from content.refusals import NoMoreTests, Refusal, RetakeLater
from content.study import practice as practising
from content.study.grading import Chosen
from content.study.practice import Mark
from content.text.periods import Named, named
from content.values import CertificatePurpose, CreditKind, Theme
from content.words import Words
from handlers.presses.credits.credits import Credits
from handlers.screens.ahead import Play
from handlers.screens.certificates import certificate
from handlers.screens.credits import credits
from handlers.screens.credits import goal as pictures
from handlers.screens.post import year_end
from handlers.screens.study import practice, quiz, quiz_result
from tests.gallery.facts import (
    ADDRESS,
    NOW,
    NUMBER,
    RULES,
    TODAY,
    attempt,
    entries,
    graded,
    largest,
    published,
    totals,
)
from tests.gallery.hanging import Exhibit, hang

NEXT = date(2027, 4, 1)
MANY = Sum(1999, 84)
GOAL = Goal(
    Window(2024, 2026, MANY),
    120,
    frozenset(range(84)),
    MANY,
    frozenset(),
    NEXT,
    Window(2021, 2023, MANY),
    None,
    sample=True,
)
FAR = Goal(Window(2024, 2026, Sum(0, 0)), 120, frozenset(), Sum(0, 0), frozenset(), NEXT, None, Month(2028, 12))


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield from _published_questions(words)
    yield from _questions(words)
    yield from _results(words, profile)
    yield from _practice(words)
    yield from _credits(words, profile)
    yield from _goal(words, profile)
    yield from _certificates(words, profile)


def _published_questions(words: Words) -> Iterator[Exhibit]:
    for one in published():
        for place in range(1, len(one.questions) + 1):
            yield hang(f"{one.slug} {place}", quiz.question, attempt(one), place, words)
            yield hang(f"{one.slug} {place}", quiz_result.explanation, graded(one, right=True), place, words)


def _questions(words: Words) -> Iterator[Exhibit]:
    full = attempt(largest(), [511] * 50)
    yield hang("largest", quiz.question, full, 25, words)
    yield hang("saved", quiz.chosen, Chosen(full, changed=True), 25, words)
    for ticks in ([1], [1] * len(published()[0].questions)):
        given = Chosen(attempt(published()[0], ticks), changed=True)
        yield hang(f"{len(ticks)} answered", quiz.onward, given, 1, RULES, words)
    yield hang("saved before", quiz.chosen, Chosen(attempt(published()[0], [1]), changed=False), 1, words)
    for name, one in (("answered", full), ("half answered", attempt(largest(), [511] * 25))):
        yield hang(name, quiz.review, one, RULES, words)
        yield hang(name, quiz.now, one, RULES, words)


def _results(words: Words, profile: Profile) -> Iterator[Exhibit]:
    rewards: tuple[quiz_result.Reward, ...] = (
        quiz_result.Credited(83, 3, 2026, totals(84), TODAY + timedelta(days=1), TODAY, profile.late(TODAY.min)),
        quiz_result.Credited(20, 1, 2026, totals(1), TODAY, TODAY, ()),
        quiz_result.Credited(83, 3, 2026, totals(84), TODAY + timedelta(days=1), TODAY, (), sample=True),
        quiz_result.Credited(83, 3, 2026, totals(0), TODAY + timedelta(days=1), TODAY, (), sample=True, counts=False),
        quiz_result.CreditedBefore(),
        quiz_result.InDoubt(TODAY, "名" * 60),
        quiz_result.CannotEarn(),
        quiz_result.ChaptersLeft(tuple(range(1, 31))),
    )
    for number, reward in enumerate(rewards, start=1):
        name = f"{type(reward).__name__} {number}"
        yield hang(name, quiz_result.passed, graded(largest(), right=True), reward, words)
    for code, following in ((83, Play("題" * 60, 30, 5999, False, ADDRESS, True, offered=True)), (0, None)):
        stamped = Picture(GOAL, (CodeState.EARNED,) * 84, words.language, Theme.LIGHT, profile.late(None), code)
        moment = quiz_result.Moment(5, stamped, following)
        yield hang(f"a moment, CC {code}", quiz_result.passed, graded(largest(), right=True), rewards[2], words, moment)
    places = [quiz_result.Place(chapter, second, ADDRESS) for chapter in (1, 30) for second in (0, 5998)]
    bars: tuple[Refusal | None, ...] = (None, RetakeLater(NOW), NoMoreTests())
    for barred in bars:
        for in_app in (True, False):
            failure = quiz_result.Failure(80, places, in_app, barred, barred is None)
            name = f"barred by {[type(barred).__name__] if barred else []}, in app {in_app}"
            yield hang(name, quiz_result.failed, graded(largest(), right=False), failure, words)
    yield hang("largest", quiz_result.explanation, graded(largest(), right=False), 25, words)


def _practice(words: Words) -> Iterator[Exhibit]:
    some, full = graded(published()[0], right=False), graded(largest(), right=False)
    places, asked = [quiz_result.Place(30, 5998, ADDRESS)] * 5, full.sitting.asked
    for name, one in (("published", some), ("largest", full)):
        yield hang(name, practice.question, practising.of(one, {}), 1, words)
    ticked = practising.of(full, {1: Mark(1022, given=False)})
    yield hang("ticked", practice.question, ticked, 1, words, toast=words.practice.nothing_ticked())
    for right, ticks in ((True, 511), (False, 1)):
        for count in (1, asked):
            given = practising.of(full, {place: Mark(ticks, given=True) for place in range(1, count + 1)})
            told = practice.Told(places[right:1], True, None)
            toast = words.practice.answered_before()
            yield hang(f"{count}, right {right}", practice.outcome, given, 1, told, words, toast=toast)
        for barred in (None, RetakeLater(NOW)):
            told = practice.Told(places * (not right), False, barred)
            yield hang(f"right {right}, barred {barred}", practice.end, given, told, words)


def _credits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    years = {year: totals(84) for year in range(2016, 2027)}
    kinds = [(kind, 999) for kind in CreditKind]
    for name, goal in (("a long record", GOAL), ("far from it", FAR)):
        standing = credits.CreditOverview(
            2026,
            kinds,
            years,
            goal,
            {"必修講習A 感染対策": 3, "分" * 30: 999},
            can_earn=True,
            since=profile.late(None),
        )
        yield hang(name, credits.credits, standing, words)
    nothing = credits.CreditOverview(2026, (), {}, FAR, {}, can_earn=False, since=())
    yield hang("nothing, and cannot earn", credits.credits, nothing, words)
    for page in (1, 5, 11):
        for counts in (True, False):
            full = credits.Ledger(2026, totals(84), kinds, entries(84, counts=counts), profile.late(None), counts)
            yield hang(f"full year, samples count {counts}, page {page}", credits.year, full, page, words)
    yield hang("nothing", credits.year, credits.Ledger(2026, totals(0), (), (), profile.late(None)), 1, words)


def _goal(words: Words, profile: Profile) -> Iterator[Exhibit]:
    for theme in Theme:
        for name, goal, state in (("reached", GOAL, CodeState.EARNED), ("all open", FAR, CodeState.OPEN)):
            for kept in ((), profile.late(None)):
                facts = Picture(goal, (state,) * 84, words.language, theme, kept)
                name_of = f"{name}, {theme}, {len(kept)}"
                yield hang(name_of, pictures.picture, facts, words, Credits(), again=theme is Theme.DARK)
    for name, goal in (("reached", GOAL), ("far", replace(FAR, sample=True))):
        for function in (year_end.missing, year_end.falling):
            yield hang(name, function, goal, profile.late(None), words)
    offers = [Offer(NUMBER, "題" * 60, code, 3, 99_999 * (code % 2), code % 3 == 0) for code in range(84)]
    steps = tuple(Step(offer, 120) for offer in offers)
    for page in (1, 11):
        late, sample = profile.late(None), page == 1
        yield hang(f"long, page {page}", pictures.way, Way(steps, 0), 119, page, late, words, Credits(), sample=sample)
    yield hang("not enough", pictures.way, Way(steps[:1], 119), 119, 1, profile.late(None), words, Credits())
    yield hang("no course", pictures.way, Way((), 119), 119, 1, profile.late(None), words, Credits())
    yield hang("reached", pictures.way, Way((), 0), 0, 1, (), words, Credits())
    yield hang("cannot earn", pictures.way, Way((), 119), 119, 1, profile.late(None), words, Credits(), can_earn=False)


def _certificates(words: Words, profile: Profile) -> Iterator[Exhibit]:
    period = named(Named.TWO_YEARS, TODAY)
    yield hang("on its way", certificate.on_its_way, words, period)
    for before in (False, True):
        yield hang(f"asked before: {before}", certificate.will_tell, words, NOW, asked_before=before)
    yield hang("with its caption", certificate.document, words, NUMBER, period, 999, ())
    late = profile.late(None)
    yield hang("the record begins later", certificate.document, words, NUMBER, period, 999, late, sample=True)
    for purpose in CertificatePurpose:
        yield hang(f"{purpose}", certificate.ready, words, 3, NUMBER, period, 999, profile.late(None), purpose=purpose)
    yield hang("held by the name", certificate.held, words, by_name=True)
    yield hang("held by a title", certificate.held, words, by_name=False)
