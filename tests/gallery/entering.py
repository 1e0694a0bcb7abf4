"""Screens of coming in, of what a person has chosen, and of saying no."""

from collections.abc import Iterator
from datetime import date, timedelta

from content.access.login_id import read
from content.access.passwords import Reason
from content.credits.noted import Noted
from content.hours import HourOf, Hours
from content.operator import Profile
from content.refusals import (
    AnswersNotPublished,
    AnswerTooLate,
    BadPeriod,
    BeforeProgramme,
    ChaptersMissing,
    EditNotRead,
    FileTooBig,
    JournalClosed,
    NoCourses,
    NoMoreTests,
    NoPractice,
    NoSuchBroadcast,
    NoSuchCode,
    NoSuchCourse,
    NoSuchDeclaration,
    NoSuchIssue,
    NoSuchRequest,
    NoSuchTraining,
    NotAMember,
    NotHere,
    NothingToCertify,
    NotLoggedIn,
    NotSaved,
    NotText,
    NotUnderstood,
    OnlyLooking,
    PeriodSlip,
    PracticeClosed,
    Refusal,
    RestOfText,
    RetakeLater,
    StaleButton,
    StillChecking,
    TooBusy,
    TooFast,
    TooManyCertificates,
    TooManyDrafts,
    TooManyMessages,
    TooManyRequests,
    TooManySubmitted,
)
from content.values import Reminder
from content.words import Words
from handlers.screens import home, privacy, refusal, settings
from handlers.screens.access import code, joining, login, session
from handlers.screens.credits import noted
from handlers.screens.settings import Dated, Notices
from handlers.screens.study import search
from tests.gallery.facts import NAME, NOW, RULES, TODAY
from tests.gallery.hanging import Exhibit, hang

REFUSALS: tuple[Refusal, ...] = (
    NotLoggedIn(),
    NotAMember(),
    NotUnderstood(),
    StaleButton(),
    NotText(),
    OnlyLooking(),
    FileTooBig(),
    NotSaved(),
    EditNotRead(),
    StillChecking(),
    AnswerTooLate(),
    RestOfText(),
    TooBusy(),
    TooFast(),
    NotHere(),
    NoSuchCode(),
    NoSuchCourse(),
    NoSuchTraining(),
    NoSuchIssue(),
    NoSuchDeclaration(),
    NoSuchRequest(),
    TooManyRequests(5),
    TooManyMessages(10),
    TooManyCertificates(20),
    TooManyDrafts(10),
    TooManySubmitted(30),
    NoSuchBroadcast(),
    JournalClosed(NOW),
    AnswersNotPublished(NOW),
    NoCourses(83),
    ChaptersMissing((1,)),
    ChaptersMissing(tuple(range(1, 31))),
    RetakeLater(NOW),
    NoMoreTests(),
    *map(PracticeClosed, NoPractice),
    NothingToCertify(),
    *map(BadPeriod, PeriodSlip),
    BeforeProgramme(date(1987, 4, 1)),
)
"""One of each at least; a test asks for those that are missing."""
HOURS = NOW + timedelta(hours=20)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield from _first(words, profile)
    yield from _logging_in(words, profile)
    yield from _choosing_a_password(words)
    yield from _settings(words)
    yield from _refusals(words)


def _first(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield hang("a stranger", home.greeting, words, profile)
    for view in (Noted(), Noted(0), Noted(2, TODAY, TODAY)):
        yield hang(f"{view.filings} filings", noted.noted, view, words)
        yield hang(f"{view.filings} filings", noted.ask_filings, view, words)
        for bad in (False, True):
            yield hang(f"{view.filings} filings, bad: {bad}", noted.ask_certified_on, view, words, TODAY, bad=bad)
    for bad in (False, True):
        yield hang(f"bad: {bad}", noted.ask_filed_on, words, TODAY, bad=bad)
    for is_member in (False, True):
        name, version = f"the notice, to a member: {is_member}", RULES.privacy_notice
        yield hang(name, privacy.notice, words, version, profile, member=is_member)
    yield hang("to accept", privacy.ask, words, RULES.privacy_notice, profile)
    for number in range(1, 5):
        for asked in (False, True):
            name, version = f"page {number}, asked: {asked}", RULES.privacy_notice
            yield hang(name, privacy.full, words, version, number, profile, asked=asked)
    yield hang("declined", privacy.declined, words)


def _logging_in(words: Words, profile: Profile) -> Iterator[Exhibit]:
    for member_no, mamis_id in ((True, True), (True, False), (False, True)):
        name = f"user ID {member_no}, MAMIS ID {mamis_id}"
        yield hang(name, login.ask_id, words, member_no=member_no, mamis_id=mamis_id)
    yield hang("unreadable", login.id_unreadable, words)
    for typed in ("1000000001", "100000", "tokyo"):
        for letters in (False, True):
            yield hang(f"for {typed}, {letters}", login.ask_password, words, read(typed), letters=letters)
    wrong = login.wrong(words, profile, login.Tried("1000000001", NOW))
    for typed in ("1000000001", ""):
        tried = login.Tried(typed, NOW, letters=not typed)
        yield hang(f"wrong, {typed}", login.wrong, words, profile, tried)
        yield hang(f"wrong, and wait, {typed}", login.wrong_and_wait, words, profile, tried, HOURS)
        yield hang(f"too early, {typed}", login.wait, words, profile, tried, HOURS)
    yield hang("forgotten", login.forgotten, words, profile)
    yield hang("a code before its time", login.early, words, HOURS)
    yield hang("told at once", code.given, NOW, HOURS, words)
    yield hang("void", code.disowned, words)
    yield hang("not good any more", code.over, words)
    yield hang("to an owner", code.told_owner, NAME, NOW, words)
    yield hang("message not deleted", login.not_deleted, wrong, words)
    yield hang("logged in already", login.already, words, NAME)
    yield hang("no member", login.not_member, words)
    yield hang("with somebody to ask", joining.joining, words, profile)
    yield hang("without", joining.joining, words, profile.model_copy(update={"joining_contact": None}))
    yield hang("to log out", session.ask_logout, words)
    yield hang("logged out", session.logged_out, words)
    yield hang("logged in elsewhere", session.ended, words, NOW, profile)


def _choosing_a_password(words: Words) -> Iterator[Exhibit]:
    yield hang("a new one", login.ask_new, words, shortest=8, minutes=30)
    for reason in Reason:
        yield hang(reason.name, login.bad, words, reason, shortest=8)
    yield hang("too late", login.too_late, words)


def _settings(words: Words) -> Iterator[Exhibit]:
    yield hang("a stranger", settings.for_stranger, words, toast="")
    for dated in (Dated(NOW, tuple(Reminder)), Dated(NOW, (Reminder.COURSE,)), None):
        notices = Notices(Hours(), dated, dated, 14)
        name = f"{len(dated.kinds) if dated else 0} reminders"
        yield hang(name, settings.for_member, words, NAME, notices, dated is None, rules=RULES)
    for wanted in (tuple(Reminder), (Reminder.JOURNAL,), ()):
        name = f"reminders of {len(wanted)} kinds"
        yield hang(name, settings.kinds, wanted, bool(wanted), rules=RULES, words=words)
    for hours in (Hours(), Hours(0, 0)):
        yield hang(f"quiet: {hours.has_quiet}", settings.hours, hours, words)
        for what in HourOf:
            yield hang(f"{what}, quiet: {hours.has_quiet}", settings.pick, what, hours, words)


def _refusals(words: Words) -> Iterator[Exhibit]:
    for one in REFUSALS:
        yield hang(type(one).__name__, refusal.said, one, words)
        yield hang(type(one).__name__, refusal.pressed, one, words)
    yield hang("an answer that came too late", refusal.too_late, search.ask(words), words)
    yield hang("a double tap", refusal.pressed_again, words)
