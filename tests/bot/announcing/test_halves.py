"""An announcement whose text is too long to stand below its file comes in two messages, and neither comes twice."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.sandbox.faults import Kind, When
from bot.sending.pace import Pace
from content.announcing.attached import CAPTION
from content.words import JA
from tests.bot.announcing.attaching import a_pdf, attaches
from tests.bot.announcing.writing import ENGLISH, editor, ended
from tests.phone import Phone
from tests.stage import Stage

LONG = "長いお知らせ\n" + "字" * CAPTION
PDF = "冬のお知らせ.pdf"
pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


class SecondTurn(Pace):
    """When a chat has its second turn, something happens."""

    def __init__(self, happens: Callable[[int], object]) -> None:
        super().__init__(1000, 0)
        self._turns: Counter[int] = Counter()
        self._happens = happens

    async def turn(self, chat: int) -> None:
        self._turns[chat] += 1
        if self._turns[chat] == 2:
            self._happens(chat)


@pytest.fixture(autouse=True)
def quick(stage: Stage) -> None:
    stage.app.postman.pace = Pace(1000, 0)


@pytest.mark.parametrize(
    ("method", "kind", "when", "became", "files", "texts"),
    [
        ("sendMessage", "429", "before", {"sent": 2}, 2, 2),
        ("sendDocument", "429", "before", {"sent": 2}, 2, 2),
        ("sendMessage", "drop", "after", {"sent": 1, "unknown": 1}, 2, 2),
        ("sendMessage", "drop", "before", {"sent": 1, "unknown": 1}, 2, 1),
        ("sendDocument", "drop", "after", {"sent": 1, "unknown": 1}, 2, 1),
        ("sendDocument", "drop", "before", {"sent": 1, "unknown": 1}, 1, 1),
    ],
)
async def test_no_half_of_it_comes_twice(
    stage: Stage, aoi: Phone, method: str, kind: Kind, when: When, became: dict[str, int], files: int, texts: int
) -> None:
    """Two people get a file and then a text; one of the requests goes wrong."""
    staff = await editor(stage)
    await attaches(staff, a_pdf(), name=PDF, text=LONG, english=LONG)
    await staff.taps(JA.announcing.to_send())
    mark = len(aoi.messages), len(staff.messages)
    stage.world.fault(method, kind, seconds=2, when=when)
    await staff.taps("名に送信する")
    await stage.until(stage.clock.now() + timedelta(seconds=10))
    assert ended(stage) == became
    came = [*aoi.messages[mark[0] :], *staff.messages[mark[1] :]]
    assert len([one for one in came if "document" in one]) == files
    assert len([one for one in came if one.get("text") == LONG]) == texts


async def test_it_ends_between_the_file_and_the_text_and_goes_on_with_the_text(stage: Stage, aoi: Phone) -> None:
    """The rest is claimed, not on its way: when the claim runs out, another process sends the text alone."""
    staff = await editor(stage)
    await attaches(staff, a_pdf(), name=PDF, text=LONG, english=LONG)
    await staff.taps(JA.announcing.to_send())
    files = len(aoi.documents)

    class EndsBetween(Pace):
        turns = 0

        async def turn(self, chat: int) -> None:
            EndsBetween.turns += 1
            if EndsBetween.turns > 2:
                raise asyncio.CancelledError

    stage.app.postman.pace = EndsBetween()
    await staff.taps("名に送信する")
    assert ended(stage) == {"claimed": 2}
    stage.app.postman.pace = Pace(1000, 0)
    await stage.until(stage.clock.now() + timedelta(minutes=3))
    assert ended(stage) == {"sent": 2}
    assert (len(aoi.documents), aoi.text(aoi.last)) == (files + 1, LONG)


async def test_the_member_blocks_the_bot_after_the_file(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await attaches(staff, a_pdf(), name=PDF, text=LONG, english=LONG)
    await staff.taps(JA.announcing.to_send())
    files = len(aoi.documents)

    stage.app.postman.pace = SecondTurn(lambda chat: stage.world.block(chat) if chat == aoi.person.id else None)
    await staff.taps("名に送信する")
    assert ended(stage) == {"sent": 1, "failed": 1}
    assert (len(aoi.documents), aoi.text(aoi.last)) == (files + 1, "")
    await stage.until(stage.clock.now() + timedelta(hours=1))
    assert "ボットを停止・退会：1" in staff.text(staff.last)


async def test_the_member_takes_the_other_language_between_the_file_and_the_text(stage: Stage, aoi: Phone) -> None:
    """In that language the text would stand below the file, which has come already. So the text comes alone."""
    staff = await editor(stage)
    await attaches(staff, a_pdf(), name=PDF, text=LONG, english=ENGLISH)
    await staff.taps(JA.announcing.to_send())
    files = len(aoi.documents)

    pace = stage.app.postman.pace = SecondTurn(lambda _chat: pace.pause(3600))
    await staff.taps("名に送信する")
    await aoi.says("/settings")
    await aoi.taps("English")
    stage.app.postman.pace = Pace(1000, 0)
    await stage.until(stage.clock.now() + timedelta(hours=2))
    assert ended(stage) == {"sent": 2}
    assert (len(aoi.documents), aoi.text(aoi.last)) == (files + 1, ENGLISH)
