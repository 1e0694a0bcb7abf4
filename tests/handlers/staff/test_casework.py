"""What a decision on a case reads: the whole of it once, for the card that is shown then."""

import pytest
from sqlalchemy import event

from content.declarations.declaring import State
from handlers.presses.staff.declarations import DecideFiled
from tests.handlers.staff.filing import File
from tests.handlers.staff.office import Office
from tests.handlers.talking import AOI, Guest


@pytest.fixture
def file(here: Office) -> File:
    opened = File(here, here.id_of(AOI))
    opened.number = opened.declares(opened.member)
    return opened


@pytest.mark.parametrize("accept", [True, False])
async def test_a_decision_reads_all_that_is_alike_once(here: Office, file: File, kita: Guest, accept: bool) -> None:
    asked: list[str] = []
    event.listen(here.sessions.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    await kita.taps(DecideFiled(file.number, 1, accept, 0))
    assert file.one.state is (State.ACCEPTED if accept else State.REFUSED)
    assert len([statement for statement in asked if "content_key" in statement]) == 1
