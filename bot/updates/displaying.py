"""What a turn came to, on the person's screen: after the commit, one thing after the other, and never in its way."""

from collections.abc import Callable
from datetime import datetime

from telegram.error import BadRequest, TelegramError

from bot.logs import get
from bot.operator import Operator
from bot.sending.deleting import Deleting
from bot.sending.insisting import Patient, Unreachable
from bot.sending.showing import Showing
from bot.updates.order import Job
from bot.updates.outcomes import Answer, Outcome
from bot.updates.patience import Asked
from bot.updates.reading import Elsewhere
from bot.updates.turns import Turns
from content.refusals import Refusal
from content.words import language_for, speak
from handlers.incoming import Incoming, Pressed, Sent
from handlers.screens import refusal as refusal_screens
from handlers.screens.access import login as login_screens
from handlers.screens.screen import Place, Screen, plain
from storage.people import blocked, chats

log = get("displaying")
TRIES = 10
"""Between the message that asked and a failed log-in lie the tries before it, which are deleted: no more than these."""


class Displaying:
    """Shows outcomes. What it can't show is logged: the record stands, and the person can tap again."""

    def __init__(self, turns: Turns, showing: Showing, deleting: Deleting, operator: Operator) -> None:
        self._turns = turns
        self._record = turns.record
        self._newest: dict[int, int] = {}
        """By person: the newest press whose screen is waiting to be shown in the living message."""
        self._showing = showing
        self._deleting = deleting
        self._operator = operator

    def later(self, incoming: Incoming, outcome: Outcome) -> Job:
        """The job that shows how an update ended. How long it makes sense counts from now. The job raises nothing."""
        asked = Asked(incoming, self._record.now())
        if isinstance(outcome, Answer) and _shows_the_living(incoming, outcome):
            self._newest[incoming.telegram_id] = incoming.update_id
        return lambda: self._outcome(asked, outcome)

    async def _outcome(self, asked: Asked, outcome: Outcome) -> None:
        incoming = asked.incoming
        try:
            if isinstance(outcome, Answer):
                await self._answer(asked, outcome)
            elif isinstance(incoming.what, Pressed):
                await self._showing.acknowledge(incoming.query_id)
            self._operator.well("answers")
        except Unreachable as error:
            await self._lost(incoming, error)
        except TelegramError as error:
            self._operator.hear("answers", error)
            log.warning("screen_not_shown", update_id=incoming.update_id, error=type(error).__name__)
        except Exception as error:
            # a lane must go on whatever one screen does
            log.error("screen_failed", update_id=incoming.update_id, exc_info=error)
            name = type(error).__name__
            self._operator.tell("screen not shown", f"A screen could not be shown: {incoming.update_id}, {name}")
        finally:
            if self._newest.get(incoming.telegram_id) == incoming.update_id:
                del self._newest[incoming.telegram_id]

    async def _lost(self, incoming: Incoming, why: Unreachable) -> None:
        """Note that the person can't be reached. If that can't be written, the next letter finds it out again."""
        log.info("not_reachable", update_id=incoming.update_id, why=str(why))
        try:
            await self._record.write(
                lambda session: blocked.lost_by(session, self._turns.house.cipher, incoming.telegram_id)
            )
        except Exception as error:
            log.warning("not_noted", update_id=incoming.update_id, error=type(error).__name__)

    async def _answer(self, asked: Asked, answer: Answer) -> None:
        screen, incoming = answer.screen, asked.incoming
        if answer.secret and not await self._deleting.delete(incoming.telegram_id, incoming.message_id):
            screen = login_screens.not_deleted(screen, answer.words)
        if not isinstance(incoming.what, Pressed):
            same = await self._same(incoming, screen, answer.chat_id)
            sent = await self._showing.replace(incoming.telegram_id, same, screen, self._while(asked.makes_sense))
        elif (shown := await self._in_place(asked, answer)) is not None:
            sent = shown
        else:
            sent = await self._anew(asked, answer)
        if sent and answer.chat_id and screen.place is Place.LIVING:
            await self._record.write(lambda session: chats.show(session, answer.chat_id, sent, screen.subject))

    async def _in_place(self, asked: Asked, answer: Answer) -> int | None:
        """Answer a press where it was made; None if Telegram was away for so long that the press is dead."""
        if not asked.is_in_time(self._record.now()):
            return None
        incoming, patient = asked.incoming, self._while(asked.is_in_time)
        pressed = incoming.message_id if answer.edits else 0
        try:
            return await self._showing.answer(incoming.telegram_id, pressed, incoming.query_id, answer.screen, patient)
        except BadRequest:
            raise
        except TelegramError:
            if asked.is_in_time(self._record.now()):
                raise
            return None

    async def _anew(self, asked: Asked, answer: Answer) -> int:
        """Show a dead press's screen as a new message, with buttons that live; returns its number. What would have been
        a toast is said too, or nobody would hear it.
        """
        incoming, screen, patient = asked.incoming, answer.screen, self._while(asked.makes_sense)
        if answer.again:
            return 0  # the press before it brings the screen
        log.info("press_answered_late", update_id=incoming.update_id)
        if screen.toast and (screen.alert or not screen.text):
            await self._showing.reply(incoming.telegram_id, Screen(plain(screen.toast)), patient)
        newest = self._newest.get(incoming.telegram_id, incoming.update_id)
        if newest != incoming.update_id and _shows_the_living(incoming, answer):
            return 0  # a later press changes the same message
        return await self._showing.reply(incoming.telegram_id, screen, patient)

    def _while(self, makes_sense: Callable[[datetime], bool]) -> Patient:
        return lambda: makes_sense(self._record.now())

    async def _same(self, incoming: Incoming, screen: Screen, chat_id: int) -> int:
        """The living message, if it shows the same subject and the answer belongs into it; otherwise 0.

        The files of an album are as many updates, which come at once: they are answered by one message below them,
        which changes. A failed log-in changes the message that asked: only tries that are deleted stood between.
        Telegram numbers both sides of a private chat in one row.
        """
        is_file = isinstance(incoming.what, Sent)
        if not chat_id or screen.place is not Place.LIVING or not (is_file or screen.over):
            return 0
        chat = await self._record.read(lambda session: chats.by_id(session, chat_id))
        if chat.living_subject != screen.subject or not screen.subject:
            return 0
        least = incoming.message_id + (1 if is_file else -TRIES)
        return chat.living_message if chat.living_message >= least else 0

    async def not_saved(self, incoming: Incoming) -> None:
        """Say that the record can't be written just now. Raises nothing."""
        words = speak(language_for(incoming.language))
        try:
            await self._showing.send(incoming.telegram_id, Screen(plain(words.refusals.not_saved())))
        except (TelegramError, Unreachable) as error:
            log.warning("not_saved_not_told", error=type(error).__name__)

    async def refused(self, incoming: Incoming, refusal: Refusal) -> None:
        """Say that something was not even looked at. Raises nothing."""
        words = speak(language_for(incoming.language))
        try:
            if isinstance(incoming.what, Pressed):
                screen = refusal_screens.pressed(refusal, words)
                await self._showing.acknowledge(incoming.query_id, screen.toast, alert=screen.alert)
            else:
                await self._showing.send(incoming.telegram_id, refusal_screens.said(refusal, words))
        except (TelegramError, Unreachable) as error:
            log.warning("refusal_not_told", error=type(error).__name__)

    async def not_here(self, found: Elsewhere) -> None:
        """Say in a group, or to who pressed there, that the bot speaks in private chats. Raises nothing."""
        sentence = speak(language_for(found.language)).refusals.not_here()
        try:
            if found.query_id:
                await self._showing.acknowledge(found.query_id, sentence, alert=True)
            else:
                await self._showing.send(found.chat_id, Screen(plain(sentence)))
        except (TelegramError, Unreachable) as error:
            log.info("group_not_answered", error=type(error).__name__)


def _shows_the_living(incoming: Incoming, answer: Answer) -> bool:
    return isinstance(incoming.what, Pressed) and answer.screen.place is Place.LIVING and bool(answer.screen.text)
