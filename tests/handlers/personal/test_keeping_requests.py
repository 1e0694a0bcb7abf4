"""What the clock removes of requests: the files of those that ended long ago, and what nobody sent."""

from datetime import timedelta

import pytest

from content.privacy.retention import RETENTION
from content.requests.requesting import By, Kind
from content.rules import day_of
from storage.requests import messages, requests
from storage.tables import RequestFile, RequestMessage
from tests.bot.neighbour import id_of
from tests.files import PDF
from tests.handlers.personal.removing import rows
from tests.keeping import add_file
from tests.phone import Phone
from tests.stage import Stage

SECOND = timedelta(seconds=1)
AOI = "1000000001"

pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


async def test_the_files_of_a_request_end_unless_it_is_open(stage: Stage, aoi: Phone, said: dict[str, int]) -> None:
    with stage.app.sessions.begin() as session:
        me, now = id_of(session, AOI), stage.clock.now()
        for kind in (Kind.NAME, Kind.POST):
            number = requests.begin(session, me, kind, now).id
            one = messages.begin(session, requests.held(session, me, number), By.MEMBER, me, now)
            messages.write(session, one, "戸籍の氏名に改めてください")
            add_file(session, one, name="b.pdf", mime="application/pdf", content=PDF, most=3, at=now)
            assert requests.send(session, me, number, one.id, due_on=day_of(now), at=now) is None
        assert requests.withdraw(session, me, number, now)
    await stage.until(now + RETENTION.evidence)
    assert rows(stage, RequestFile) == 2
    await stage.until(now + RETENTION.evidence + SECOND)
    await stage.until(now + RETENTION.evidence + 2 * SECOND)
    assert rows(stage, RequestFile) == 1, "the other one still waits for an answer"
    assert said["files of requests that ended long ago"] == 1


async def test_what_was_begun_in_a_request_and_not_sent_ends(stage: Stage, aoi: Phone, said: dict[str, int]) -> None:
    with stage.app.sessions.begin() as session:
        me, now = id_of(session, AOI), stage.clock.now()
        number = requests.put(session, me, Kind.OTHER, "ご確認ください", due_on=day_of(now), at=now)
        one = messages.begin(session, requests.held(session, me, number), By.MEMBER, me, now)
        add_file(session, one, name="b.pdf", mime="application/pdf", content=PDF, most=3, at=now)
    before = rows(stage, RequestMessage)
    await stage.until(now + RETENTION.drafts)
    assert (rows(stage, RequestMessage), rows(stage, RequestFile)) == (before, 1)
    await stage.until(now + RETENTION.drafts + SECOND)
    assert (rows(stage, RequestMessage), rows(stage, RequestFile)) == (before - 1, 0)
    assert said["what was begun in requests and not sent"] == 1
