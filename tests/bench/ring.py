"""Who is in the ring: the product on both databases, other bots, and another version of the product if asked for."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from tests.bench.against import Version, named, version
from tests.bench.figures import Contestant, Size
from tests.bench.taps import People, acted_upon, seated
from tests.databases import migrated, postgres_server
from tests.process import ROOT, free_port

TOKEN = "100:bench-token"
TAP, TAP_POSTGRES = "durable tap, SQLite (synchronous=FULL)", "durable tap, PostgreSQL (fsync on)"
ECHO, ECHO_TEXT = "bare echo of the same tap, PTB's defaults", "bare echo of a text (one call, not two)"
ECHO_AIOHTTP, ECHO_AIOGRAM = "bare echo, PTB over aiohttp, side by side", "bare echo, aiogram 3's defaults"
AIOGRAM = ROOT / ".venv" / "bench" / "bin" / "python"
"""The Python of the bench's own virtual environment; `make bench` makes it from tests/bench/requirements.txt."""


@dataclass(frozen=True)
class Place:
    """A record with people on it."""

    sessions: Sessions
    people: People


@dataclass(frozen=True)
class Ring:
    """All who play, in the order of a round, and the two records of this version."""

    bots: Sequence[Contestant]
    places: Sequence[Place]
    version: Version | None

    def kept(self) -> list[int]:
        """How many updates are on each record as acted upon, those of the other version last."""
        ours = [acted_upon(place.sessions) for place in self.places]
        return ours + (list(self.version.kept()) if self.version is not None else [])


@contextlib.contextmanager
def ring(address: str, size: Size, folder: Path, against: str) -> Iterator[Ring]:
    """Make every record and seat the people.

    `address` is the server's, `against` a git reference or empty. Raises NoSuchVersion if git does not know it.
    """
    key, other_name = new_key(), named(against) if against else ""
    with postgres_server(durable=True) as server, contextlib.ExitStack() as closing:
        urls = (f"sqlite:///{folder / 'tani.sqlite'}", server.url(server.create()))
        places = [_place(url, key, size.people, closing) for url in urls]
        bots = [*_echoes(address, places[0].people), *_ours(address, key, places)]
        if not other_name:
            yield Ring(bots, places, None)
            return
        others = (f"sqlite:///{folder / 'other.sqlite'}", server.url(server.create()))
        other = version(other_name, key, others, folder, size.people, size.taps_each)
        yield Ring([*bots, *_theirs(address, other)], places, other)


def _place(url: str, key: str, people: int, closing: contextlib.ExitStack) -> Place:
    cipher = Cipher(read_keys(key))
    migrated(url, cipher)
    sessions = Sessions(url, cipher)
    closing.callback(sessions.close)
    return Place(sessions, seated(sessions, people))


def _echoes(address: str, people: People) -> Iterator[Contestant]:
    """The bots that keep no record. That of aiogram plays only if its virtual environment is there."""
    others = People(people.sitting)
    plain = ("tests.bench.bots.ptb", TOKEN, address)
    yield Contestant(ECHO, (*plain, "defaults"), {}, others, others.press)
    yield Contestant(ECHO_TEXT, (*plain, "defaults"), {}, others, others.text)
    yield Contestant(ECHO_AIOHTTP, (*plain, "aiohttp"), {}, others, others.press)
    if AIOGRAM.exists():
        aiogram = ("tests.bench.bots.aiogram_echo", TOKEN, address)
        yield Contestant(ECHO_AIOGRAM, aiogram, {}, others, others.press, python=AIOGRAM)


def _ours(address: str, key: str, places: Sequence[Place]) -> Iterator[Contestant]:
    for name, place in zip((TAP, TAP_POSTGRES), places, strict=True):
        url = place.sessions.url.render_as_string(hide_password=False)
        yield Contestant(name, ("bot", "run"), environment(address, key, url, ROOT), place.people, place.people.press)


def _theirs(address: str, other: Version) -> Iterator[Contestant]:
    for name, record in zip(("SQLite", "PostgreSQL"), other.records, strict=True):
        given = environment(address, other.key, record.url, other.tree.folder)
        tree = other.tree
        called = f"durable tap at {tree.name}, {name}"
        yield Contestant(called, ("bot", "run"), given, record.taps, record.tap, tree.python, tree.folder)


def environment(address: str, key: str, url: str, tree: Path) -> dict[str, str]:
    """What the product of a tree is told in order to run beside the others."""
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": url,
        "DATA_KEY": key,
        "LISTEN": f"127.0.0.1:{free_port()}",
        "MONITOR": "",
        "OPERATOR_FILE": str(tree / "tests" / "operator.yaml"),
    }
