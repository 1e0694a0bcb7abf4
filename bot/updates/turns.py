"""A turn on the record: one transaction in a worker thread, and how it ended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.record import Record
from bot.updates.answering import answer, refused
from bot.updates.keeping import end_untaken
from bot.updates.looking import Look, Looking
from bot.updates.outcomes import Answer, Outcome, Postponed, Repeated
from content import pressing
from content.refusals import NotLoggedIn, Refusal, StillChecking
from content.staff.viewing import Viewing
from content.words import language_for, speak
from handlers import viewing, wanted
from handlers.incoming import Edited, Incoming, Pressed, Said, Sent
from handlers.planning import Plan, Slow
from handlers.routing import Routes
from handlers.screens import refusal as refusal_screens
from handlers.screens.screen import Screen
from handlers.staff import viewing as staff_viewing
from handlers.turn import House, Visit
from handlers.work import Prepared
from storage.files.parts import Kept
from storage.people import chats, targets
from storage.people.chat import Chat
from storage.post import updates
from storage.post.updates import NOTHING, PASSWORD, Awaited

CHECKING = "~"  # put before what the chat expects, while a password is being checked
Begins = Callable[[Session], bool]
"""Notes that the update is acted upon in this transaction; false if it was before."""


class Turns:
    """Takes turns. A Refusal is an answer; anything else that is raised is a fault of the record or of the handler."""

    def __init__(self, record: Record, routes: Routes, house: House) -> None:
        self.record = record
        self.routes = routes
        self.house = house
        self.looking = Looking(record, house)

    async def take(self, incoming: Incoming, body: Callable[[], bytes]) -> Outcome:
        """Answer an update. `body` gives its bytes, which are kept if the turn has to wait."""
        return await self._take(
            incoming, body, lambda session: updates.is_new(session, incoming.update_id, self.record.now())
        )

    async def take_kept(self, incoming: Incoming, body: Callable[[], bytes]) -> Outcome:
        """Answer an update that was only put on record when it came (updates.defer_new)."""
        return await self._take(incoming, body, lambda session: updates.undefer(session, incoming.update_id))

    async def _take(self, incoming: Incoming, body: Callable[[], bytes], begins: Begins) -> Outcome:
        try:
            done = await self.record.write(lambda session: self._act(session, incoming, body, begins))
            return await self.looking.answer(incoming, done, self.routes) if isinstance(done, Look) else done
        except Refusal as raised:
            refusal = raised
        # The refusal has rolled its transaction back, so the answer needs one of its own.
        return await self.record.write(lambda session: self._refuse(session, incoming, refusal, begins))

    async def finish(self, incoming: Incoming, prepared: Prepared | Refusal) -> Outcome:
        """Take the second half of a turn that waited. It does nothing if the turn was finished or is not wanted any
        more.
        """
        if isinstance(prepared, Refusal):
            return await self._end_refused(incoming, prepared)
        try:
            return await self.record.write(
                lambda session: end_untaken(session, prepared.kept, self._finish(session, incoming, prepared))
            )
        except Refusal as raised:
            refusal = raised
        return await self._end_refused(incoming, refusal, prepared.kept)

    async def prepare_again(self, incoming: Incoming) -> Outcome:
        """Prepare again an update whose process died during its slow work. Repeated if it is no longer wanted."""
        try:
            return await self.record.write(lambda session: self._prepare_again(session, incoming))
        except Refusal as raised:
            refusal = raised
        return await self._end_refused(incoming, refusal)

    async def _end_refused(self, incoming: Incoming, refusal: Refusal, kept: Kept | None = None) -> Outcome:
        """End a turn that waited with a refusal. The chat then expects again what it expected before."""
        return await self.record.write(
            lambda session: end_untaken(session, kept, self._give_up(session, incoming, refusal))
        )

    def _visit(self, session: Session, incoming: Incoming, now: datetime) -> Visit:
        language = language_for(incoming.language)
        chat = chats.meet(session, self.house.cipher, incoming.telegram_id, language, now)
        words = speak(chat.language)
        return Visit(session, chat, now, words, self.house, incoming.update_id, sender=incoming.sender)

    def _act(self, session: Session, incoming: Incoming, body: Callable[[], bytes], begins: Begins) -> Outcome | Look:
        if not begins(session):
            return Repeated()
        visit = self._visit(session, incoming, self.record.now())
        if visit.chat.viewing is not None:
            return self._view(visit, visit.chat.viewing, incoming)
        if self._is_repeated(visit, incoming.what):
            return replace(answer(visit, incoming, refusal_screens.pressed_again(visit.words)), again=True)
        plan = self._plan(visit, incoming.what)
        if plan.slow is not None:
            return self._prepare(visit, plan, incoming, body)
        if plan.clears and visit.chat.expects:
            chats.expect(session, visit.chat.id, None, visit.now)
        answered = answer(visit, incoming, plan.act(visit))
        return replace(answered, secret=answered.screen.hides or self.hides(visit.chat, incoming.what))

    def _view(self, visit: Visit, seen: Viewing, incoming: Incoming) -> Answer | Look:
        """The chat shows a member's screens: this update ends that, or is only looked at, whatever its route is."""
        how = viewing.ends(visit, seen, incoming.what, self.routes.named(incoming.what))
        if how is None:
            return Look(visit.chat, seen, visit.now, self.hides(visit.chat, incoming.what))
        return answer(visit, incoming, staff_viewing.end(visit, seen, how))

    def _is_repeated(self, visit: Visit, what: Said | Pressed | Sent | Edited) -> bool:
        """Whether this press was answered a moment ago. The chat's row is locked, so several processes agree."""
        if not isinstance(what, Pressed):
            return False
        within_s = visit.rules.same_press_s
        return pressing.is_repeated(
            visit.chat.answered, what.message_id, pressing.mark_of(what.data), visit.now, within_s
        )

    def hides(self, chat: Chat, said: Said | Pressed | Sent | Edited) -> bool:
        """Whether this may be a password, by what the chat waits for."""
        if not isinstance(said, Said | Edited):
            return False
        expects = chat.expects.removeprefix(CHECKING)
        return self.routes.hides(said.text, expects, stranger=chat.person_id is None)

    def _plan(self, visit: Visit, said: Said | Pressed | Sent | Edited) -> Plan:
        is_answer = isinstance(said, Sent) or (isinstance(said, Said) and not self.routes.is_command(said.text))
        if is_answer and visit.chat.expects.startswith(CHECKING):
            # The chat still waits for the verdict on a password: another text now could not be judged by what it
            # expects.
            raise StillChecking
        over = visit.chat.is_over(visit.now, visit.rules.answer_awaited_min)
        return self.routes.plan(said, visit.chat.awaits, over=over)

    def _prepare(self, visit: Visit, plan: Plan, incoming: Incoming, body: Callable[[], bytes]) -> Outcome:
        work = _slow(plan).prepare(visit)
        if isinstance(work, Screen):
            return replace(answer(visit, incoming, work), secret=plan.secret)
        chat = visit.chat
        # If the chat goes on meanwhile, what it expects now is kept with the update. A password is different: the chat
        # must still wait for its verdict.
        awaited = Awaited(chat.expects or NOTHING, chat.note) if plan.beside else PASSWORD
        updates.defer(visit.session, incoming.update_id, body(), visit.now, awaited)
        if not plan.beside:
            chats.put_back(visit.session, chat.id, CHECKING + chat.expects, chat.note, visit.now)
        return Postponed(work, visit.words, plan.secret)

    def _prepare_again(self, session: Session, incoming: Incoming) -> Outcome:
        visit = self._back(session, incoming)
        if visit is None:
            updates.undefer(session, incoming.update_id)
            return Repeated()
        plan = self.routes.plan(incoming.what, visit.chat.awaits)
        work = _slow(plan).prepare(visit)
        if isinstance(work, Screen):
            self._settle(visit, incoming, plan)
            return replace(answer(visit, incoming, work), secret=plan.secret)
        return Postponed(work, visit.words, plan.secret)

    def _finish(self, session: Session, incoming: Incoming, prepared: Prepared) -> Outcome:
        visit = self._back(session, incoming)
        if visit is None:
            updates.undefer(session, incoming.update_id)
            return Repeated()
        plan = self.routes.plan(incoming.what, visit.chat.awaits)
        self._settle(visit, incoming, plan)
        # After settling, or that would overwrite what the handler makes the chat expect.
        return answer(visit, incoming, _slow(plan).finish(visit, prepared))

    def _give_up(self, session: Session, incoming: Incoming, refusal: Refusal) -> Outcome:
        visit = self._back(session, incoming)
        if visit is None:
            updates.undefer(session, incoming.update_id)
            return Repeated()
        self._settle(visit, incoming, self.routes.plan(incoming.what, visit.chat.awaits))
        return Answer(visit.chat.id, visit.chat.telegram_id, refusal_screens.said(refusal, visit.words), visit.words)

    def _settle(self, visit: Visit, incoming: Incoming, plan: Plan) -> None:
        """Note that the update waits no more. After a password the chat expects again what it expected before."""
        updates.undefer(visit.session, incoming.update_id)
        if not plan.beside:
            chats.put_back(visit.session, visit.chat.id, visit.chat.expects, visit.chat.note, visit.now)

    def _back(self, session: Session, incoming: Incoming) -> Visit | None:
        """The visit as it was before the work. None if the turn was finished, or the person went on to something else
        while a password was being checked.
        """
        visit = self._visit(session, incoming, self.record.now())
        awaited = updates.deferred(session, incoming.update_id)
        if awaited is None:
            return None
        if awaited != PASSWORD:
            return replace(visit, chat=replace(visit.chat, expects=awaited.expects, note=awaited.note))
        if visit.chat.expects.startswith(CHECKING):
            return replace(visit, chat=replace(visit.chat, expects=visit.chat.expects.removeprefix(CHECKING)))
        return None

    def _refuse(self, session: Session, incoming: Incoming, refusal: Refusal, begins: Begins) -> Outcome:
        """Answer with the refusal. Nothing of the refused act is recorded, only that this update was answered, and what
        is to be shown after the log-in.
        """
        if not begins(session):
            return Repeated()
        visit = self._visit(session, incoming, self.record.now())
        if isinstance(refusal, NotLoggedIn) and (kept := wanted.asked(incoming.what)):
            targets.keep(session, visit.chat.id, kept, visit.now)
        said = refused(incoming, refusal, visit.words)
        hidden = self.hides(visit.chat, incoming.what)
        return Answer(visit.chat.id, visit.chat.telegram_id, said, visit.words, secret=hidden)


def _slow(plan: Plan) -> Slow:
    if plan.slow is None:
        raise TypeError("nothing here is prepared")
    return plan.slow
