"""Presses of buttons that wait for their answer."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.errors import bad
from bot.sandbox.people import Json
from bot.sandbox.updates.updates import PRESS_LIFE

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass
class _Press:
    user_id: int
    at: float
    answered: bool = False


class Presses:
    """Callback queries by id, and the answers that people saw."""

    def __init__(self, unix: Callable[[], float], rng: random.Random) -> None:
        self._unix = unix
        self._rng = rng
        self._asked: dict[str, _Press] = {}
        self._answers: dict[int, list[Json]] = {}

    def ask(self, user_id: int) -> str:
        """Adds a press. Its id is a decimal number, as Telegram's are."""
        number = str((user_id << 32) + self._rng.getrandbits(32))
        self._asked[number] = _Press(user_id, self._unix())
        return number

    def answer(self, number: str, shown: Json) -> int:
        """Records the answer, and returns the user who sees it.

        Raises ApiError 400 for an unknown press, for one older than 150 s and for one that was answered.
        """
        press = self._asked.get(number)
        if press is None or press.answered or self._unix() > press.at + PRESS_LIFE:
            raise bad(TOO_OLD)
        press.answered = True
        self._answers.setdefault(press.user_id, []).append({"id": number, **shown})
        return press.user_id

    def answers(self, user_id: int) -> list[Json]:
        """{"id", "text", "show_alert", "url"} of all answers that this user saw, oldest first."""
        return list(self._answers.get(user_id, ()))
