"""/mydata: a member is given all that is kept, after the password, as one ZIP or as several.

The files are dealt out by their sizes when it is asked for. What is added meanwhile goes into the last part, or waits
for the next time.
"""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from content.keys.note import Note
from content.keys.record_letters import RecordCopy
from content.privacy.disclosed import AGAIN_AFTER, Part, dealt
from content.rules import local
from content.words import JA
from content.words.password import ForWhat
from handlers.keeping import Makes
from handlers.papers import record
from handlers.personal import password
from handlers.presses import personal as presses
from handlers.screens.personal import mydata as screens
from handlers.screens.personal.mydata import RecordPaper
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, HearsSecret, On, Turn, Unwanted, Writes
from handlers.work import Prepared, Work
from storage.engine.base import cipher_of
from storage.people import chats
from storage.post import requested
from storage.post.letters import Letter
from storage.privacy import disclosing
from storage.staff import log_told


@dataclass(frozen=True)
class AwaitPassword(Note, expects="mydata_password"):
    """The password is awaited, and the copy is made after it."""


def ask(turn: Turn, _said: str | presses.MyData) -> Screen:
    for screen in _lately(turn):
        return screen
    chats.expect(turn.session, turn.chat.id, AwaitPassword())
    return screens.ask(turn.profile, turn.words)


def prepare(turn: Turn, _note: AwaitPassword, text: str) -> Work | Screen:
    return password.prepare(turn, ForWhat.DATA, text)


def judge(turn: Turn, _note: AwaitPassword, text: str, prepared: Prepared) -> Screen:
    screen = password.wrong(turn, ForWhat.DATA, text, prepared) or _asked(turn)
    return password.seen(turn, prepared, screen)


def write_copy(turn: Turn, letter: Letter[RecordCopy]) -> Screen | Unwanted:
    parts = dealt(disclosing.files(turn.session, turn.member.id))
    number, of = letter.key.part, len(parts)
    if number > of:
        return Unwanted("there are fewer files by now")
    say, profile = turn.words.mydata, turn.profile
    paper = RecordPaper(
        member_id=turn.member.id,
        part=number,
        language=turn.words.language,
        said_at=turn.now,
        name=profile.name.ja if turn.words.language == JA.language else profile.name.en,
        whom=say.whom(profile),
        file_name=say.file_name(f"{local(turn.now):%Y%m%d}", number, of),
    )
    return screens.document(paper, of, sum(map(len, parts)), turn.words)


def facts(session: Session, paper: RecordPaper) -> record.Facts:
    """All that is kept, read in one transaction, and the bytes of this part's files."""
    cipher = cipher_of(session.get_bind().dialect)
    found = disclosing.disclosed(session, cipher, paper.member_id, paper.said_at)
    found = replace(found, tables={**found.tables, "staff_acts": log_told.told(session, cipher, paper.member_id)})
    parts = dealt(found.files)
    mine = parts[paper.part - 1] if paper.part <= len(parts) else ()
    contents = {one.name: disclosing.content(session, one) for one in mine}
    part = Part(paper.part, len(parts), paper.language, found, contents)
    return record.Facts(part, paper.name, paper.whom)


def _asked(turn: Turn) -> Screen:
    chats.expect(turn.session, turn.chat.id, None)
    for screen in _lately(turn):
        return screen
    of = len(dealt(disclosing.files(turn.session, turn.member.id)))
    keys = [RecordCopy(number, of) for number in range(1, of + 1)]
    new = [requested.ask(turn.session, member_id=turn.member.id, key=key, at=turn.now) for key in keys]
    return screens.on_its_way(of, turn.words, again=not any(new))


def _lately(turn: Turn) -> tuple[Screen, ...]:
    last = requested.last_sent(turn.session, turn.member.id, RecordCopy)
    if last is None or turn.now >= last + AGAIN_AFTER:
        return ()
    return (screens.lately(last + AGAIN_AFTER, turn.words),)


ROUTES = (
    Command("mydata", ask, who=MEMBER),
    On(presses.MyData, ask, who=MEMBER),
    HearsSecret(AwaitPassword, prepare, judge, who=MEMBER),
)
LETTERS = (Writes(RecordCopy, write_copy),)
PAPERS = (Makes(RecordPaper, facts, record.draw),)
