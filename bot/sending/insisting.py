"""A call to Telegram is made again while its failure may pass."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter

TRIES = 4
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.4, 10.0
LONGEST_WAIT_S = 60.0
_GONE = {
    "bot was blocked by the user": "the bot is blocked",
    "user is deactivated": "the account is deleted",
    "bot can't initiate conversation with a user": "the bot was never started",
}
"""The 403 that are about the person. Any other one is about the bot, and may pass."""

T = TypeVar("T")
Patient = Callable[[], bool]
"""Whether it makes sense still, once TRIES have failed."""


class Unreachable(Exception):
    """The person blocked the bot or is gone: for ever, until the person speaks again. Its text says which."""


def gone(error: Forbidden) -> str:
    """Why this person can't be reached any more; "" if a 403 says nothing of the person."""
    return next((why for sign, why in _GONE.items() if sign in error.message), "")


def briefly() -> bool:
    """Four tries in three seconds, and no more."""
    return False


async def insist(act: Callable[[], Awaitable[T]], patient: Patient = briefly) -> T:
    """What a call returns. It is tried again, at least every ten seconds, while its failure may pass: TRIES times, and
    then as long as it is `patient`. Raises Unreachable, and the last failure.
    """
    pause, tries = FIRST_PAUSE_S, 0
    while True:
        tries += 1
        try:
            return await act()
        except RetryAfter as error:
            if tries >= TRIES and not patient():
                raise NetworkError("Telegram asks to wait, again and again") from None
            await asyncio.sleep(min(seconds_of(error), LONGEST_WAIT_S))
        except BadRequest:
            raise
        except (NetworkError, InvalidToken, Forbidden) as error:
            if isinstance(error, Forbidden) and (why := gone(error)):
                raise Unreachable(why) from None
            if tries >= TRIES and not patient():
                raise
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_S)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait. (The public attribute of the error warns that it will be a timedelta one day.)"""
    return error._retry_after.total_seconds()
