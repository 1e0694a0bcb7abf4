"""A letter that has had its turn and can't go yet: its chat has just been sent one by another process, or it waited."""

import pytest

from tests.bot.sending.test_pace import Sender


async def test_the_place_of_a_letter_whose_chat_is_busy_is_for_the_next() -> None:
    """Another process has just sent that chat one: the letter waits, and nobody behind it. There is a place each two
    seconds.
    """
    one = Sender(overall=0.5)
    await one.runs(one.pace.turn(1))
    one.pace.busy(1, 9.0)
    begun = one.watch()
    await one.runs(one.letter(2))
    assert one.watch() == begun
    await one.runs(one.letter(1))
    assert one.watch() - begun == 9.0


async def test_a_second_is_counted_from_when_a_letter_goes() -> None:
    """It may have waited for the record since it had its turn."""
    one = Sender()
    await one.runs(one.pace.turn(1))
    one.watch.now += 0.7
    one.pace.begun(1)
    begun = one.watch()
    await one.runs(one.letter(1))
    assert one.watch() - begun == pytest.approx(1.05)
