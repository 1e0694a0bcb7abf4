"""What libraries tell is an event of the log, and a flood of it is counted, not written."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import Libraries, set_up

LOGGER = "asyncio"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    written = io.StringIO()
    set_up(readable=False, to=written)
    yield written
    structlog.reset_defaults()
    root = logging.getLogger()
    root.handlers = [one for one in root.handlers if not isinstance(one, Libraries)]
    logging.captureWarnings(capture=False)


def told(message: str, at: float, level: int = logging.ERROR) -> None:
    record = logging.LogRecord(LOGGER, level, "file", 1, message, None, None)
    record.created = at
    logging.getLogger().handle(record)


def events(log: io.StringIO) -> list[tuple[str, int]]:
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert {line["event"] for line in lines} <= {"library_told"}
    return [(line["said"], line["times"]) for line in lines]


def test_a_flood_of_a_kind_is_a_line_for_each_power_of_ten(log: io.StringIO) -> None:
    for number in range(2500):
        told(f"socket.accept() out of system resource\nsocket: {number}", at=1000.0)
    told("another", at=1000.0)
    said = "socket.accept() out of system resource"
    assert events(log) == [(said, 1), (said, 10), (said, 100), (said, 1000), ("another", 1)]


@pytest.mark.parametrize(("later", "lines"), [(59.9, 1), (60.0, 2), (-0.1, 2)])
def test_each_minute_begins_to_count_anew(later: float, lines: int, log: io.StringIO) -> None:
    """A clock that was set back begins a minute too, or nothing would be told until it catches up."""
    told("full", at=1000.0)
    told("full", at=1000.0 + later)
    assert events(log) == [("full", 1)] * lines


def test_the_first_of_a_kind_has_its_traceback(log: io.StringIO) -> None:
    for _ in range(3):
        try:
            raise OSError(24, "Too many open files")
        except OSError:
            logging.getLogger(LOGGER).exception("can't accept")
    (line,) = log.getvalue().splitlines()
    assert "Too many open files" in json.loads(line)["exception"]


@pytest.mark.parametrize(("level", "lines"), [(logging.WARNING - 1, 0), (logging.WARNING, 1)])
def test_what_is_less_than_a_warning_is_not_told(level: int, lines: int, log: io.StringIO) -> None:
    told("something", at=1000.0, level=level)
    assert events(log) == [("something", 1)] * lines
