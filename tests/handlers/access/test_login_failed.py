"""What a failed log-in tells: which ID was tried, and whom to call."""

import pytest

from handlers.presses.access.login import Forgotten
from tests.handlers.talking import CHOSEN, Guest, Room
from tests.operators import SAMPLE


@pytest.fixture
def aoi(here: Room) -> Guest:
    return here.guest(700000001)


async def test_what_may_be_a_password_is_not_repeated_as_the_id(aoi: Guest) -> None:
    for typed, told in (("1000000001", "ユーザーID　1000000001（10:00:00）"), (CHOSEN, "入力されたID（10:00:00）")):
        await aoi.comes_to_password(typed)
        screen = await aoi.says("wrong")
        assert screen.text.split("\n")[1] == told
        assert CHOSEN not in screen.text


async def test_who_forgot_finds_a_number_to_call(aoi: Guest) -> None:
    await aoi.comes_to_password("1000000001")
    failed = await aoi.says("wrong")
    assert [one.label for one in failed.rows[0]] == ["お忘れの方"]
    help_ = await aoi.taps(Forgotten())
    assert f"電話 {SAMPLE.help_desk.phone}" in help_.text
    assert help_.rows[0][0].copies == SAMPLE.help_desk.phone
