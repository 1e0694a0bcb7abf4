"""The home of a member, in all that it may show, and the reminder that leads on as home does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from content.attendance.training import Form, ListedTraining
from content.journal import IssueStanding
from content.operator import Profile
from content.words import Words
from handlers.screens import home
from handlers.screens.ahead import Ahead, Play, Test
from handlers.screens.home import Deadlines, Drafts, Home, Standing
from handlers.screens.journal import MemberIssue
from handlers.screens.post import reminder
from tests.gallery import journal, trainings
from tests.gallery.facts import ADDRESS, NAME, NOW, NUMBER, TODAY, largest, published
from tests.gallery.hanging import Exhibit, hang
from tests.gallery.helping import told
from tests.gallery.tests_and_papers import FAR, GOAL

NOTHING = Deadlines(TODAY)
PLAIN = Home(NAME, True, Standing(FAR, 0), None, NOTHING)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    for name, ahead in _ahead(words):
        yield hang(name, home.home, replace(PLAIN, ahead=ahead), words)
        reminded = reminder.unfinished(words, NUMBER, words.titled(published()[0]), (1,), ahead)
        yield hang(name, reminder.unfinished, words, NUMBER, words.titled(published()[0]), (1,), ahead)
        yield hang(f"8 of {name}", reminder.digest, (reminded,) * 8, NUMBER, words)
    for waiting in (0, 3, 100):
        yield hang(f"{waiting} cases wait", home.home, replace(PLAIN, waiting=waiting), words)
    yield hang("nothing to go on with", home.home, PLAIN, words)
    cannot = replace(PLAIN, can_earn=False, standing=None, announced=told(words), said=(words.login.welcome(),))
    yield hang("cannot earn, maintenance", home.home, cannot, words)
    sample = Standing(replace(GOAL, sample=True), 3, profile.late(GOAL.first_day))
    issues = tuple(
        MemberIssue(NUMBER, replace(journal.largest(), deadline=NOW + timedelta(days=days)), IssueStanding.NEW, days)
        for days in (0, 1)
    )
    training = ListedTraining(NUMBER, trainings.training(Form.WEB_LIVE, 24 * 60), False)
    for days in (0, 1):
        ends = Deadlines(TODAY, issues, training, Drafts(10, date(2027, 4, 30)))
        full = Home(NAME, True, sample, dict(_ahead(words))["the longest"], replace(ends, today=TODAY), 100)
        soon = replace(training, training=trainings.training(Form.WEB_LIVE, 24 * 60 * days))
        shown = replace(full, deadlines=replace(ends, training=soon))
        yield hang(f"everything, a training in {days} days", home.home, shown, words)
    yield hang("further away", home.further, words)


def _ahead(words: Words) -> Iterator[tuple[str, Ahead]]:
    short, longest = words.titled(published()[0]), words.titled(largest())
    for title, name in ((short, "a course"), (longest, "the longest")):
        yield name, Play(title, 30, 5999, True, ADDRESS, True)
        yield f"{name}, a chapter not begun", Play(title, 1, 125, False, ADDRESS, False, offered=True)
        for begun in (False, True):
            yield f"{name}, its test, begun: {begun}", Test(NUMBER, title, begun)
