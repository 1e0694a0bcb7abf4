"""Staff who are no members, invited and confirmed at the command line: how the first owner may come in."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TextIO

import pytest

from bot.commands import staff_accounts, staff_roles
from bot.loghead import LogHead
from content.staff.inviting import Opener, Opening
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.staff import invitations, log, roles

PHONE, OTHER = 710_000_001, 710_000_002
NAME = "事務 花子"


@dataclass
class Terminal:
    """The operator's terminal, and telephones that open links."""

    sessions: Sessions
    now: datetime
    heads: LogHead

    def invites(self, whom: str, role: str = "") -> tuple[int, str]:
        return self._says(lambda out: staff_accounts.invite(self.sessions, whom, role, self.now, out))

    def confirms(self, number: int, telegram_id: int | None = None) -> tuple[int, str]:
        return self._says(
            lambda out: staff_accounts.confirm(self.sessions, number, telegram_id, self.now, out, heads=self.heads)
        )

    def opens(self, said: str, phone: int = PHONE) -> Opening:
        """Somebody opens the link that was printed."""
        found = re.search(r"/start staff_(\S+)", said)
        assert found is not None
        with self.sessions.begin() as session:
            shown = invitations.by_token(session, self.sessions.cipher, found[1])
            assert shown is not None
            chat = chats.meet(session, self.sessions.cipher, phone, "ja", self.now)
            return invitations.open_it(session, shown, chat.id, Opener(phone, "Hanako", "hanako"), self.now)

    def person(self, phone: int = PHONE) -> int | None:
        with self.sessions.begin() as session:
            return chats.meet(session, self.sessions.cipher, phone, "ja", self.now).staff_id

    def held(self, person: int) -> frozenset[str]:
        with self.sessions.reading() as session:
            return roles.roles(session, person)

    def _says(self, act: Callable[[TextIO], int]) -> tuple[int, str]:
        out = io.StringIO()
        return act(out), out.getvalue()


@pytest.fixture
def terminal(sessions: Sessions, now: datetime, tmp_path: Path) -> Terminal:
    return Terminal(sessions, now, LogHead(tmp_path / "head"))


def test_the_first_owner_need_not_be_a_member(terminal: Terminal) -> None:
    code, said = terminal.invites(NAME, "owner")
    assert code == 0
    assert terminal.confirms(1) == (1, f"Invitation 1 for {NAME}: Nobody has opened it yet.\n")
    assert terminal.opens(said) is Opening.NEW
    code, shown = terminal.confirms(1)
    assert (code, f"Telegram ID {PHONE}, name Hanako, username hanako" in shown) == (0, True)
    assert terminal.confirms(1, OTHER)[0] == 1, "another account than the one that opened it"
    assert terminal.person() is None
    code, done = terminal.confirms(1, PHONE)
    person = terminal.person()
    assert person is not None
    assert (code, done) == (0, f"{NAME} is logged in, as the staff account staff-{person}.\n")
    assert terminal.held(person) == {"owner"}
    with terminal.sessions.reading() as session:
        (entry,) = log.read(session)
    assert (entry.act, entry.staff_id, entry.member_id, entry.readable) == ("confirm_invitation", None, person, True)
    assert terminal.confirms(1, PHONE)[0] == 1, "once"


def test_a_link_that_others_have_too_is_said(terminal: Terminal) -> None:
    _, said = terminal.invites(NAME, "support")
    assert [terminal.opens(said, phone) for phone in (PHONE, OTHER, OTHER)] == [Opening.NEW, *[Opening.TAKEN] * 2]
    assert "opened 2 more time(s)" in terminal.confirms(1)[1]


def test_a_link_back_into_an_account(terminal: Terminal) -> None:
    _, said = terminal.invites(NAME, "officer")
    terminal.opens(said)
    terminal.confirms(1, PHONE)
    person = terminal.person()
    assert person is not None
    _, back = terminal.invites(f"staff-{person}")
    assert terminal.opens(back, OTHER) is Opening.NEW
    assert terminal.confirms(2, OTHER)[0] == 0
    assert (terminal.person(), terminal.person(OTHER)) == (None, person)
    assert terminal.held(person) == {"officer"}


def test_a_link_back_is_void_once_the_roles_changed(terminal: Terminal) -> None:
    _, said = terminal.invites(NAME, "officer")
    terminal.opens(said)
    terminal.confirms(1, PHONE)
    person = terminal.person()
    _, back = terminal.invites(f"staff-{person}")
    terminal.opens(back, OTHER)
    out = io.StringIO()
    given = (f"staff-{person}", "owner", terminal.now, out)
    assert staff_roles.grant(terminal.sessions, *given, heads=terminal.heads) == 0
    assert out.getvalue() == f"The staff account staff-{person} now holds the role owner.\n"
    assert terminal.confirms(2, OTHER)[0] == 1
    assert terminal.person(OTHER) is None


@pytest.mark.parametrize(("hours", "good"), [(23.999, True), (24, False)])
def test_it_can_be_confirmed_for_a_day(hours: float, good: bool, terminal: Terminal) -> None:
    _, said = terminal.invites(NAME, "support")
    terminal.opens(said)
    terminal.now += timedelta(hours=hours)
    assert (terminal.confirms(1, PHONE)[0] == 0) is good


@pytest.mark.parametrize(
    ("whom", "role", "code"), [(NAME, "boss", 2), ("", "support", 2), ("あ" * 41, "support", 2), ("staff-9", "", 1)]
)
def test_what_is_typed_badly_invites_nobody(whom: str, role: str, code: int, terminal: Terminal) -> None:
    assert terminal.invites(whom, role)[0] == code
    assert terminal.confirms(1)[0] == 1
