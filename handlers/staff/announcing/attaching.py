"""A picture or a PDF goes with an announcement: it is sent by staff, checked, kept sealed, and delivered to many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from content.announcing.announcement import Against, State
from content.announcing.attached import MOST_FILE, Unfit
from content.declarations.evidence import Bad, shown_name
from content.keys.note import Note
from content.rules import Rulebook
from content.staff.rights import Act
from content.text import shapes
from handlers.due import Due
from handlers.incoming import Sent
from handlers.keeping import Keeps, PaperGone, Shares
from handlers.presses.staff import announcing as presses
from handlers.screens.screen import AnnouncedFile, Screen
from handlers.screens.staff import announcing as screens
from handlers.staff.announcing.shown import card, draft, shown
from handlers.staff.rights import may
from handlers.turn import Hears, On, Receives, StaffTurn
from handlers.work import Download, Prepared, Work
from storage.announcing import announcements, attached
from storage.people import chats
from storage.privacy import erasing

NAMELESS = "announcement"
"""What a file is called of whose name nothing is left."""


@dataclass(frozen=True)
class AwaitFile(Note, expects="announce_file"):
    """The picture or PDF that goes with it."""

    announcement: int


def ask(turn: StaffTurn, press: presses.AskFile) -> Screen:
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    chats.expect(turn.session, turn.chat.id, AwaitFile(one.id), turn.now)
    return screens.ask_file(one, turn.words)


def hear(turn: StaffTurn, note: AwaitFile, _text: str) -> Screen:
    return _refused(turn, note.announcement, Unfit.NO_FILE)


def receive(turn: StaffTurn, note: AwaitFile, sent: Sent) -> Work | Screen:
    """Refuse what can be refused without a download: the message states the size of its file. Of an album no file is
    taken, because nobody knows which of them is meant.
    """
    if sent.album:
        return _refused(turn, note.announcement, Unfit.ALBUM)
    if not sent.file_id:
        return _refused(turn, note.announcement, Unfit.NO_FILE)
    if sent.size > MOST_FILE:
        return _refused(turn, note.announcement, Unfit.TOO_BIG)
    one = draft(turn, note.announcement)
    return one if isinstance(one, Screen) else Download(sent.file_id, shown=True)


def keep(turn: StaffTurn, note: AwaitFile, sent: Sent, prepared: Prepared) -> Screen:
    """Let the file that was downloaded go with it. Meanwhile it may have been sent, and the chat may await something
    else.
    """
    if isinstance(prepared.mime, Bad | Unfit):
        why = prepared.mime if isinstance(prepared.mime, Unfit) else Unfit.OTHER
        return _refused(turn, note.announcement, why)
    one = announcements.hold(turn.session, note.announcement)
    if one.state is not State.DRAFT:
        return shown(turn, one.id, turn.words.announced.against(Against.BEGUN))
    name = shown_name(sent.name, prepared.mime, NAMELESS)
    attached.attach(turn.session, one.id, prepared.file, name=name, mime=prepared.mime)
    if turn.chat.awaits == note:
        chats.expect(turn.session, turn.chat.id, None, turn.now)
    return shown(turn, one.id, turn.words.attaching.taken(name))


def remove(turn: StaffTurn, press: presses.RemoveFile) -> Screen:
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    attached.remove(turn.session, one.id)
    return card(turn, one.id)


def _refused(turn: StaffTurn, number: int, why: Unfit) -> Screen:
    """Why a file was not taken. The chat goes on waiting for one."""
    one = announcements.one(turn.session, number)
    if one.state is not State.DRAFT:
        return shown(turn, one.id, turn.words.announced.against(Against.BEGUN))
    return screens.ask_file(one, turn.words, turn.words.attaching.unfit(why))


# what is delivered


def content(session: Session, paper: AnnouncedFile) -> bytes:
    """Raises PaperGone: another file goes with it by now, or it was kept long enough."""
    found = attached.content(session, paper.announcement, paper.print)
    if found is None:
        raise PaperGone
    return found


def known(session: Session, paper: AnnouncedFile) -> str:
    return attached.known(session, paper.announcement, paper.print)


def learn(session: Session, paper: AnnouncedFile, told: str) -> None:
    attached.learn(session, paper.announcement, paper.print, told)


def forget(session: Session, paper: AnnouncedFile, told: str) -> None:
    attached.forget(session, paper.announcement, told)


# by the clock


def find_old(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    keeps = rulebook.now(now).retention
    return attached.find_old(session, now - keeps.announced_files, now - keeps.drafts)


def drop_old(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    keeps = rulebook.now(now).retention
    erasing.note(session)
    return attached.drop_old(session, found, now - keeps.announced_files, now - keeps.drafts)


_MAY = may(Act.SEND_ANNOUNCEMENTS)
ROUTES = (
    On(presses.AskFile, ask, _MAY),
    On(presses.RemoveFile, remove, _MAY),
    Hears(AwaitFile, hear, _MAY, fits=shapes.nothing),
    Receives(AwaitFile, receive, keep, _MAY),
)
PAPERS = (Keeps(AnnouncedFile, content, shares=Shares(known, learn, forget)),)
DUE = (Due("files of announcements that ended long ago", find_old, drop_old, whole=True, says=True),)
