"""Logging in: the privacy notice, the ID, the password. See new_password for what follows the initial one."""

from collections.abc import Sequence

from content import login_id, passwords
from content.login_id import Form, LoginId
from content.rules import day_of
from handlers import new_password, session
from handlers.presses import login as login_presses
from handlers.presses import privacy as privacy_presses
from handlers.presses.start import LogIn
from handlers.screens import login as screens
from handlers.screens import privacy
from handlers.screens.screen import Screen
from handlers.turn import (
    ANYONE,
    Command,
    Hears,
    HearsSecret,
    On,
    Prepared,
    VerifyPassword,
    Visit,
    Work,
)
from storage.people import chats, guards, members
from storage.people.members import Account


def command(visit: Visit, _argument: str) -> Screen:
    """What follows the command is not read: an ID or a password there would stay in the chat."""
    return log_in(visit, LogIn())


def log_in(visit: Visit, press: LogIn) -> Screen:
    caller = visit.chat.caller
    if caller is not None and not press.again:
        return screens.already(visit.words, members.name(visit.session, caller.id))
    if visit.chat.accepted_notice != visit.rules.privacy_notice:
        return privacy.ask(visit.words, visit.rules.privacy_notice)
    return _ask_id(visit)


def accept(visit: Visit, press: privacy_presses.Accept) -> Screen:
    """An old button accepts an old notice: the present one is then shown."""
    if press.version != visit.rules.privacy_notice:
        return privacy.ask(visit.words, visit.rules.privacy_notice)
    chats.accept(visit.session, visit.chat.id, press.version)
    return _ask_id(visit)


def decline(visit: Visit, _press: privacy_presses.Decline) -> Screen:
    return privacy.declined(visit.words)


def not_member(visit: Visit, _press: login_presses.NotMember) -> Screen:
    return screens.not_member(visit.words)


def hear_id(visit: Visit, text: str) -> Screen:
    typed = login_id.read(text)
    if typed.form is Form.UNREADABLE:
        return screens.id_unreadable(visit.words)
    account = _account(visit, typed)
    until = guards.until(visit.session, _gates(visit, account), visit.now)
    if until > visit.now:
        return screens.wait(visit.words, visit.now, until)
    chats.expect(visit.session, visit.chat.id, "password", {"id": typed.text})
    return screens.ask_password(visit.words, typed)


def prepare_password(visit: Visit, text: str) -> Work | Screen:
    """One verification, whoever it is; none while there is a wait."""
    account = _noted(visit)
    until = guards.until(visit.session, _gates(visit, account), visit.now)
    if until > visit.now:
        return screens.wait(visit.words, visit.now, until)
    return VerifyPassword(account.password_hash, passwords.normal(text))


def judge_password(visit: Visit, text: str, prepared: Prepared) -> Screen:
    account = _noted(visit)
    gates = _gates(visit, account)
    # others may have failed with this ID meanwhile: a right guess among too many is not taken
    until = guards.until(visit.session, gates, visit.now)
    screen = (
        screens.wait(visit.words, visit.now, until)
        if until > visit.now
        else _judged(visit, account, gates, text, prepared)
    )
    return screen if prepared.message_deleted else screens.not_deleted(screen, visit.words)


def _ask_id(visit: Visit) -> Screen:
    chats.expect(visit.session, visit.chat.id, "login_id")
    return screens.ask_id(visit.words, member_no=_takes_member_no(visit), mamis_id=_takes_mamis_id(visit))


def _takes_member_no(visit: Visit) -> bool:
    last = visit.rules.member_no_until
    return last is None or day_of(visit.now) <= last


def _takes_mamis_id(visit: Visit) -> bool:
    return day_of(visit.now) >= visit.rules.mamis_id_from


def _noted(visit: Visit) -> Account:
    return _account(visit, login_id.read(visit.chat.note.get("id", "")))


def _account(visit: Visit, typed: LoginId) -> Account:
    """Accounts of the association are no member IDs, so that the end of those does not concern them."""
    member_no = _takes_member_no(visit) or typed.form is Form.ACCOUNT
    return members.account(
        visit.session, visit.house.cipher, typed.text, member_no=member_no, mamis_id=_takes_mamis_id(visit)
    )


def _gates(visit: Visit, account: Account) -> Sequence[guards.Gate]:
    """A chat that is logged in is no stranger, and nobody's failures keep it from its own member's ID.

    Nor do a person's own failures, once staff have given his member a code: that is what he was given it for.
    """
    helped = account.code_until is not None and visit.now < account.code_until
    person = () if helped else (guards.of_person(visit.house.cipher, visit.chat.telegram_id),)
    caller = visit.chat.caller
    if caller is None:
        return guards.of_id(account.guard_key), *person, guards.STRANGERS
    return person if caller.id == account.id else (guards.of_id(account.guard_key), *person)


def _judged(visit: Visit, account: Account, gates: Sequence[guards.Gate], text: str, prepared: Prepared) -> Screen:
    # a password changed while this one was being verified makes the verdict void
    if prepared.matches and prepared.work == VerifyPassword(account.password_hash, passwords.normal(text)):
        return session.enter(visit, account.id, visit.words.login.welcome())
    if members.is_initial(account, text):
        return new_password.ask(visit, account.id, code_key="")
    if members.is_code(account, visit.house.cipher, text, visit.now):
        return new_password.ask(visit, account.id, code_key=account.code_key)
    until = guards.fail(visit.session, gates, visit.now)
    if until > visit.now:
        return screens.wrong_and_wait(visit.words, visit.now, until)
    return screens.wrong(visit.words)


ROUTES = (
    Command("login", command, who=ANYONE),
    On(LogIn, log_in, who=ANYONE),
    On(login_presses.NotMember, not_member, who=ANYONE),
    On(privacy_presses.Accept, accept, who=ANYONE),
    On(privacy_presses.Decline, decline, who=ANYONE),
    Hears("login_id", hear_id, who=ANYONE),
    HearsSecret("password", prepare_password, judge_password, who=ANYONE),
)
