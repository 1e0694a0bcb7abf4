"""doctor --update: an operator who has an update_id is told what became of that update."""

import io
from datetime import timedelta

import pytest

from bot.commands import traced
from storage.engine.sessions import Sessions
from storage.post import updates
from tests.bot.commands.conftest import Run
from tests.conftest import NOW

PRESS = b'{"callback_query": {"data": "co:7"}, "update_id": 5}'
SAID = b'{"update_id": 6, "message": {"text": "a password"}}'


def told(sessions: Sessions, update_id: int) -> tuple[int, str]:
    out = io.StringIO()
    return traced.run(sessions, update_id, out), out.getvalue()


def test_what_was_set_aside_is_told_with_its_error_and_without_words(sessions: Sessions) -> None:
    with sessions.begin() as session:
        updates.set_aside(session, 5, PRESS, "Traceback\nZeroDivisionError\n", NOW)
        updates.set_aside(session, 6, SAID, "KeyError", NOW)
    when = f"{NOW:%F %T} UTC"
    assert told(sessions, 5) == (
        0,
        f"Update 5: set aside at {when} (callback_query, button co:7).\nTraceback\nZeroDivisionError\n",
    )
    assert told(sessions, 6) == (0, f"Update 6: set aside at {when} (message).\nKeyError\n")


def test_what_was_taken_and_what_waits_are_told_apart(sessions: Sessions) -> None:
    later = NOW + timedelta(seconds=5)
    with sessions.begin() as session:
        updates.is_new(session, 7, NOW)
        updates.is_new(session, 8, NOW)
        updates.defer(session, 8, SAID, later)
    code, ended = told(sessions, 7)
    assert (code, "its turn ended at" in ended, "deferred" in ended) == (0, True, False)
    code, waits = told(sessions, 8)
    assert (code, waits) == (
        0,
        f"Update 8: deferred since {later:%F %T} UTC, waits for slow work, or lets others pass.\n",
    )


@pytest.mark.usefixtures("ready")
def test_an_update_that_is_not_on_record(run: Run) -> None:
    assert "Update 9: not on record" in run("doctor", "--update", "9", code=1)
