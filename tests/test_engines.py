"""What was compiled for one database serves another of its kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text

from storage.engine import sessions
from storage.engine.base import cipher_of
from storage.engine.cipher import Cipher
from tests.databases import Postgres
from tests.engines import Engines
from tests.kinds import BOTH


@pytest.fixture(params=BOTH)
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str, str]]:
    """Three empty databases of one kind, which are lent to nobody else."""
    if request.param == "sqlite":
        one, two, three = (f"sqlite:///{tmp_path / name}.sqlite" for name in "abc")
        yield one, two, three
        return
    server: Postgres = request.getfixturevalue("postgres")
    names = [server.create() for _ in range(3)]
    one, two, three = map(server.url, names)
    yield one, two, three
    for name in names:
        server.drop(name)


@pytest.fixture
def lending() -> Iterator[Engines]:
    made = Engines(sessions._engine.__self__._make)  # type: ignore[attr-defined]  # the session has put its own there
    yield made
    for engine in made._made:
        engine.dispose()


def used(engines: Engines, url: str, cipher: Cipher) -> Engine:
    engine = engines.lend(url, cipher, reading=False)
    with engine.begin() as connection:
        connection.execute(text("SELECT 1"))
    return engine


def test_a_new_engine_goes_on_where_a_closed_one_ended(
    lending: Engines, urls: tuple[str, str, str], cipher: Cipher
) -> None:
    first = used(lending, urls[0], cipher)
    beside = used(lending, urls[1], cipher)
    assert beside._compiled_cache is not first._compiled_cache
    lending.take_back(first)
    lending.take_back(first)  # a test may close its record twice
    other = Cipher([bytes(32)])
    after, again = used(lending, urls[2], other), used(lending, urls[0], cipher)
    assert after._compiled_cache is first._compiled_cache
    assert cipher_of(after.dialect) is other
    assert len({id(one._compiled_cache) for one in (after, again, beside)}) == 3
    for one in (after, again, beside):
        assert inspect(one).get_table_names() == []


def test_none_goes_on_with_what_was_never_connected(
    lending: Engines, urls: tuple[str, str, str], cipher: Cipher
) -> None:
    idle = lending.lend(urls[0], cipher, reading=False)
    lending.take_back(idle)
    assert used(lending, urls[1], cipher).dialect is not idle.dialect
