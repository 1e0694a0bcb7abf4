"""A phone whose chat waits for something."""

from datetime import timedelta

from content.importing.report import Kind, State
from content.keys.note import unpack
from content.staff.joint import GrantOwner
from content.text import shapes
from handlers.features import FEATURES
from handlers.routing import Routes
from handlers.turn import HearsSecret
from storage.importing import imports
from storage.people import chats
from storage.staff import joint
from tests.bot.neighbour import id_of
from tests.phone import Phone
from tests.stage import Stage

ROUTES = Routes(FEATURES)


class Waiting:
    """A phone whose chat waits for something, and can be made to wait for it again."""

    def __init__(self, stage: Stage, phone: Phone) -> None:
        self.stage, self.phone = stage, phone
        with stage.app.sessions.begin() as session:
            chat = chats.meet(session, stage.app.sessions.cipher, phone.person.id, "ja", stage.clock.now())
        self.number, self.expects, self.note = chat.id, chat.expects, chat.note

    def again(self, ago: timedelta = timedelta()) -> None:
        """It waits as it did, since so long ago."""
        with self.stage.app.sessions.begin() as session:
            chats.put_back(session, self.number, self.expects, self.note, self.stage.clock.now() - ago)

    def not_at_all(self) -> None:
        """It waits for nothing."""
        with self.stage.app.sessions.begin() as session:
            chats.put_back(session, self.number, "", {}, self.stage.clock.now())

    def can_be(self, text: str) -> bool:
        """Whether the text can be the answer that is awaited."""
        note = unpack(self.expects, self.note)
        route = ROUTES.heard[self.expects]
        return shapes.secret(note, text) if isinstance(route, HearsSecret) else bool(route.fits(note, text))

    @property
    def awaited(self) -> str:
        """What it waits for now."""
        with self.stage.app.sessions.begin() as session:
            return chats.by_id(session, self.number).expects


def asks_for_a_second(stage: Stage) -> None:
    """The other owner asks that a member become an owner."""
    with stage.app.sessions.begin() as session:
        member, asker = id_of(session, "1000000006"), id_of(session, "9000000006")
        joint.ask(session, GrantOwner(member), "着任", asker, stage.clock.now())


def granted_by_file(stage: Stage) -> int:
    """The number of a file by which an owner granted credits."""
    with stage.app.sessions.begin() as session:
        number = imports.begin(session, Kind.GRANTS, "0" * 64, stage.clock.now(), by=id_of(session, "9000000006"))
        imports.settle(session, number, State.APPLIED, stage.clock.now(), told=False)
    return number
