"""Logs: one JSON line an event (or readable lines on a terminal); never a password, a token or a member's words."""

import contextlib
import io
import logging
import sys
from typing import TextIO, cast

import structlog

# At DEBUG, python-telegram-bot logs every call with all its parameters: members' words, and our answers to them.
SECRET_LOGGERS = ("httpx", "httpcore", "aiohttp.access", "uvicorn.access", "telegram")


class Steady(io.TextIOBase):
    """A stream that must not fail: a log that can't be written (a full disk, a closed pipe) must not stop anybody's
    turn.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()


def set_up(*, readable: bool | None = None) -> None:
    """Set logging up, once, at the start. HTTP clients are silenced: they log addresses, which hold the bot's token."""
    if readable is None:
        readable = sys.stderr.isatty()
    renderer = structlog.dev.ConsoleRenderer() if readable else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, Steady(sys.stderr))),
        cache_logger_on_first_use=False,
    )
    for name in SECRET_LOGGERS:
        logging.getLogger(name).setLevel(logging.WARNING)


def get(name: str) -> structlog.typing.FilteringBoundLogger:
    """A logger. Its events are verbs in the past; its values are never a person's words."""
    logger: structlog.typing.FilteringBoundLogger = structlog.get_logger(part=name)
    return logger
