"""A person of the secretariat who is no member: invited, confirmed and logged in, as the operator does it."""

import io
import re
from datetime import datetime

from bot.commands import staff_accounts
from bot.demo.people import SECRETARY, SECRETARY_ROLE
from bot.loghead import LogHead
from content.staff.inviting import Opener
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.staff import invitations

_LINK = re.compile(r"/start staff_(\S+)")


def furnish(sessions: Sessions, at: datetime, heads: LogHead) -> None:
    report = io.StringIO()
    staff_accounts.invite(sessions, SECRETARY.first_name, SECRETARY_ROLE, at, report)
    found = _LINK.search(report.getvalue())
    with sessions.begin() as session:
        shown = invitations.by_token(session, sessions.cipher, found[1]) if found else None
        if shown is None:
            raise RuntimeError(f"nobody was invited:\n{report.getvalue()}")
        chat = chats.meet(session, sessions.cipher, SECRETARY.id, "ja", at)
        invitations.open_it(session, shown, chat.id, Opener(SECRETARY.id, SECRETARY.first_name, ""), at)
    if staff_accounts.confirm(sessions, shown.id, SECRETARY.id, at, report, heads=heads):
        raise RuntimeError(f"the staff account was not made:\n{report.getvalue()}")
