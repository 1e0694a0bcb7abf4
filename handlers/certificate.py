"""受講証明書: certificates of a period. A credit can be certified from the day after it was earned."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from content import curriculum
from content.certificate import CertificateFacts, CertificateLine, Issuer
from content.credit import StandingCredit
from content.keys.letters import CertificateHeld, CertificatePaper, CertificateReady
from content.keys.note import Note
from content.maintenance import Concerned
from content.refusals import NothingToCertify, StaleButton, TooManyCertificates
from content.rules import begins, day_of, next_morning
from content.text import periods
from content.text.periods import Named, Period
from content.text.printing import uncovered
from content.values import CERTIFIED
from content.words import JA
from handlers import maintenance
from handlers.keeping import Draws
from handlers.papers import certificate as drawing
from handlers.presses import certificate as presses
from handlers.screens import certificate as screens
from handlers.screens.screen import KeptPaper, Screen
from handlers.turn import MEMBER, Command, Hears, On, Turn, Unwanted, Writes
from storage.certificates import certificates, eligible, wordings
from storage.credits import samples
from storage.people import chats, members
from storage.post import letters
from storage.post.letters import Letter


@dataclass(frozen=True)
class AwaitPeriod(Note, expects="certificate_dates"):
    """The dates of a period are awaited."""


def asked(turn: Turn, argument: str) -> Screen:
    """/certificate asks for a period; /certificate 2026/4/1-2026/9/30 names it."""
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
    chats.expect(turn.session, turn.chat.id, AwaitPeriod())
    return screens.ask_dates(turn.words)


def dates_said(turn: Turn, _note: AwaitPeriod, text: str) -> Screen:
    period = periods.written(text, day_of(turn.now))
    screen = issue(turn, period)
    chats.expect(turn.session, turn.chat.id, None)
    return screen


def tell_me(turn: Turn, _press: presses.TellMe) -> Screen:
    """Queue the notice for tomorrow morning. There is one for each day of credit, however often it is asked for."""
    if not _today(turn):
        raise StaleButton
    at = next_morning(turn.now)
    new = letters.put(
        turn.session,
        member_id=turn.member.id,
        key=CertificateReady(day_of(turn.now)),
        slot="1",
        at=turn.now,
        due_at=at,
    )
    return screens.will_tell(turn.words, at, asked_before=not new)


def issue(turn: Turn, period: Period) -> Screen:
    """Freeze the facts and queue the paper, both in this transaction: a crash after it loses nothing.

    Raises NothingToCertify, TooManyCertificates.
    """
    today = day_of(turn.now)
    covered = periods.until_yesterday(period, today, turn.rules.certificate_after_days)
    entries = _certifiable(turn, covered)
    if not entries:
        earned_today = _today(turn) if period.first <= today <= period.last else 0
        if earned_today:
            return screens.nothing_yet(turn.words, earned_today, _available_at(turn))
        raise NothingToCertify
    certificate_id = certificates.ask(
        turn.session,
        turn.house.cipher,
        turn.member.id,
        _facts(turn, covered, entries, today),
        turn.now,
        turn.house.links.certificate,
    )
    most = turn.rules.certificates_a_day
    if certificates.asked(turn.session, turn.member.id, begins(today)) > most:
        raise TooManyCertificates(most)
    key = CertificatePaper(certificate_id)  # whoever asks gets a paper; one that is on its way need not be sent twice
    if not letters.on_its_way(turn.session, turn.member.id, key):
        letters.put(turn.session, member_id=turn.member.id, key=key, slot=str(turn.update_id), at=turn.now)
    return screens.on_its_way(turn.words, covered)


def _facts(turn: Turn, period: Period, entries: tuple[StandingCredit, ...], today: date) -> CertificateFacts:
    person = members.person(turn.session, turn.member.id)
    facts = CertificateFacts(
        name=person.name,
        registry_no=person.registry_no,
        member_no=person.member_no,
        period_from=period.first,
        period_to=period.last,
        lines=_lines(entries),
        issued_on=today,
        issuer=Issuer.of(turn.profile),
        since=turn.profile.late(period.first, CERTIFIED),
        sample=samples.count_here(turn.session),  # elsewhere the entries hold no sample
        signed=turn.house.signed,
    )
    return wordings.worded(facts, wordings.every(turn.session))


def _lines(entries: tuple[StandingCredit, ...]) -> tuple[CertificateLine, ...]:
    """The lines in the order of their days. They are in Japanese, whatever language the chat speaks: the paper is."""
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
        for entry in reversed(entries)
    )


def _certifiable(turn: Turn, period: Period) -> tuple[StandingCredit, ...]:
    """The credits of a period that a certificate shows, the latest first. A period without days has none."""
    if period.last < period.first:
        return ()
    return eligible.entries(turn.session, turn.member.id, period.first, period.last, turn.rules)


def _today(turn: Turn) -> int:
    """Half-units earned today, which no certificate may show yet."""
    return _half_units(turn, day_of(turn.now))


def _half_units(turn: Turn, day: date) -> int:
    return sum(entry.half_units for entry in _certifiable(turn, Period(day, day)))


def _available_at(turn: Turn) -> datetime:
    return begins(day_of(turn.now) + timedelta(days=turn.rules.certificate_after_days))


def write_paper(turn: Turn, letter: Letter[CertificatePaper]) -> Screen | Unwanted:
    facts = certificates.facts(turn.session, letter.key.certificate)
    period = Period(facts.period_from, facts.period_to)
    return screens.document(turn.words, letter.key.certificate, period, facts.half_units, facts.since)


def write_ready(turn: Turn, letter: Letter[CertificateReady]) -> Screen | Unwanted:
    half_units = _half_units(turn, letter.key.earned_on)
    if not half_units:
        return Unwanted("the credit was reversed")
    return screens.ready(turn.words, half_units)


def paper_kept(session: Session, paper: KeptPaper) -> bytes | None:
    return certificates.paper(session, paper.certificate_id)


def paper_facts(session: Session, paper: KeptPaper) -> CertificateFacts:
    return certificates.facts(session, paper.certificate_id)


def keep_paper(session: Session, paper: KeptPaper, drawn: bytes, at: datetime) -> bytes:
    return certificates.keep_paper(session, paper.certificate_id, drawn, hashlib.sha256(drawn).hexdigest(), at)


def is_signed(facts: CertificateFacts) -> bool:
    return facts.signed is not None


def write_held(turn: Turn, letter: Letter[CertificateHeld]) -> Screen | Unwanted:
    facts = certificates.facts(turn.session, letter.key.certificate)
    return screens.held(turn.words, by_name=bool(uncovered(facts.name)))


ROUTES = (
    Command("certificate", asked, MEMBER),
    On(presses.Certificates, opened, MEMBER),
    On(presses.ForPeriod, for_period, MEMBER),
    On(presses.OwnDates, own_dates, MEMBER),
    On(presses.TellMe, tell_me, MEMBER),
    Hears(AwaitPeriod, dates_said, MEMBER),
)
LETTERS = (
    Writes(CertificatePaper, write_paper),
    Writes(CertificateReady, write_ready),
    Writes(CertificateHeld, write_held),
)
PAPERS = (Draws(KeptPaper, paper_kept, paper_facts, drawing.draw, keep_paper, is_signed),)
