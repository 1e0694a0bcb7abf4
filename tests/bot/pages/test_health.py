"""Is the process alive, can it work, and its figures: what is said, where, and to whom."""

from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import insert, text
from starlette.applications import Starlette

from bot.pages import health
from content.keys.letter import Rank
from storage.tables import Letter
from tests.conftest import WRITTEN_KEY
from tests.phone import Phone
from tests.stage import Stage, staged


async def asked(app: Starlette, path: str) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://tani.example") as client:
        return await client.get(path)


async def status(stage: Stage, path: str = "/readyz") -> int:
    stage.clock.jump(stage.clock.now() + health.ASKED_AGAIN)
    return (await asked(stage.app.pages, path)).status_code


async def test_alive_and_ready_say_no_more_than_that(stage: Stage) -> None:
    for path in ("/healthz", "/readyz", "/health"):
        answer = await asked(stage.app.pages, path)
        assert (answer.status_code, answer.text) == (200, "ok")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["content-security-policy"]


async def test_a_record_that_can_not_be_written_is_not_ready_and_still_alive(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.pages.health.pulse.beat", refused)
    assert await status(stage) == 503
    assert (await asked(stage.app.pages, "/readyz")).text == "not ready"
    assert await status(stage, "/healthz") == 200
    monkeypatch.undo()
    assert await status(stage) == 200


async def test_a_database_that_is_gone_is_not_ready(sqlite_template: Path, tmp_path: Path, now: datetime) -> None:
    folder = tmp_path / "record"
    folder.mkdir()
    (folder / "tani.sqlite").write_bytes(sqlite_template.read_bytes())
    async with staged(f"sqlite:///{folder / 'tani.sqlite'}", now=now, data_key=WRITTEN_KEY) as stage:
        stage.app.sessions.close()  # connections that are open would go on with the file that is gone
        folder.rename(tmp_path / "elsewhere")
        assert await status(stage) == 503
        (tmp_path / "elsewhere").rename(folder)
        assert await status(stage) == 200


async def test_a_database_of_another_version_is_not_ready(stage: Stage) -> None:
    with stage.app.sessions.begin() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert await status(stage) == 503


@pytest.mark.parametrize(
    ("rank", "minutes", "state", "found"),
    [
        *((Rank.AT_ONCE, *rest) for rest in ((14.99, "waiting", 200), (15, "waiting", 503), (15, "claimed", 503))),
        *((Rank.AT_ONCE, *rest) for rest in ((15, "sent", 200), (-1, "waiting", 200))),
        *((Rank.NUDGE, *rest) for rest in ((179.99, "waiting", 200), (180, "waiting", 503))),
    ],
)
async def test_letters_that_nobody_sends(stage: Stage, rank: Rank, minutes: float, state: str, found: int) -> None:
    """A reminder to everybody may take nearly two hours."""
    await stage.settled()
    now = stage.clock.now() + health.ASKED_AGAIN
    with stage.app.sessions.begin() as session:
        member = session.execute(text("SELECT min(id) FROM members")).scalar_one()
        row = {"member_id": member, "kind": "x", "subject": "", "slot": "1", "written_at": now, "state": state}
        session.execute(insert(Letter).values(row | {"rank": rank, "due_at": now - timedelta(minutes=minutes)}))
    assert await status(stage) == found


async def test_who_asks_often_is_told_what_was_found_last(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []
    monkeypatch.setattr("bot.pages.health.pulse.beat", lambda *given: written.append(given))
    for _ in range(20):
        assert (await asked(stage.app.pages, "/readyz")).status_code == 200
    assert len(written) == 1
    stage.clock.jump(stage.clock.now() + health.ASKED_AGAIN)
    await asked(stage.app.pages, "/readyz")
    assert len(written) == 2


async def test_the_figures_are_on_their_own_place_alone(stage: Stage, aoi: Phone) -> None:
    assert (await asked(stage.app.pages, "/metrics")).status_code == 404
    before = await figure(stage, 'tani_updates_total{ended="answer"}')
    await aoi.says("/credits")
    await stage.settled()
    assert await figure(stage, 'tani_updates_total{ended="answer"}') == before + 1
    assert await figure(stage, "tani_turn_seconds_count") > 0
    assert await figure(stage, "tani_letters_due") == 0
    assert await figure(stage, "tani_certificates_in_doubt") == 0
    assert await figure(stage, "process_resident_memory_bytes") > 0


async def test_figures_can_be_read_by_prometheus_and_name_nobody(stage: Stage) -> None:
    await stage.phone(1).says("/start")
    answer = await asked(stage.app.monitor, "/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    found = {family.name for family in text_string_to_metric_families(answer.text)}
    assert {"python_info", "process_resident_memory_bytes", "tani_turn_seconds"} <= found
    assert "青井" not in answer.text
    assert str(stage.phone(1).person.id) not in answer.text


async def test_what_the_operator_is_told_is_counted(stage: Stage) -> None:
    stage.app.operator.tell("a kind", "It happened.")
    assert await figure(stage, 'tani_faults_total{kind="a kind"}') == 1


async def figure(stage: Stage, name: str) -> float:
    lines = (await asked(stage.app.monitor, "/metrics")).text.splitlines()
    return next((float(line.removeprefix(f"{name} ")) for line in lines if line.startswith(f"{name} ")), 0.0)


async def test_a_process_without_pages_answers_for_its_health(stage: Stage) -> None:
    for app in (stage.app.health(), stage.app.monitor):
        assert (await asked(app, "/readyz")).status_code == 200
        assert (await asked(app, "/watch/x")).status_code == 404
