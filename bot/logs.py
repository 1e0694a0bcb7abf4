"""Logs: one JSON line an event (or readable lines on a terminal); never a password, a token or a member's words."""

import contextlib
import io
import logging
import sys
from collections import Counter
from typing import TextIO, cast

import structlog

# At DEBUG, python-telegram-bot logs every call with all its parameters: members' words, and our answers to them.
SECRET_LOGGERS = ("httpx", "httpcore", "aiohttp.access", "uvicorn.access", "telegram")
MINUTE_S = 60.0
MOST_KINDS = 1000


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


class Libraries(logging.Handler):
    """Warnings and errors of libraries (asyncio, uvicorn …) as events of ours.

    An error that repeats itself must not fill the disk: of one kind the 1st, 10th, 100th … of a minute are logged, each
    with its count. A kind is a logger and the first line of its message: further lines name single sockets and tasks.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._minute = 0.0
        self._times: Counter[tuple[str, str]] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            text = record.getMessage()
        except (TypeError, ValueError):
            text = str(record.msg)
        first = text.partition("\n")[0]
        if times := self._counted((record.name, first), record.created):
            error = record.exc_info if record.exc_info and record.exc_info[0] else None
            get(record.name).log(record.levelno, "library_told", said=first, times=times, exc_info=error)

    def _counted(self, kind: tuple[str, str], at: float) -> int:
        """How often in this minute, if that is to be told; otherwise 0. The minute is the log record's own."""
        if not self._minute <= at < self._minute + MINUTE_S or len(self._times) > MOST_KINDS:
            self._minute = at
            self._times.clear()
        self._times[kind] += 1
        return self._times[kind] if str(self._times[kind]).rstrip("0") == "1" else 0


def set_up(*, readable: bool | None = None, to: TextIO | None = None) -> None:
    """Set logging up, at the start. HTTP clients are silenced: they log addresses, which hold the bot's token.

    The log goes to standard error unless `to` says where.
    """
    stream = to or sys.stderr
    if readable is None:
        readable = stream.isatty()
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
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, Steady(stream))),
        cache_logger_on_first_use=False,
    )
    for name in SECRET_LOGGERS:
        logging.getLogger(name).setLevel(logging.WARNING)
    root = logging.getLogger()
    root.handlers = [*(one for one in root.handlers if not isinstance(one, Libraries)), Libraries()]
    logging.captureWarnings(capture=True)


def get(name: str) -> structlog.typing.FilteringBoundLogger:
    """A logger. Its events are verbs in the past; its values are never a person's words."""
    logger: structlog.typing.FilteringBoundLogger = structlog.get_logger(part=name)
    return logger
