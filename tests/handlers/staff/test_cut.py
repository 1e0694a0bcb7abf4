"""A text of over 4096 characters comes in parts. The last part is short, and is no answer: it must decide nothing."""

from datetime import timedelta

import pytest

from content.declarations.declaring import State
from content.requests.requesting import By
from content.words import JA
from handlers.cut import FOLLOWS, SHORTEST_PART
from handlers.presses.staff import requests as shared
from handlers.presses.staff.declarations import AskWhyFiled
from tests.handlers.staff.asking import Wish
from tests.handlers.staff.filing import File
from tests.handlers.staff.office import Office
from tests.handlers.talking import AOI, Guest

REST, PART = JA.refusals.rest_of_text(), "証明書類を読み取れないため。" * 290
SECOND = timedelta(seconds=1)


@pytest.fixture
def file(here: Office) -> File:
    opened = File(here, here.id_of(AOI))
    opened.number = opened.declares(opened.member)
    return opened


async def test_the_rest_of_a_reason_decides_nothing(here: Office, file: File, kita: Guest) -> None:
    await kita.taps(AskWhyFiled(file.number, 1, False))
    assert "2文字以上200文字以内" in (await kita.says(PART)).text
    for part in (PART, "以上です"):
        assert (await kita.says(part)).text == REST
    assert file.one.state is State.SUBMITTED
    here.waits(seconds=(FOLLOWS - SECOND).total_seconds())
    assert (await kita.says("以上です")).text == REST
    here.waits(seconds=1)
    await kita.says("証明書類を読み取れない")
    assert (file.one.state, file.one.reason) == (State.REFUSED, "証明書類を読み取れない")


async def test_the_rest_of_a_note_is_not_kept(wish: Wish, mine: Guest) -> None:
    await mine.taps(shared.AskNote(wish.number, 1))
    await mine.says(PART)
    assert (await mine.says("以上です")).text == REST
    await mine.taps(shared.AskNote(wish.number, 1))
    assert "メモを保存しました" in (await mine.says("電話済")).text, "who is asked anew may answer at once"


async def test_what_is_too_long_for_one_message_alone_may_be_said_again_at_once(file: File, kita: Guest) -> None:
    await kita.taps(AskWhyFiled(file.number, 1, False))
    await kita.says("あ" * (SHORTEST_PART - 1))
    await kita.says("証明書類を読み取れない")
    assert file.one.state is State.REFUSED


async def test_a_long_text_that_is_taken_has_no_rest(here: Office, file: File, kita: Guest) -> None:
    await kita.taps(AskWhyFiled(file.number, 1, False))
    await kita.says("証明書類を読み取れない" + " " * SHORTEST_PART)
    assert file.one.state is State.REFUSED
    assert (await kita.says("血圧")).text != REST
    assert By.NOTE not in {one.by for one in file.filed.care.said}
