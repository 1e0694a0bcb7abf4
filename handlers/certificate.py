"""受講証明書: for a period, from the day after a credit was earned."""

from datetime import date, datetime, timedelta

from content import curriculum, periods
from content.certificate import CertificateFacts, CertificateLine
from content.maintenance import Concerned
from content.periods import Named, Period
from content.refusals import NoSuchCourse, NothingToCertify, StaleButton
from content.rules import begins, day_of, next_morning
from content.training import slug_of
from content.words import JA
from handlers import maintenance
from handlers.presses import certificate as presses
from handlers.screens import certificate as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, Hears, On, Turn, Unwanted, Writes
from storage.certificates import certificates, eligible
from storage.credits.ledger import Entry
from storage.people import chats, members
from storage.post import letters
from storage.post.letters import Letter
from storage.programme import courses
from storage.trainings import published

DATES = "certificate_dates"


def asked(turn: Turn, argument: str) -> Screen:
    """/certificate, or /certificate 2026/4/1-2026/9/30"""
    if argument:
        return issue(turn, periods.written(argument, day_of(turn.now)))
    return opened(turn)


def opened(turn: Turn, _press: presses.Certificates | None = None) -> Screen:
    told = maintenance.announced(turn, Concerned.CERTIFICATES)
    return screens.choose(turn.words, _today(turn), _available_at(turn), announced=told)


def for_period(turn: Turn, press: presses.ForPeriod) -> Screen:
    try:
        name = Named(press.name)
    except ValueError:
        raise StaleButton from None
    return issue(turn, periods.named(name, day_of(turn.now)))


def own_dates(turn: Turn, _press: presses.OwnDates) -> Screen:
    chats.expect(turn.session, turn.chat.id, DATES)
    return screens.ask_dates(turn.words)


def dates_said(turn: Turn, text: str) -> Screen:
    period = periods.written(text, day_of(turn.now))
    screen = issue(turn, period)
    chats.expect(turn.session, turn.chat.id, "")
    return screen


def tell_me(turn: Turn, _press: presses.TellMe) -> Screen:
    """Queue the notice for tomorrow morning; once a day of credit, however often it is asked for."""
    if not _today(turn):
        raise StaleButton
    at = next_morning(turn.now)
    new = letters.put(
        turn.session,
        member_id=turn.member.id,
        kind="certificate_ready",
        subject=day_of(turn.now).isoformat(),
        slot="1",
        at=turn.now,
        due_at=at,
    )
    return screens.will_tell(turn.words, at, asked_before=not new)


def issue(turn: Turn, period: Period) -> Screen:
    """Freeze the facts and queue the paper, in this transaction: a crash after it loses nothing."""
    today = day_of(turn.now)
    covered = periods.until_yesterday(period, today, turn.rules.certificate_after_days)
    lines = _lines(turn, covered)
    if not lines:
        earned_today = _today(turn) if period.first <= today <= period.last else 0
        if earned_today:
            return screens.nothing_yet(turn.words, earned_today, _available_at(turn))
        raise NothingToCertify
    certificate_id = certificates.ask(
        turn.session, turn.house.cipher, turn.member.id, _facts(turn, covered, lines, today), turn.now
    )
    letters.put(
        turn.session,
        member_id=turn.member.id,
        kind="certificate",
        subject=str(certificate_id),
        slot=str(turn.update_id),
        at=turn.now,
    )
    return screens.on_its_way(turn.words, covered)


def _facts(turn: Turn, period: Period, lines: tuple[CertificateLine, ...], today: date) -> CertificateFacts:
    person = members.person(turn.session, turn.member.id)
    return CertificateFacts(
        name=person.name,
        registry_no=person.registry_no,
        member_no=person.member_no,
        period_from=period.first,
        period_to=period.last,
        lines=lines,
        issued_on=today,
        sample=_is_sample(turn, period),
    )


def _lines(turn: Turn, period: Period) -> tuple[CertificateLine, ...]:
    """In the order of their days. The paper is in Japanese, whatever the chat speaks."""
    if period.last < period.first:
        return ()
    return tuple(
        CertificateLine(
            day=entry.earned_on,
            title=entry.title,
            organiser=entry.organiser,
            kind=JA.ledger.kind(entry.kind),
            code=entry.code,
            code_name=curriculum.load().code(entry.code).ja,
            half_units=entry.half_units,
        )
        for entry in reversed(_certifiable(turn, period))
    )


def _is_sample(turn: Turn, period: Period) -> bool:
    return any(_of_sample(turn, entry.source) for entry in _certifiable(turn, period))


def _certifiable(turn: Turn, period: Period) -> tuple[Entry, ...]:
    """The credits of a period that a certificate shows."""
    return eligible.entries(turn.session, turn.member.id, period.first, period.last, turn.rules)


def _of_sample(turn: Turn, source: str) -> bool:
    if slug_of(source):
        return published.is_sample(turn.session, source)
    try:
        return courses.by_slug(turn.session, source.partition(":")[2]).course.sample
    except NoSuchCourse:
        return False


def _today(turn: Turn) -> int:
    """Half-units earned today, which no certificate may show yet."""
    return _half_units(turn, day_of(turn.now))


def _half_units(turn: Turn, day: date) -> int:
    return sum(entry.half_units for entry in _certifiable(turn, Period(day, day)))


def _available_at(turn: Turn) -> datetime:
    return begins(day_of(turn.now) + timedelta(days=turn.rules.certificate_after_days))


def write_paper(turn: Turn, letter: Letter) -> Screen | Unwanted:
    facts = certificates.facts(turn.session, int(letter.subject))
    period = Period(facts.period_from, facts.period_to)
    return screens.document(turn.words, int(letter.subject), period, facts.half_units)


def write_ready(turn: Turn, letter: Letter) -> Screen | Unwanted:
    day = date.fromisoformat(letter.subject)
    half_units = _half_units(turn, day)
    if not half_units:
        return Unwanted("the credit was reversed")
    return screens.ready(turn.words, half_units)


def write_held(turn: Turn, _letter: Letter) -> Screen | Unwanted:
    return screens.held(turn.words)


ROUTES = (
    Command("certificate", asked, MEMBER),
    On(presses.Certificates, opened, MEMBER),
    On(presses.ForPeriod, for_period, MEMBER),
    On(presses.OwnDates, own_dates, MEMBER),
    On(presses.TellMe, tell_me, MEMBER),
    Hears(DATES, dates_said, MEMBER),
)
LETTERS = (
    Writes("certificate", write_paper, again=True, nudge=False),
    Writes("certificate_ready", write_ready, again=True, nudge=True),
    Writes("certificate_held", write_held, again=True, nudge=False),
)
