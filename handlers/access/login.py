"""Logging in: the privacy notice, the ID, the password. See new_password for what follows the initial one."""

from dataclasses import dataclass, replace
from datetime import datetime

from content.access import login_id, passwords
from content.access.login_id import Form, LoginId
from content.activating import code
from content.keys.note import Note
from content.rules import day_of
from content.text import shapes
from handlers.access import activation, new_password, session
from handlers.finding import Takes
from handlers.presses import privacy as privacy_presses
from handlers.presses.start import LogIn
from handlers.screens import privacy
from handlers.screens.access import login as screens
from handlers.screens.access.login import Tried
from handlers.screens.screen import Screen
from handlers.screens.staff import account as account_screens
from handlers.turn import ANYONE, Command, Hears, HearsSecret, On, Opens, Visit
from handlers.work import Prepared, VerifyPassword, Work
from storage.people import chats, codes, guards, members, persons
from storage.people.guards import Attempt
from storage.people.members import Account


@dataclass(frozen=True)
class AwaitId(Note, expects="login_id"):
    """The ID of a member is awaited."""


@dataclass(frozen=True)
class AwaitConsent(Note, expects="login_consent"):
    """The consent to the privacy notice is awaited; `id` is what was typed before."""

    id: str


@dataclass(frozen=True)
class AwaitPassword(Note, expects="password"):
    """The password is awaited; `id` is what was typed before."""

    id: str


def command(visit: Visit, _argument: str) -> Screen:
    """Begin the login. What follows the command is not read: an ID or a password there would stay in the chat."""
    return log_in(visit, LogIn())


def log_in(visit: Visit, press: LogIn) -> Screen:
    caller, account = visit.chat.caller, visit.chat.staff_id
    if account is not None:
        return account_screens.logged_in(persons.name(visit.session, account), visit.words)
    if caller is not None and not press.again:
        return screens.already(visit.words, members.name(visit.session, caller.id))
    return _ask_id(visit) if _has_consented(visit) else _ask_consent(visit)


def by_id(visit: Visit, typed: str) -> Screen:
    """Begin the login with an ID that was typed without /login."""
    if _has_consented(visit):
        return hear_id(visit, AwaitId(), typed)
    chats.expect(visit.session, visit.chat.id, AwaitConsent(login_id.read(typed).text), visit.now)
    return _ask_consent(visit)


def hear_instead_of_consent(visit: Visit, _note: AwaitConsent, _text: str) -> Screen:
    return _ask_consent(visit)


def accept(visit: Visit, press: privacy_presses.Accept) -> Screen:
    """Accept the notice. The button of an older notice accepts nothing: the present notice is shown instead."""
    if press.version != visit.rules.privacy_notice:
        return _ask_consent(visit)
    chats.accept(visit.session, visit.chat.id, press.version)
    note = visit.chat.awaits
    return hear_id(visit, AwaitId(), note.id) if isinstance(note, AwaitConsent) else _ask_id(visit)


def by_code(visit: Visit, typed: str) -> Screen:
    """Begin with the code of an activation letter: by its link, or typed at any time before the log-in."""
    if visit.chat.person_id is not None:
        return log_in(visit, LogIn())
    if not _has_consented(visit):
        chats.expect(visit.session, visit.chat.id, AwaitConsent(typed), visit.now)
        return _ask_consent(visit)
    return activation.begin(visit, typed)


def hear_id(visit: Visit, _note: AwaitId, text: str) -> Screen:
    if code.may_be_one(text):
        return activation.begin(visit, text)
    typed = login_id.read(text)
    if typed.form is Form.UNREADABLE:
        return screens.id_unreadable(visit.words)
    # An ID that nobody has goes the same way: the answer must not tell which IDs exist.
    account = _account(visit, typed)
    until = _opens(visit, _attempt(visit, account))
    if until > visit.now:
        # the ID that was typed stays in the chat, so the answer comes below it
        return replace(_wait(visit, _tried(visit, typed.text), until), over=False)
    chats.expect(visit.session, visit.chat.id, AwaitPassword(typed.text), visit.now)
    return screens.ask_password(visit.words, typed, letters=activation.in_use(visit))


def prepare_password(visit: Visit, note: AwaitPassword, text: str) -> Work | Screen:
    """Ask for one verification, also for an unknown ID: the time must not tell. During a wait, ask for none."""
    if activation.is_meant(visit, text):
        return activation.begin(visit, text)
    account = _noted(visit, note)
    until = _opens(visit, _attempt(visit, account))
    if until > visit.now:
        return _wait(visit, _tried(visit, note.id), until)
    return _verifying(account, text)


def judge_password(visit: Visit, note: AwaitPassword, text: str, prepared: Prepared) -> Screen:
    account = _noted(visit, note)
    tried = _attempt(visit, account)
    # Others may have failed with this ID meanwhile. After too many failures a right guess is not taken either.
    until = _opens(visit, tried)
    screen = (
        _wait(visit, _tried(visit, note.id), until)
        if until > visit.now
        else _judged(visit, account, tried, text, prepared, note.id)
    )
    return screen if prepared.message_deleted else screens.not_deleted(screen, visit.words)


def _has_consented(visit: Visit) -> bool:
    return visit.chat.accepted_notice == visit.rules.privacy_notice


def _ask_consent(visit: Visit) -> Screen:
    return privacy.ask(visit.words, visit.rules.privacy_notice, visit.profile)


def _ask_id(visit: Visit) -> Screen:
    chats.expect(visit.session, visit.chat.id, AwaitId(), visit.now)
    return screens.ask_id(visit.words, member_no=_takes_member_no(visit), mamis_id=_takes_mamis_id(visit))


def _takes_member_no(visit: Visit) -> bool:
    last = visit.rules.member_no_until
    return last is None or day_of(visit.now) <= last


def _takes_mamis_id(visit: Visit) -> bool:
    return day_of(visit.now) >= visit.rules.mamis_id_from


def _noted(visit: Visit, note: AwaitPassword) -> Account:
    return _account(visit, login_id.read(note.id))


def _account(visit: Visit, typed: LoginId) -> Account:
    """The account behind an ID. Accounts of the association are never refused by date: `member_no_until` ends the
    member numbers alone.
    """
    member_no = _takes_member_no(visit) or typed.form is Form.ACCOUNT
    return members.account(
        visit.session, visit.house.cipher, typed.text, member_no=member_no, mamis_id=_takes_mamis_id(visit)
    )


def _attempt(visit: Visit, account: Account) -> Attempt:
    """This chat's attempt at this account. A chat that is logged in counts as a stranger for every ID but its own."""
    has_code = account.code_until is not None and visit.now < account.code_until
    caller = visit.chat.caller
    return guards.attempt(
        visit.house.cipher,
        visit.chat.telegram_id,
        account.guarded,
        own=caller is not None and caller.id == account.id,
        code_key=account.code_key if has_code else "",
    )


def _verifying(account: Account, text: str) -> VerifyPassword:
    return VerifyPassword(account.password_hash, passwords.normal(text), passwords.former(text))


def _opens(visit: Visit, tried: Attempt) -> datetime:
    """When this may be tried. A one-time code may be tried although somebody's failures have locked the ID: staff gave
    it for that.
    """
    until = guards.may_try(visit.session, tried, visit.now)
    by_code = guards.may_use_code(visit.session, tried, visit.now)
    return until if by_code is None else min(until, by_code)


def _judged(visit: Visit, account: Account, tried: Attempt, text: str, prepared: Prepared, typed: str) -> Screen:
    # While this ID or this person has to wait, the one-time code alone opens the account.
    only_code = guards.may_try(visit.session, tried, visit.now) > visit.now
    # If the password was changed while this one was being verified, the verdict is void.
    is_right = prepared.matches and prepared.work == _verifying(account, text)
    if is_right and not only_code:
        if prepared.hashed:
            members.renew_hash(visit.session, account.id, prepared.hashed)
        return session.enter(visit, account.id, visit.words.login.welcome())
    if members.is_initial(account, text) and not only_code:
        return new_password.ask(visit, account.id, code_key="")
    if codes.is_early(account, visit.house.cipher, text, visit.now) and account.code_from is not None:
        return screens.early(visit.words, account.code_from)
    if codes.is_good(account, visit.house.cipher, text, visit.now):
        return new_password.ask(visit, account.id, code_key=account.code_key)
    guards.fail(visit.session, tried.counted, visit.now)
    until = _opens(visit, tried)
    if until > visit.now:
        said = _tried(visit, typed)
        _wait(visit, said, until)
        return screens.wrong_and_wait(visit.words, visit.profile, said, until)
    return screens.wrong(visit.words, visit.profile, _tried(visit, typed))


def _tried(visit: Visit, typed: str) -> Tried:
    """The attempt as the screen tells of it. What may be a password that came too early is not repeated."""
    return Tried("" if _is_no_member_no(typed) else typed, visit.now, activation.in_use(visit))


def _wait(visit: Visit, tried: Tried, until: datetime) -> Screen:
    """Name the moment from which it can be tried again. What the chat awaits is awaited from then on."""
    chats.expect(visit.session, visit.chat.id, visit.chat.awaits, until)
    return screens.wait(visit.words, visit.profile, tried, until)


def _begins(visit: Visit, _text: str) -> bool:
    """Whether a bare ID begins the login: nobody is logged in, and the chat waits for nothing else."""
    return visit.chat.person_id is None and not visit.chat.expects


def _is_no_member_no(text: str) -> bool:
    """Only a plain number of ten digits surely is an ID. Anything else may be a password that came too early."""
    return login_id.read(text).form is not Form.MEMBER_NO


ROUTES = (
    Command("login", command, who=ANYONE, hides=True),
    On(LogIn, log_in, who=ANYONE),
    On(privacy_presses.Accept, accept, who=ANYONE),
    Opens(code.PREFIX, by_code, ANYONE, hides=True),
    Takes(code.may_be_one, _begins, by_code, ANYONE, apart=AwaitId, hides=True),
    Takes(lambda text: not _is_no_member_no(text), _begins, by_id, ANYONE, apart=AwaitId),
    Hears(AwaitConsent, hear_instead_of_consent, ANYONE, fits=shapes.nothing, hides=_is_no_member_no),
    Hears(AwaitId, hear_id, who=ANYONE, fits=shapes.login, hides=_is_no_member_no),
    HearsSecret(AwaitPassword, prepare_password, judge_password, who=ANYONE),
)
