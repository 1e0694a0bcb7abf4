"""What was planned for a day is not still to come once that day has passed: a walk through a year of days."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.sandbox.html import parse
from content.attendance.attending import Seen, standing
from content.attendance.checkin import hours
from content.attendance.training import Form, Training
from content.credits.fees import chronic
from content.credits.noted import Noted, years_later
from content.guide import Topic
from content.maintenance import Concerned, Maintenance
from content.requests.requesting import By, State
from content.rules import Rulebook, begins
from content.text.periods import ending
from content.words import EN, JA, Words
from handlers.screens import answers, maintenance
from handlers.screens.credits import fees
from handlers.screens.requests import requests, writing
from handlers.screens.screen import Screen
from tests.gallery.requests import in_state, sent
from tests.operators import SAMPLE

BOOK = Rulebook()
FIRST, LAST = date(2026, 1, 1), date(2027, 1, 1)
HELD = date(2026, 6, 14)
DAY_JA = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")
DAY_EN = re.compile(r"(?:(\d{1,2}) )?(?:(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*) (\d{4})")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TO_COME = re.compile(
    r"予定|になります|始まります|次の届出|回答の期限：|までに、このチャットで"
    r"|\bwill\b|planned|upcoming|Next filing|(?<!was )due by|in this chat by"
)
TRAINING = Training(
    slug="summer",
    title="見本",
    organiser="見本県医師会",
    prefecture="東京都",
    form=Form.IN_PERSON,
    code=7,
    half_units=2,
    starts_at=begins(HELD, 10),
    ends_at=begins(HELD, 11),
    sample=True,
)
PERIOD = Maintenance("summer", Concerned.MAMIS, begins(HELD, 10), begins(HELD, 14), "文", "Words.", sample=True)


def stale(text: str, today: date) -> list[str]:
    """The sentences that speak of a day before today as one to come. A month has passed when its last day has."""
    sentences = re.split(r"(?<=。)|(?<=\.) |\n", text)
    return [one for one in sentences if TO_COME.search(one) and any(day < today for day in _days(one))]


def _days(sentence: str) -> Iterator[date]:
    for year, month, day in DAY_JA.findall(sentence):
        yield _last(int(year), int(month), day)
    for day, month, year in DAY_EN.findall(sentence):
        yield _last(int(year), MONTHS.index(month) + 1, day)


def _last(year: int, month: int, day: str) -> date:
    return date(year, month, int(day)) if day else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def texts(words: Words, now: datetime) -> Iterator[str]:
    """All that the product says with a date of its own, and of what is announced for a day of that year."""
    rules, today = BOOK.now(now), now.date()
    for topic in Topic:
        for question, answer in answers.answers(words, topic, rules, today, SAMPLE):
            yield f"{question}\n{answer}"
    doors = hours(TRAINING.starts_at, TRAINING.ends_at, rules)
    where = standing(TRAINING, Seen(), now, rules)
    yield "\n".join([words.trainings.when_and_where(TRAINING), *words.trainings.explained(TRAINING, where, 0, doors)])
    announced = [] if PERIOD.is_over(now) else [PERIOD]
    yield parse(maintenance.periods(announced, 1, now, words).text)[0]
    yield maintenance.line(announced, now, words) or ""
    yield parse(fees.chronic(_filed(now), words).text)[0]
    yield from (parse(one.text)[0] for one in _asked(now, words))


def _asked(now: datetime, words: Words) -> Iterator[Screen]:
    """A request that is due on a day of that year: its card, and what is said to a member who adds something to it."""
    added = replace(sent(By.MEMBER), sent_at=now)
    one = replace(in_state(State.TAKEN, said=(sent(By.ANSWER), added)), due_on=HELD)
    yield requests.card(one, 0, words, adding=False, late=one.is_late(now))
    yield writing.summary(writing.Writing(one, added, HELD, BOOK.now(now), late=one.is_late(now)), words)
    yield requests.receipt(one, added, words)


def _filed(now: datetime) -> fees.Record:
    """/fees of a member who noted a filing, so that the next one falls due in that year."""
    rules, today = BOOK.now(now), now.date()
    noted, period = Noted(2, years_later(HELD, -rules.chronic_filed_every)), ending(today, rules.chronic_years)
    names = dict.fromkeys(rules.chronic_codes, "名")
    return fees.Record(period, rules, noted, chronic((), rules, 2), None, (), names, False, (), today)


@pytest.mark.parametrize("words", [JA, EN])
def test_no_future_is_past_on_any_day_of_a_year(words: Words) -> None:
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days)]
    found = {(day, one) for day in days for text in texts(words, begins(day, 9)) for one in stale(text, day)}
    assert not found


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        (JA, "2026年4月（予定）より、日医会員IDからMAMIS IDへ変更になります", "変更すると案内されていました"),
        (
            EN,
            "will change from the member ID to the MAMIS ID in April 2026 (planned)",
            "The association's guide announced",
        ),
    ],
)
def test_the_change_of_ids_is_planned_until_its_day(words: Words, before: str, after: str) -> None:
    planned = BOOK.at(FIRST).mamis_login_planned
    said = {
        day: "\n".join(answer for _, answer in answers.answers(words, Topic.LOGIN, BOOK.at(day), day, SAMPLE))
        for day in (planned - timedelta(days=1), planned)
    }
    assert before in said[planned - timedelta(days=1)]
    assert after not in said[planned - timedelta(days=1)]
    assert before not in said[planned]
    assert after in said[planned]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("日本医師会のサイトでは、2026年4月（予定）より、日医会員IDからMAMIS IDへ変更になります。", date(2026, 4, 30)),
        ("11月からです。2026年12月31日に始まります。", date(2026, 12, 31)),
        ("It will change in April 2026 (planned).", date(2026, 4, 30)),
        ("It is planned for Tue 1 Sep 2026.", date(2026, 9, 1)),
    ],
)
def test_a_stale_sentence_is_seen_from_the_day_after(text: str, last: date) -> None:
    assert not stale(text, last)
    assert stale(text, last + timedelta(days=1))
