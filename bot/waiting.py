"""At the start: what Telegram is asked, again and again until it answers."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.logs import get
from bot.sending.insisting import seconds_of

log = get("start")
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0


async def until_answered(act: Callable[[], Awaitable[object]]) -> None:
    """Repeat `act` while Telegram can't be reached, which is logged at each try, at least once in a minute; and while
    it asks to wait: processes start together, and it takes one setWebhook a second.

    Raises what no waiting can help: a token that Telegram does not know, a request that it refuses.
    """
    pause = FIRST_PAUSE_S
    while True:
        try:
            await act()
            return
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except BadRequest:
            raise
        except NetworkError as error:
            log.warning("telegram_not_reached", error=type(error).__name__, said=error.message, again_in_s=pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_S)
