"""Whatever is sent: a friendly answer or silence, never a fault, and nothing changed."""

import string
from collections.abc import Sequence
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.sandbox.kinds import KINDS
from handlers.press import MOST, kinds
from handlers.screens.session import LogOut
from storage.tables import SetAside
from tests.phone import Phone
from tests.snapshot import snapshot
from tests.stage import PASSWORD, Stage, logged_in

STALE = "このボタンは現在の画面のものではありません。"
SERVICES = ("auto_delete_timer",)
"""What Telegram says by itself: nobody waits for an answer."""


def unharmed(stage: Stage) -> bool:
    """Nothing is set aside."""
    with stage.app.sessions.reading() as session:
        errors = session.execute(select(SetAside.error)).scalars().all()
    assert not errors, errors[0]
    return True


async def friendly(stage: Stage, phone: Phone, answered: str) -> str:
    assert unharmed(stage)
    assert answered
    return answered


@pytest.mark.parametrize(
    "data",
    ["", "?", ":", "::", "qc", "qc:", "qc:1", "qc:1:2:3:4", "qc:-1:-1:-1", "qc:１:1:1", "qc:1:1:1 ", "qc:01:1:1", "qc:+1:1:1"]
    + [f"co:{number}" for number in (0, -1, MOST, MOST + 1, -MOST, -MOST - 1, 10**20, "1e3", "0x1", "\0", "١")]
    + ["cp:", "cp:none", "cp:\0", "sl:", "sl:fr", "sl:\0", "bc:1:nothing", "bo:74:1:'; DROP TABLE members;--"]
    + ["pa:", "pa:\0", "cy:1", f"cy:{MOST}", f"cy:-{MOST}", "cy:9998", "cy:9999", "cy:0", "xr", "xm:1", "xd:lift_lock:1:0"]
    + ["sf:1:\0", "sf:-1:高血圧", f"sf:{MOST}:高血圧", "é" * 32, "字" * 21, "\ud7ff", "‮qc:1:1:1", "<b>", "qc:1:1:\n1"],
)
async def test_made_up_buttons_change_nothing(stage: Stage, aoi: Phone, data: str) -> None:
    before = snapshot(stage.app.sessions)
    await aoi.presses(aoi.last["message_id"], data)
    assert unharmed(stage)
    assert snapshot(stage.app.sessions) == before
