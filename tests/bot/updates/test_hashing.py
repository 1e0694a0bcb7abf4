"""Hashing: one at a time, a queue with an end, and a hash of nothing that costs the same."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import InvalidHashError

from bot.updates.hashing import Hashing, QueueFull
from tests.cheap import cheap_hashing


@pytest.fixture
async def hashing() -> AsyncIterator[Hashing]:
    cheap = cheap_hashing(room=3)
    yield cheap
    cheap.close()


async def test_a_hash_is_of_its_password_alone(hashing: Hashing) -> None:
    stored = await hashing.hash("さくら満開の丘へ")
    assert await hashing.verify(stored, "さくら満開の丘へ")
    assert not await hashing.verify(stored, "さくら満開の丘へ ")
    assert await hashing.hash("さくら満開の丘へ") != stored


async def test_nobody_s_password_is_never_right_and_is_verified_all_the_same(hashing: Hashing) -> None:
    assert not await hashing.verify(None, "")
    assert not await hashing.verify(None, "720204")
    assert hashing.verifications == 2


async def test_hashing_is_no_verification(hashing: Hashing) -> None:
    await hashing.hash("kamo-river-88")
    assert hashing.verifications == 0


async def test_nothing_costs_as_much_as_something(hashing: Hashing) -> None:
    stored = await hashing.hash("kamo-river-88")
    assert extract_parameters(hashing._nothing) == extract_parameters(stored)


async def test_the_usual_cost_is_argon2id_of_64_mib() -> None:
    usual = Hashing()
    parameters = extract_parameters(usual._nothing)
    usual.close()
    assert (parameters.type.name, parameters.memory_cost, parameters.time_cost) == ("ID", 65536, 3)


async def test_what_is_no_hash_is_a_fault_and_not_a_wrong_password(hashing: Hashing) -> None:
    with pytest.raises(InvalidHashError):
        await hashing.verify("kamo-river-88", "kamo-river-88")


async def test_one_at_a_time_and_no_more_than_there_is_room_for(
    hashing: Hashing, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, under_way, most = threading.Event(), [0], [0]

    def slow_hash(self: PasswordHasher, password: str) -> str:
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        go_on.wait()
        under_way[0] -= 1
        return password

    monkeypatch.setattr(PasswordHasher, "hash", slow_hash)
    waiting = [asyncio.create_task(hashing.hash(str(number))) for number in range(3)]
    await asyncio.sleep(0)
    with pytest.raises(QueueFull):
        await hashing.hash("3")
    with pytest.raises(QueueFull):
        await hashing.verify(None, "4")
    go_on.set()
    assert await asyncio.gather(*waiting) == ["0", "1", "2"]
    assert most == [1]
    assert await hashing.hash("5") == "5"
