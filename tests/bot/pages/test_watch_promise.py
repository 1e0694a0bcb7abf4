"""Promise 2 over the real routes: whatever pages send, real time bounds what is credited, and nothing is lost again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy.orm import Session

from storage.tables import Progress, Viewing
from tests import samples
from tests.phone import Phone
from tests.stage import Stage
from tests.viewer import Viewer, on_card

SECONDS, FILMS, PAGES = 900, 2, 4
SPEED, GRACE = 2, 5


@dataclass(frozen=True)
class Act:
    """A page opens its viewing anew (`told` is None) or tells something, so long after the act before.

    `page` -1 is the one that was opened last, and alone is live.
    """

    page: int
    after: float
    told: dict[str, Any] | None


times = st.integers(0, SECONDS) | st.floats(0, SECONDS)
spans = st.tuples(times, times).map(sorted)
junk = st.sampled_from([[], [5], [9, 1], [0, 1e308], [-5, 5], ["0", "9"], None, [0, SECONDS]])
everything = st.just([[0, SECONDS]])
beats = st.fixed_dictionaries({"spans": everything | st.lists(spans, min_size=1, max_size=3), "visible": st.just(True)})
forged = st.fixed_dictionaries(
    {"spans": st.lists(spans | junk, max_size=4), "visible": st.sampled_from([True, False, 1, None])},
    optional={"seq": st.integers(-1, 12), "position": times | st.just("x"), "viewing": st.sampled_from(["", "x", 0])},
)
waits = st.just(0) | st.integers(0, 9) | st.floats(0, 9) | st.floats(0, 300)
anywhere = st.builds(Act, st.integers(0, PAGES - 1), waits, st.none() | beats | forged)
live = st.builds(Act, st.just(-1), waits, beats | beats | forged)
acts = st.lists(anywhere | live, min_size=4, max_size=20)


@pytest.fixture
async def addresses(stage: Stage, aoi: Phone) -> Sequence[str]:
    """Two films of fifteen minutes, each at two addresses."""
    now = stage.clock.now()
    card = await on_card(stage, aoi)
    mine = stage.app.links.read(card.path.removeprefix("/watch/"), now)

    def publish(session: Session) -> list[int]:
        chapters = [samples.chapter(number, seconds=SECONDS) for number in range(1, FILMS + 1)]
        films = samples.publish(session, samples.course("long", chapters=chapters), now).films
        return [films[number] for number in sorted(films)]

    films = await stage.app.record.write(publish)
    return [stage.app.links.watch(mine.member_id, film, mine.login, now) for film in films * (PAGES // FILMS)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
async def test_credit_is_bounded_by_real_time(stage: Stage, addresses: Sequence[str], acts: list[Act]) -> None:
    start = await afresh(stage)
    viewers = [Viewer(stage, address) for address in addresses]
    credited = [0] * FILMS
    live = 0
    for act in [Act(1, 0, None), Act(0, 0, None), *acts]:
        page = live if act.page < 0 else act.page
        live = page if act.told is None else live
        viewers[page].passes(act.after)
        watched = await played(viewers[page], act.told)
        film = page % FILMS
        if watched is not None:
            assert watched >= credited[film]
            credited[film] = watched
        real = (stage.clock.now() - start).total_seconds()
        assert all(one <= SPEED * real + GRACE for one in credited)
        assert sum(credited) <= SPEED * real + GRACE * FILMS  # one member sees one film at a time
    event(f"credited {'much' if sum(credited) > 100 else 'some' if sum(credited) else 'nothing'}")


async def played(viewer: Viewer, told: dict[str, Any] | None) -> int | None:
    """The seconds credited for the film after this; None where it was refused."""
    if told is None:
        return int((await viewer.opens())["watched"])
    viewer.seq += 1
    answer = await viewer.posts("beat", {"viewing": viewer.viewing, "seq": viewer.seq} | told)
    assert answer.status_code in (200, 409)
    return int(answer.json()["watched"]) if answer.status_code == 200 else None


async def afresh(stage: Stage) -> datetime:
    """Forget what the examples before have watched."""

    def forget(session: Session) -> None:
        session.execute(delete(Viewing))
        session.execute(delete(Progress))

    await stage.app.record.write(forget)
    return stage.clock.now()
