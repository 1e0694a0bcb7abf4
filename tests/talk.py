"""One person and the routes of all features, without Telegram. Each word or tap is a transaction of its own."""

from dataclasses import replace
from datetime import datetime

from content.words import speak
from handlers.features import FEATURES
from handlers.incoming import Pressed, Said
from handlers.press import Press
from handlers.presses.certificates.certificate import Issue
from handlers.routing import Routes
from handlers.screens.screen import Button, Screen
from handlers.turn import House, Visit
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.people.chats import Caller


class Talk:
    """What a person says and taps, and the screen that comes. `member` is None for a stranger, and `person` the number
    of the Telegram account.
    """

    person = 7

    def __init__(self, sessions: Sessions, house: House, now: datetime, member: Caller | None) -> None:
        self.sessions, self.house, self.now, self.member = sessions, house, now, member
        self.language = "ja"
        self.routes = Routes(FEATURES)
        self.screen = Screen("")

    def says(self, text: str) -> Screen:
        return self._take(Said(text))

    def presses(self, press: Press | str) -> Screen:
        """Press a button, perhaps a forged one."""
        return self._take(Pressed(press if isinstance(press, str) else press.pack(), 1))

    def certifies(self, period: str) -> Screen:
        """Ask for the certificate of a period, look at what it will show, and have it made."""
        self.says(f"/certificate {period}")
        return self.issues()

    def issues(self) -> Screen:
        """Have the certificate made whose preview is shown."""
        (press,) = (button.press for button in self.buttons if isinstance(button.press, Issue))
        return self.presses(press)

    def taps(self, label: str) -> Screen:
        """Tap the button with that label on the present screen, or that of the item with this number in a list."""
        found = [button for button in self.buttons if button.label == label]
        if not found and label.isdigit():
            found = [button for button in self.buttons if button.label.startswith(f"{label} ")]
        if len(found) != 1:
            raise AssertionError(f"{len(found)} buttons {label!r}; there are {[one.label for one in self.buttons]}")
        if found[0].press is None:
            raise AssertionError(f"{label} is no press")
        return self.presses(found[0].press)

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.screen.rows for button in row]

    @property
    def labels(self) -> list[list[str]]:
        return [[button.label for button in row] for row in self.screen.rows]

    @property
    def lines(self) -> list[str]:
        return self.screen.text.split("\n")

    def _take(self, what: Said | Pressed) -> Screen:
        with self.sessions.begin() as session:
            chat = chats.meet(session, self.house.cipher, self.person, self.language, self.now)
            visit = Visit(session, replace(chat, caller=self.member), self.now, speak(self.language), self.house, 1)
            over = chat.is_over(self.now, visit.rules.answer_awaited_min)
            self.screen = self.routes.plan(what, chat.awaits, over=over).act(visit)
        return self.screen
