"""A process that takes messages opens the members' names at its start, so that nobody's first search does."""

from storage.staff import names
from tests.someone import eventually
from tests.stage import Stage


async def test_the_names_are_opened_before_anybody_searches(stage: Stage) -> None:
    with stage.app.sessions.reading() as session:
        known = names.of(session)
    await eventually(lambda: known.knows_all)
    assert [len(found) for found, _ in (known.find("青井"), known.find("aoi haruka"))] == [1, 1]
