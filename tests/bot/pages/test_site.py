"""What the machine says of itself to those who run it: health and figures."""

from datetime import datetime
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.conftest import WRITTEN_KEY
from tests.stage import Stage, staged


async def test_health_says_that_the_record_answers(stage: Stage) -> None:
    answer = await stage.web.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"record": "ok"})


async def test_health_says_that_the_record_does_not_answer(
    sqlite_template: Path, tmp_path: Path, now: datetime
) -> None:
    folder = tmp_path / "record"
    folder.mkdir()
    (folder / "tani.sqlite").write_bytes(sqlite_template.read_bytes())
    async with staged(f"sqlite:///{folder / 'tani.sqlite'}", now=now, data_key=WRITTEN_KEY) as stage:
        stage.app.sessions.close()  # connections that are open would go on reading the file that is gone
        folder.rename(tmp_path / "elsewhere")
        answer = await stage.web.get("/health")
        assert (answer.status_code, answer.json()) == (503, {"record": "OperationalError", "passing": True})
        (tmp_path / "elsewhere").rename(folder)
        assert (await stage.web.get("/health")).status_code == 200


async def test_figures_can_be_read_by_prometheus(stage: Stage) -> None:
    answer = await stage.web.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    found = {family.name for family in text_string_to_metric_families(answer.text)}
    assert {"python_info", "process_resident_memory_bytes"} <= found


@pytest.mark.parametrize("path", ["/health", "/metrics"])
async def test_nobody_is_named_there(stage: Stage, path: str) -> None:
    await stage.phone(1).says("/start")
    said = (await stage.web.get(path)).text
    assert "青井" not in said
    assert str(stage.phone(1).person.id) not in said
