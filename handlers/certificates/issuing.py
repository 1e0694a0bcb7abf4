"""The paper itself: its facts are frozen when the member asks for it, or on the morning after if the member wishes."""

from datetime import date

from content import curriculum
from content.certificates import certifying
from content.certificates.certificate import CertificateFacts, CertificateLine, Issuer
from content.certificates.certifying import Candidate, Shown, Wish
from content.keys.letters import CertificatePaper, CertificateReady
from content.refusals import NothingToCertify, StaleButton, TooManyCertificates
from content.rules import begins, day_of, fiscal_year, next_morning, year_span
from content.text.periods import Period
from content.values import CERTIFIED, CertificatePurpose
from content.words import JA
from handlers.certificates import drafting
from handlers.presses.certificates import certificate as presses
from handlers.screens.certificates import certificate as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, On, Turn, Unwanted, Writes
from storage.certificates import certificates, eligible, wordings
from storage.certificates.eligible import Holder
from storage.post import letters, requested, waiting
from storage.post.letters import Letter


def issue(turn: Turn, press: presses.Issue) -> Screen:
    """Freeze the facts and queue the paper, both in this transaction: a crash after it loses nothing.

    Raises StaleButton, NothingToCertify, TooManyCertificates.
    """
    wish = drafting.wished(turn, press.purpose, press.first, press.last, registry=press.registry)
    holder = eligible.holder(turn.session, turn.member.id)
    draft = drafting.shown(turn, wish)
    if not draft.shown:
        raise NothingToCertify
    certificate_id = freeze(turn, facts(turn, draft, holder))
    most = turn.rules.certificates_a_day
    if certificates.asked(turn.session, turn.member.id, begins(day_of(turn.now))) > most:
        raise TooManyCertificates(most)
    requested.ask(turn.session, member_id=turn.member.id, key=CertificatePaper(certificate_id), at=turn.now)
    return screens.on_its_way(turn.words, draft.covered)


def tell_me(turn: Turn, _press: presses.TellMe) -> Screen:
    """Want the certificate of this year tomorrow: for the purpose of the last one, if it would show today's credit."""
    usual, registry = drafting.usual(turn)
    first, _ = year_span(fiscal_year(day_of(turn.now)))
    purposes = (usual, CertificatePurpose.GENERAL)
    for purpose in purposes:
        if drafting.draft(turn, _until_today(turn, purpose, first, registry=registry)).tomorrow:
            return _wanted(turn, purpose, first, registry=registry)
    raise StaleButton


def tell_me_of(turn: Turn, press: presses.TellMeOf) -> Screen:
    """Want a certificate tomorrow that begins on this day. Raises StaleButton if it would show nothing of today."""
    today = day_of(turn.now).toordinal()
    wish = drafting.wished(turn, press.purpose, press.first, today, registry=press.registry)
    if not drafting.draft(turn, wish).tomorrow:
        raise StaleButton
    return _wanted(turn, wish.purpose, wish.period.first, registry=wish.registry)


def write_ready(turn: Turn, letter: Letter[CertificateReady]) -> Screen | Unwanted:
    """The certificate that was wanted on the day of a credit: its first page as a picture. The paper follows it.

    It is issued now, so writing this letter changes the record. If it is written twice, the facts are the same, and so
    is the certificate.
    """
    day = letter.key.earned_on
    holder = eligible.holder(turn.session, turn.member.id)
    draft = drafting.shown(turn, _of(turn, letter.key))
    new = tuple(one for one in draft.shown if one.credit.earned_on == day)
    if not new:
        return Unwanted("the credit was reversed")
    said, purpose = facts(turn, draft, holder), draft.wish.purpose
    key = CertificatePaper(freeze(turn, said))
    letters.put(turn.session, member_id=turn.member.id, key=key, slot=f"ready {day}", at=turn.now)
    earned = certifying.half_units(new, purpose)
    return screens.ready(
        turn.words,
        earned,
        key.certificate,
        draft.covered,
        said.half_units,
        said.since,
        purpose=purpose,
        sample=said.sample,
    )


def _until_today(turn: Turn, purpose: CertificatePurpose, first: date, *, registry: bool) -> Wish:
    return Wish(purpose, Period(first, day_of(turn.now)), registry)


def _wanted(turn: Turn, purpose: CertificatePurpose, first: date, *, registry: bool) -> Screen:
    """Queue it for tomorrow morning. The same is queued once, however often it is wanted. Raises TooManyCertificates:
    no more are made tomorrow than may be issued in a day.
    """
    at = next_morning(turn.now)
    key = CertificateReady(day_of(turn.now), purpose.value, first, registry)
    new = letters.put(turn.session, member_id=turn.member.id, key=key, slot="1", at=turn.now, due_at=at)
    most = turn.rules.certificates_a_day
    if new and waiting.number_of(turn.session, turn.member.id, CertificateReady) > most:
        raise TooManyCertificates(most)
    return screens.will_tell(turn.words, at, asked_before=not new)


def _of(turn: Turn, key: CertificateReady) -> Wish:
    """What a letter wishes for. Those of version 0.4.0 name neither a purpose nor a first day."""
    usual, registry = drafting.usual(turn)
    offered = {one.value: one for one in certifying.offered(turn.profile)}
    purpose = offered.get(key.purpose, usual)
    first, _ = year_span(fiscal_year(key.earned_on))
    if not key.purpose:
        return Wish(purpose, Period(first, key.earned_on), registry)
    return Wish(purpose, Period(key.first, key.earned_on), key.registry)


def freeze(turn: Turn, facts: CertificateFacts) -> int:
    """The number of the certificate with these facts: the one that is on record, otherwise a new one."""
    return certificates.ask(
        turn.session, turn.house.cipher, turn.member.id, facts, turn.now, turn.house.links.certificate
    )


def facts(turn: Turn, draft: Shown, holder: Holder) -> CertificateFacts:
    """What a certificate of this draft says, in the words of papers."""
    return wordings.worded(_facts(turn, draft, holder), wordings.every(turn.session))


def _facts(turn: Turn, draft: Shown, holder: Holder) -> CertificateFacts:
    wish = draft.wish
    return CertificateFacts(
        name=holder.name,
        registry_no=holder.registry_no if wish.registry else "",
        member_no=holder.member_no,
        period_from=draft.covered.first,
        period_to=draft.covered.last,
        lines=tuple(_line(one, wish.purpose) for one in reversed(draft.shown)),
        issued_on=day_of(turn.now),
        issuer=Issuer.of(turn.profile),
        since=turn.profile.late(draft.covered.first, certifying.KINDS.get(wish.purpose, CERTIFIED)),
        sample=holder.sample,  # elsewhere the draft holds no sample
        purpose=wish.purpose,
        by_training_alone=draft.reading.by_training_alone,
        signed=turn.house.signed,
    )


def _line(one: Candidate, purpose: CertificatePurpose) -> CertificateLine:
    """A line in Japanese, whatever language the chat speaks: the paper is."""
    credit = one.credit
    return CertificateLine(
        day=credit.earned_on,
        title=credit.title,
        organiser=credit.organiser,
        kind=JA.ledger.kind(credit.kind),
        code=credit.code,
        code_name=curriculum.load().code(credit.code).ja,
        half_units=one.half_units(purpose),
        category=one.common.category if one.common and purpose is CertificatePurpose.SPECIALIST else "",
    )


ROUTES = (
    On(presses.Issue, issue, MEMBER),
    On(presses.TellMe, tell_me, MEMBER),
    On(presses.TellMeOf, tell_me_of, MEMBER),
)
LETTERS = (Writes(CertificateReady, write_ready, records=True),)
