"""The fixtures that every test may ask for."""

import base64
import contextlib
import gc
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
import pytest_asyncio
from sqlalchemy import make_url

from content.rules import Rulebook
from handlers.turn import House
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from tests.addresses import PlainLinks
from tests.databases import Postgres, copied, migrated, postgres_server
from tests.engines import used_again
from tests.forking import begin_for_all, forked_workers
from tests.kinds import BOTH, on_its_kinds
from tests.operators import WHOLE
from tests.profiles import read_once
from tests.routed import routed_once
from tests.shared import Shared
from tests.sizes import SEED
from tests.workers import SERVER, TOGETHER, side_by_side

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from tests.arrival import Arrival
    from tests.phone import Phone
    from tests.stage import Stage


# how long an example takes says nothing on a busy machine; where CI is set Hypothesis would draw the same for ever
hypothesis.settings.register_profile("unhurried", deadline=None, derandomize=False)
hypothesis.settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--workers", type=int, default=1, help="in how many processes tests run side by side")


pytest_runtestloop = pytest.hookimpl(tryfirst=True)(side_by_side)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Every drawing begins with the seed of the day, unless --hypothesis-seed gives another."""
    if config.getoption("hypothesis_seed", None) is None:
        config.option.hypothesis_seed = str(SEED)
    if config.option.workers > 1 and not config.option.collectonly:
        begin_for_all()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What failed may depend on what was drawn: say how to draw it again."""
    if terminalreporter.stats.get("failed"):
        terminalreporter.write_line(f"Examples were drawn from the seed {config.option.hypothesis_seed} (SEED=…).")


KEY = bytes(range(32))
WRITTEN_KEY = base64.urlsafe_b64encode(KEY).decode()
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def engines() -> Iterator[None]:
    """What a test compiles, reads or looks up, the next one need not; and no process loads the product anew."""
    with used_again(), read_once(), routed_once(), forked_workers():
        yield


@pytest.fixture(scope="session")
def cipher() -> Cipher:
    return Cipher([KEY])


@pytest.fixture
def now() -> datetime:
    """Sunday 22 November 2026, 10:00 in Japan."""
    return NOW


@pytest.fixture(scope="session")
def house(cipher: Cipher) -> House:
    return House(rulebook=Rulebook(), links=PlainLinks(), cipher=cipher, profile=WHOLE)


@pytest.fixture(scope="session")
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return Shared(request.config.stash.get(TOGETHER, None) or tmp_path_factory.mktemp("together"))


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Postgres]:
    """The same server for all workers."""
    with postgres_server(request.config.stash.get(SERVER, None)) as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_template(shared: Shared, cipher: Cipher) -> Path:
    return shared.file("sqlite_template", None, lambda url: migrated(url, cipher))


@pytest.fixture(scope="session")
def postgres_template(shared: Shared, postgres: Postgres, cipher: Cipher) -> str:
    return shared.database("postgres_template", postgres, "", lambda url: migrated(url, cipher))


@pytest.fixture(scope="session")
def sqlite_furnished(shared: Shared, sqlite_template: Path, cipher: Cipher) -> Path:
    from tests.furnished import furnished

    return shared.file("sqlite_furnished", sqlite_template, lambda url: furnished(url, cipher, NOW))


@pytest.fixture(scope="session")
def postgres_furnished(shared: Shared, postgres: Postgres, postgres_template: str, cipher: Cipher) -> str:
    from tests.furnished import furnished

    fill = partial(furnished, cipher=cipher, at=NOW)
    return shared.database("postgres_furnished", postgres, postgres_template, fill)


@pytest.fixture(scope="session")
def sqlite_arrival(shared: Shared, sqlite_furnished: Path) -> "Arrival":
    from tests.arrival import arrive

    def make() -> "Arrival":
        path = shared.copied("sqlite_arrival", sqlite_furnished)
        return arrive(path, f"sqlite:///{path}", now=NOW, data_key=WRITTEN_KEY)

    return shared.once("sqlite_arrival", make)


@pytest.fixture(scope="session")
def postgres_arrival(shared: Shared, postgres: Postgres, postgres_furnished: str) -> "Arrival":
    from tests.arrival import arrive

    def make() -> "Arrival":
        name = postgres.create(postgres_furnished)
        return arrive(name, postgres.url(name), now=NOW, data_key=WRITTEN_KEY)

    return shared.once("postgres_arrival", make)


@contextlib.contextmanager
def fresh(request: pytest.FixtureRequest, template: str) -> Iterator[str]:
    """A database like the template of this name, of the kind with which the test is run."""
    found = request.getfixturevalue(f"{PREFIX[request.param]}_{template}")
    source: Path | str = getattr(found, "template", found)
    if isinstance(source, Path):
        with copied(source) as url:
            yield url
    else:
        server: Postgres = request.getfixturevalue("postgres")
        with server.lent(source) as url:
            yield url


PREFIX = dict(zip(BOTH, ("sqlite", "postgres"), strict=True))


pytest_generate_tests = on_its_kinds


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A migrated, empty database of either kind."""
    with fresh(request, "template") as url:
        yield url


@pytest.fixture
def furnished_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same with the sample courses published and the sample people imported. If the test asks for `aoi`, she has
    logged in; if it asks for `other`, she has too, and there is a member of whom everything is on record.
    """
    asked = request.fixturenames
    with fresh(request, "beside" if "other" in asked else "arrival" if "aoi" in asked else "furnished") as url:
        yield url


@pytest.fixture
def sessions(database_url: str, cipher: Cipher) -> Iterator[Sessions]:
    opened = Sessions(database_url, cipher)
    yield opened
    opened.close()


@pytest.fixture
def arrival(request: pytest.FixtureRequest, furnished_url: str) -> "Arrival | None":
    """How her chat stands, if she has logged in on `furnished_url`."""
    if not {"aoi", "other"} & set(request.fixturenames):
        return None
    found: Arrival = request.getfixturevalue(f"{PREFIX[make_url(furnished_url).get_backend_name()]}_arrival")
    return found


@pytest.fixture
async def stage(furnished_url: str, arrival: "Arrival | None") -> "AsyncIterator[Stage]":
    """The application, running against the sandbox."""
    from tests.stage import staged

    async with staged(furnished_url, now=NOW, data_key=WRITTEN_KEY, arrival=arrival) as opened:
        yield opened


@pytest.fixture
async def aoi(stage: "Stage") -> "Phone":
    """青井 遥, a member: logged in, nothing done yet."""
    from tests.stage import logged_in

    return await logged_in(stage, 1)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> "AsyncIterator[Browser]":
    """Chromium, started once. Its tests run in the session's event loop: pytest.mark.asyncio(loop_scope="session")."""
    from tests.browser import chromium

    async with chromium() as opened:
        yield opened


def pytest_collectstart() -> None:
    """Until all tests are collected nothing is garbage: a sixth of the time went into looking for it."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is loaded by now stays, and most of what a test makes goes by itself: the collector of garbage need not look
    through it again and again. A third of the tests' processor time went into that.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(1_000_000, 20, 20)
