"""Screens of the self-assessment, of the credits and of the certificate."""

from collections.abc import Iterator
from datetime import timedelta

from content.periods import Named, named
from content.refusals import NoMoreTests, Refusal, RetakeLater
from content.words import Words
from handlers.screens import certificate, credits, quiz, quiz_result
from storage.attempts import Chosen
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


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield from _published_questions(words)
    yield from _questions(words)
    yield from _results(words)
    yield from _credits(words)
    yield from _certificates(words)


def _published_questions(words: Words) -> Iterator[Exhibit]:
    for one in published():
        for place in range(1, len(one.questions) + 1):
            yield hang(f"{one.slug} {place}", quiz.question, attempt(one), place, words)
            yield hang(f"{one.slug} {place}", quiz_result.explanation, graded(one, right=True), place, words)


def _questions(words: Words) -> Iterator[Exhibit]:
    full = attempt(largest(), [511] * 50)
    yield hang("largest", quiz.question, full, 25, words)
    yield hang("saved", quiz.chosen, Chosen(full, changed=True), 25, words)
    yield hang("saved before", quiz.chosen, Chosen(attempt(published()[0], [1]), changed=False), 1, words)
    for name, one in (("answered", full), ("half answered", attempt(largest(), [511] * 25))):
        yield hang(name, quiz.review, one, RULES, words)
        yield hang(name, quiz.now, one, RULES, words)


def _results(words: Words) -> Iterator[Exhibit]:
    rewards: tuple[quiz_result.Reward, ...] = (
        quiz_result.Credited(83, 3, 2026, totals(84), TODAY + timedelta(days=1), TODAY),
        quiz_result.Credited(20, 1, 2026, totals(1), TODAY, TODAY),
        quiz_result.CreditedBefore(),
        quiz_result.CannotEarn(),
        quiz_result.ChaptersLeft(tuple(range(1, 31))),
    )
    for number, reward in enumerate(rewards, start=1):
        name = f"{type(reward).__name__} {number}"
        yield hang(name, quiz_result.passed, graded(largest(), right=True), reward, words)
    addresses = dict.fromkeys(range(1, 31), ADDRESS)
    bars: tuple[tuple[Refusal, ...], ...] = ((), (RetakeLater(NOW),), (NoMoreTests(),))
    for barred in bars:
        for in_app in (True, False):
            failure = quiz_result.Failure(80, addresses, in_app, barred)
            name = f"barred by {[type(one).__name__ for one in barred]}, in app {in_app}"
            yield hang(name, quiz_result.failed, graded(largest(), right=False), failure, words)
    yield hang("largest", quiz_result.explanation, graded(largest(), right=False), 25, words)


def _credits(words: Words) -> Iterator[Exhibit]:
    years = {year: totals(84) for year in range(2016, 2027)}
    full = credits.Ledger(2026, totals(84), entries(84), years, True)
    for page in (1, 5, 11):
        yield hang(f"full year, page {page}", credits.credits, full, page, words)
    empty = credits.Ledger(2026, totals(0), (), {}, can_earn=False)
    yield hang("nothing, and cannot earn", credits.credits, empty, 1, words)


def _certificates(words: Words) -> Iterator[Exhibit]:
    period = named(Named.TWO_YEARS, TODAY)
    yield hang("nothing earned today", certificate.choose, words, 0, NOW)
    yield hang("earned today", certificate.choose, words, 3, NOW)
    yield hang("asking for dates", certificate.ask_dates, words)
    yield hang("all of it today", certificate.nothing_yet, words, 3, NOW)
    yield hang("on its way", certificate.on_its_way, words, period)
    for before in (False, True):
        yield hang(f"asked before: {before}", certificate.will_tell, words, NOW, asked_before=before)
    yield hang("with its caption", certificate.document, words, NUMBER, period, 999)
    yield hang("can be had now", certificate.ready, words, 3)
    yield hang("held", certificate.held, words)
