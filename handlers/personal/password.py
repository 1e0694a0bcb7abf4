"""The password of a member who is logged in, asked for once more: the phone may be in somebody else's hand.

Wrong ones are counted as at the login, but they can't lock the member's own ID.
"""

from content.access import login_id, passwords
from content.words.password import ForWhat
from handlers.screens.access import login
from handlers.screens.personal import password as screens
from handlers.screens.screen import Screen
from handlers.turn import Turn
from handlers.work import Prepared, VerifyPassword, Work
from storage.people import guards, members
from storage.people.guards import Attempt
from storage.people.members import Account


def prepare(turn: Turn, what: ForWhat, text: str) -> Work | Screen:
    """Have the password compared; during a wait say how long it lasts."""
    account = _account(turn)
    until = guards.may_try(turn.session, _attempt(turn, account), turn.now)
    if until > turn.now:
        return screens.wait(what, until, turn.now, turn.words)
    return _verifying(account, text)


def wrong(turn: Turn, what: ForWhat, text: str, prepared: Prepared) -> Screen | None:
    """The screen that says that it was not the password, which is counted; None if it was. Others may have failed, or
    the password may have been changed, while this one was being compared.
    """
    account = _account(turn)
    tried = _attempt(turn, account)
    until = guards.may_try(turn.session, tried, turn.now)
    if until > turn.now:
        return screens.wait(what, until, turn.now, turn.words)
    if prepared.matches and prepared.work == _verifying(account, text):
        guards.succeed(turn.session, turn.house.cipher, turn.chat.telegram_id, turn.member.id, turn.now)
        return None
    until = guards.fail(turn.session, tried.counted, turn.now)
    return screens.wait(what, until, turn.now, turn.words) if until > turn.now else screens.wrong(what, turn.words)


def seen(turn: Turn, prepared: Prepared, screen: Screen) -> Screen:
    """The screen, with the request to delete the message with the password if that could not be done."""
    return screen if prepared.message_deleted else login.not_deleted(screen, turn.words)


def _account(turn: Turn) -> Account:
    typed = login_id.read(members.person(turn.session, turn.member.id).member_no)
    return members.account(turn.session, turn.house.cipher, typed.text, member_no=True, mamis_id=False)


def _attempt(turn: Turn, account: Account) -> Attempt:
    return guards.attempt(turn.house.cipher, turn.chat.telegram_id, account.guarded, own=True)


def _verifying(account: Account, text: str) -> VerifyPassword:
    return VerifyPassword(account.password_hash, passwords.normal(text), passwords.former(text))
