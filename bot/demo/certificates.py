"""A member who is logged in from the start, and has a certificate.

It is issued as the member's press issues one, and drawn, signed and sent as soon as the bot runs. The name is then
corrected by the members' file, so that the certificate waits for an officer.
"""

import io
from datetime import datetime
from importlib.resources import as_file
from pathlib import Path

from sqlalchemy.orm import Session

from bot.commands.files import import_file
from bot.demo.people import MARRIED, MARRIED_CHAT, NAME_BEFORE, NAME_NOW, PEOPLE_FILE
from content.rules import day_of
from content.text.periods import Named, named, until_yesterday
from content.values import CertificatePurpose
from content.words import JA
from handlers.access import session as log_ins
from handlers.certificates import issuing
from handlers.presses.certificates.certificate import Issue
from handlers.turn import MEMBER, House, Turn, Visit
from storage.engine.sessions import Sessions
from storage.people import chats, members


def furnish(sessions: Sessions, house: House, folder: Path, at: datetime) -> None:
    """Issue the certificate. `folder` takes the members' file as it was before the correction."""
    before = folder / "before.csv"
    before.write_text(_before(), encoding="utf-8")
    _import(sessions, before, at)
    with sessions.begin() as session:
        _issue(_logged_in(session, house, at))
    with as_file(PEOPLE_FILE) as people:
        _import(sessions, people, at)


def _before() -> str:
    """The members' file with the line of this member alone, and the name of before."""
    head, *rows = PEOPLE_FILE.read_text(encoding="utf-8").splitlines()
    (row,) = (row for row in rows if row.startswith(MARRIED))
    return f"{head}\n{row.replace(NAME_NOW, NAME_BEFORE)}\n"


def _import(sessions: Sessions, file: Path, at: datetime) -> None:
    report = io.StringIO()
    if import_file.run(sessions, file, at, report):
        raise RuntimeError(f"the sample members are not as they must be:\n{report.getvalue()}")


def _logged_in(session: Session, house: House, at: datetime) -> Turn:
    """A turn of the member, who has accepted the privacy notice and logged in."""
    chat = chats.meet(session, house.cipher, MARRIED_CHAT, JA.language, at)
    chats.accept(session, chat.id, house.rulebook.now(at).privacy_notice)
    visit = Visit(session, chats.hold(session, chat.id), at, JA, house, update_id=0)
    member = members.account(session, house.cipher, MARRIED, member_no=True, mamis_id=False)
    log_ins.enter(visit, member.id, "")
    turn = MEMBER.admit(Visit(session, chats.hold(session, chat.id), at, JA, house, update_id=0))
    if not isinstance(turn, Turn):
        raise TypeError(f"member {MARRIED} is not logged in")
    return turn


def _issue(turn: Turn) -> None:
    """For this fiscal year and the last one: what was attended lies two weeks back, perhaps before 1 April."""
    period = until_yesterday(
        named(Named.TWO_YEARS, day_of(turn.now)), day_of(turn.now), turn.rules.certificate_after_days
    )
    first, last = period.first.toordinal(), period.last.toordinal()
    issuing.issue(turn, Issue(CertificatePurpose.GENERAL.value, first, last, registry=True))
