"""To go on from a login that was lived once is the same as to log in."""

from collections.abc import Iterator

import pytest

from tests.bot.repeating import record
from tests.conftest import NOW, PREFIX, WRITTEN_KEY, fresh
from tests.kinds import BOTH
from tests.stage import Stage, logged_in, staged


@pytest.fixture(params=BOTH)
def two_urls(request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """A furnished database, and one of the same kind on which she has logged in."""
    with fresh(request, "furnished") as before, fresh(request, "arrival") as after:
        yield before, after


async def lived(stage: Stage) -> list[object]:
    """What there is after the login, and after two further acts."""
    aoi = await logged_in(stage, 1)
    found: list[object] = []
    for label in ("講座を探す", "‹ 戻る"):
        found += [list(aoi.messages), aoi.sees, stage.world.answers(aoi.person.id), len(stage.world.calls)]
        found += [record(stage), stage.world.pending()]
        await aoi.taps(label)
    return [*found, aoi.sees, aoi.last]


async def test_the_chat_and_the_record_are_the_same(request: pytest.FixtureRequest, two_urls: tuple[str, str]) -> None:
    kind = request.node.callspec.params["two_urls"]
    async with staged(two_urls[0], now=NOW, data_key=WRITTEN_KEY) as stage:
        really = await lived(stage)
    arrival = request.getfixturevalue(f"{PREFIX[kind]}_arrival")
    async with staged(two_urls[1], now=NOW, data_key=WRITTEN_KEY, arrival=arrival) as stage:
        again = await lived(stage)
    assert again == really
