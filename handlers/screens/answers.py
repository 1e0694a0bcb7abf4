"""The guide's questions and answers, a topic at a time, with buttons that lead to what the answers speak of."""

from collections.abc import Callable
from datetime import date

from content import links
from content.guide import Answers, Topic
from content.operator import Profile
from content.rules import Rules
from content.words import Words
from handlers.presses.certificates.certificate import Certificates
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.fees import OpenFees
from handlers.presses.credits.why import Why
from handlers.presses.help import AskAbout, Contact, Help
from handlers.presses.journal import Issues
from handlers.presses.radio import NOW, Radio
from handlers.presses.requests import Requests
from handlers.presses.start import LogIn
from handlers.presses.study.browse import Codes
from handlers.presses.study.resume import Resume
from handlers.presses.trainings.checkin import CheckIn
from handlers.presses.trainings.trainings import Trainings
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Row, Screen, bold, plain, row

SIZE = 3


def topic(words: Words, about: Topic, number: int, rules: Rules, today: date, profile: Profile) -> Screen:
    """Some questions of a topic, each with its answer as it reads today."""
    shown = cut(answers(words, about, rules, today, profile), number, SIZE)
    said = [f"{bold(question)}\n{plain(answer)}" for question, answer in shown.items]
    rows = (
        *_WAYS[about](words),
        *pager(words, shown, lambda page: AskAbout(about.value, page)),
        row(Button(words.common.back(), Help())),
    )
    return Screen("\n\n".join([bold(words.help.topic(about)), *said]), rows, subject="help")


def answers(words: Words, about: Topic, rules: Rules, today: date, profile: Profile) -> Answers:
    """All questions of a topic. What was planned for a day reads otherwise once that day has come."""
    return _ANSWERS[about](words, rules, today, profile)


def _link(words: Words, slug: str) -> Row:
    link = links.load().link(slug)
    return row(Button(link.title.text(words.language), url=link.address))


def _login(words: Words) -> tuple[Row, ...]:
    return row(Button(words.common.to_login(), LogIn())), _link(words, "login")


def _courses(words: Words) -> tuple[Row, ...]:
    return row(Button(words.common.to_courses(), Codes(1, "courses"))), _link(words, "elearning")


def _codes(words: Words) -> tuple[Row, ...]:
    return row(Button(words.browse.codes_title(), Codes(1, "all"))), _link(words, "curriculum")


def _test(words: Words) -> tuple[Row, ...]:
    return (row(Button(words.start.to_resume(), Resume())),)


def _credits(words: Words) -> tuple[Row, ...]:
    return row(Button(words.common.to_credits(), Credits())), row(Button(words.why.to_why(), Why(1)))


def _journal(words: Words) -> tuple[Row, ...]:
    return row(Button(words.journal.to_journal(), Issues(1))), _link(words, "journal")


def _trainings(words: Words) -> tuple[Row, ...]:
    return (
        row(Button(words.trainings.to_trainings(), Trainings(1))),
        row(Button(words.trainings.to_checkin(), CheckIn())),
    )


def _certificate(words: Words) -> tuple[Row, ...]:
    certificates = row(Button(words.start.to_certificate(), Certificates()))
    requests = row(Button(words.requests.to_requests(), Requests(1)))
    return certificates, requests, _link(words, "mamis"), _link(words, "certificate")


def _common(words: Words) -> tuple[Row, ...]:
    return (row(Button(words.common.to_courses(), Codes(1, "courses"))),)


def _fees(words: Words) -> tuple[Row, ...]:
    return row(Button(words.fees.to_fees(), OpenFees())), _link(words, "fees")


def _mamis(words: Words) -> tuple[Row, ...]:
    desk = row(Button(words.links.to_desk(), Contact()))
    return desk, _link(words, "mamis"), _link(words, "manuals")


def _radio(words: Words) -> tuple[Row, ...]:
    return row(Button(words.radio.to_schedule(), Radio(NOW, False, NOW))), _link(words, "portal")


_WAYS: dict[Topic, Callable[[Words], tuple[Row, ...]]] = {
    Topic.LOGIN: _login,
    Topic.COURSES: _courses,
    Topic.CODES: _codes,
    Topic.TEST: _test,
    Topic.CREDITS: _credits,
    Topic.JOURNAL: _journal,
    Topic.TRAININGS: _trainings,
    Topic.CERTIFICATE: _certificate,
    Topic.COMMON: _common,
    Topic.FEES: _fees,
    Topic.MAMIS: _mamis,
    Topic.RADIO: _radio,
}
_ANSWERS: dict[Topic, Callable[[Words, Rules, date, Profile], Answers]] = {
    Topic.LOGIN: lambda words, rules, today, profile: words.learning.login(rules, today, profile),
    Topic.COURSES: lambda words, rules, _, profile: words.learning.courses(rules, profile),
    Topic.CODES: lambda words, rules, *_: words.learning.codes(rules),
    Topic.TEST: lambda words, rules, *_: words.learning.test(rules),
    Topic.CREDITS: lambda words, rules, *_: words.learning.credits(rules),
    Topic.JOURNAL: lambda words, rules, *_: words.learning.journal(rules),
    Topic.TRAININGS: lambda words, rules, *_: words.proving.trainings(rules),
    Topic.CERTIFICATE: lambda words, rules, _, profile: words.proving.certificate(rules, profile),
    Topic.COMMON: lambda words, rules, *_: words.proving.common(rules),
    Topic.FEES: lambda words, rules, _, profile: words.proving.fees(rules, profile),
    Topic.MAMIS: lambda words, rules, *_: words.proving.mamis(rules),
    Topic.RADIO: lambda words, rules, *_: words.learning.radio(rules),
}
