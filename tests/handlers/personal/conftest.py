"""What the tests of removing may ask for."""

from typing import Any

import pytest

from bot import schedule


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """What the operator's log says of removing, by its name."""
    found: dict[str, int] = {}

    def info(event: str, **about: Any) -> None:
        if event == "removed":
            found[about["what"]] = found.get(about["what"], 0) + about["number"]

    monkeypatch.setattr(schedule.log, "info", info)
    return found
