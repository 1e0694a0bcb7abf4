"""What a turn came to, on the person's screen: after the commit, one thing after the other, and never in its way."""

from telegram.error import TelegramError

from bot.logs import get
from bot.operator import Operator
from bot.sending.deleting import Deleting
from bot.sending.showing import Showing, Unreachable
from bot.updates.reading import Elsewhere
from bot.updates.turns import Answer, Outcome, Turns
from content.refusals import Refusal
from content.words import language_for, speak
from handlers.incoming import Incoming, Pressed, Sent
from handlers.screens import login as login_screens
from handlers.screens import refusal as refusal_screens
from handlers.screens.screen import Place, Screen, plain
from storage.people import chats

log = get("displaying")


class Displaying:
    """Shows outcomes. What it can't show is logged: the record stands, and the person can tap again."""

    def __init__(self, turns: Turns, showing: Showing, deleting: Deleting, operator: Operator) -> None:
        self._turns = turns
        self._showing = showing
        self._deleting = deleting
        self._operator = operator

    async def outcome(self, incoming: Incoming, outcome: Outcome) -> None:
        """Show how an update ended. Raises nothing."""
        try:
            if isinstance(outcome, Answer):
                await self._answer(incoming, outcome)
            elif isinstance(incoming.what, Pressed):
                await self._showing.acknowledge(incoming.query_id)
            self._operator.well("answers")
        except Unreachable:
            await self._turns.record.write(
                lambda session: chats.lost_by(session, self._turns.house.cipher, incoming.telegram_id)
            )
        except TelegramError as error:
            self._operator.hear("answers", error)
            log.warning("screen_not_shown", update_id=incoming.update_id, error=type(error).__name__)
        except Exception as error:
            # a lane must go on whatever one screen does
            log.error("screen_failed", update_id=incoming.update_id, exc_info=error)
            name = type(error).__name__
            self._operator.tell("screen not shown", f"A screen could not be shown: {incoming.update_id}, {name}")

    async def _answer(self, incoming: Incoming, answer: Answer) -> None:
        screen = answer.screen
        if answer.secret and not await self._deleting.delete(incoming.telegram_id, incoming.message_id):
            screen = login_screens.not_deleted(screen, answer.words)
        if isinstance(incoming.what, Pressed):
            pressed = incoming.what.message_id if answer.edits else 0
            sent = await self._showing.answer(incoming.telegram_id, pressed, incoming.query_id, screen)
        else:
            below = await self._same_below(incoming, answer) if isinstance(incoming.what, Sent) else 0
            sent = await self._showing.replace(incoming.telegram_id, below, screen)
        if sent and answer.chat_id and screen.place is Place.LIVING:
            await self._turns.record.write(lambda session: chats.show(session, answer.chat_id, sent, screen.subject))

    async def _same_below(self, incoming: Incoming, answer: Answer) -> int:
        """The message that says the same of a file sent later, 0 if there is none.

        The files of an album are as many updates, which come at once: they are answered by one message, which changes.
        A message is below a file if its number is higher: Telegram numbers both sides of a private chat in one row.
        """
        if not answer.chat_id or answer.screen.place is not Place.LIVING:
            return 0
        chat = await self._turns.record.read(lambda session: chats.by_id(session, answer.chat_id))
        says_the_same = chat.living_subject == answer.screen.subject != ""
        return chat.living_message if says_the_same and chat.living_message > incoming.message_id else 0

    async def not_saved(self, incoming: Incoming) -> None:
        """Say that the record can't be written just now. Raises nothing."""
        words = speak(language_for(incoming.language))
        try:
            await self._showing.send(incoming.telegram_id, Screen(plain(words.refusals.not_saved())))
        except TelegramError as error:
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
