"""A command line with an environment of its own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog

from bot.cli import main
from bot.settings import Settings
from tests.conftest import WRITTEN_KEY
from tests.operators import OTHER_FILE
from tests.process import free_port
from tests.stage import TOKEN

Run = Callable[..., str]


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """An environment in which nothing is set, in an empty folder; what it is called with is set."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(f"{name.upper()}_FILE", raising=False)

    def put(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    yield put
    structlog.reset_defaults()


@pytest.fixture
def run(given: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command and gives what it says; its code is the one that is expected, and no secret is in it."""

    def command(*arguments: str, code: int = 2) -> str:
        assert main(arguments) == code
        said = "".join(capsys.readouterr())
        for name in ("TELEGRAM_BOT_TOKEN", "DATA_KEY", "WEBHOOK_SECRET"):
            assert (os.environ.get(name) or "\0") not in said
        return said

    return command


@pytest.fixture
def ready(given: Callable[..., None], tmp_path: Path, sqlite_template: Path) -> Path:
    """Whole settings and a migrated database; nobody is at its Telegram."""
    (tmp_path / "var").mkdir()
    database = tmp_path / "var" / "tani.sqlite"
    database.write_bytes(sqlite_template.read_bytes())
    nowhere = f"http://127.0.0.1:{free_port()}"
    given(TELEGRAM_BOT_TOKEN=TOKEN, DATA_KEY=WRITTEN_KEY, OPERATOR_FILE=str(OTHER_FILE))
    given(TELEGRAM_API_URL=nowhere, LISTEN=f"127.0.0.1:{free_port()}")
    return database
