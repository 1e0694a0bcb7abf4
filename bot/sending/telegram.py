"""Calls to the Bot API by python-telegram-bot's request layer and with its errors, but without an object of each
answer.

Building a Message from an answer costs as much as the rest of the call, and nothing here needs more than its number.
"""

from typing import Any, Protocol

from telegram import InputFile
from telegram.error import RetryAfter
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.sending.insisting import seconds_of

_COUNTED = ("send", "edit")
_ACTION = "sendChatAction"


class Meter(Protocol):
    """Hears of every message that goes out, and when Telegram asks to wait with one."""

    def sent(self) -> None: ...

    def refused(self, chat: int, seconds: float) -> None: ...


class Telegram:
    """One bot's methods by name. Raises telegram.error.TelegramError. `meter` may be set later."""

    def __init__(self, request: BaseRequest, base_url: str) -> None:
        self._request = request
        self._base_url = base_url
        self.meter: Meter | None = None

    async def call(self, method: str, **parameters: Any) -> Any:
        """The JSON that the method returns."""
        given = [RequestParameter(name, value, None) for name, value in parameters.items()]
        return await self._post(method, given, parameters)

    async def upload(self, method: str, field: str, content: bytes, name: str, **parameters: Any) -> Any:
        """The same with one file, kept in memory."""
        given = [RequestParameter(key, value, None) for key, value in parameters.items()]
        given.append(RequestParameter.from_input(field, InputFile(content, filename=name)))
        return await self._post(method, given, parameters)

    async def _post(self, method: str, given: list[RequestParameter], about: dict[str, Any]) -> Any:
        meter = self.meter if method.startswith(_COUNTED) and method != _ACTION else None
        if meter is not None:
            meter.sent()
        try:
            return await self._request.post(f"{self._base_url}/{method}", request_data=RequestData(given))
        except RetryAfter as error:
            if meter is not None:
                meter.refused(int(about["chat_id"]), seconds_of(error))
            raise
