"""The demo's reminders: on the next day a member is sent two in one message, and their reasons."""

import pytest

from bot.demo import reminded
from content.rules import next_morning
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from tests.conftest import NOW, WRITTEN_KEY
from tests.stage import logged_in, staged


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_the_next_day_brings_one_message_with_all(furnished_url: str, cipher: Cipher) -> None:
    sessions = Sessions(furnished_url, cipher)
    reminded.furnish(sessions, NOW)
    sessions.close()
    async with staged(furnished_url, now=NOW, data_key=WRITTEN_KEY) as stage:
        yoshino = await logged_in(stage, 2)
        await stage.until(next_morning(NOW))
        said = yoshino.text(yoshino.last)
        assert said.startswith("お知らせが2件あります")
        assert yoshino.offers == ["1. 第1章（7秒）", "2. 第1章（7秒）", "明日もう一度", "理由・停止"]
        await stage.until(next_morning(next_morning(NOW)))
        assert yoshino.text(yoshino.last) == said, "and no other comes by itself"
