"""The film's bytes: ranges as players ask for them, for those who hold a link, and never more read than asked for."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from bot.pages.watch.media import Unsatisfiable, read_range
from content.study.course import Video
from storage.programme import courses
from storage.programme.courses import PART_BYTES
from tests import samples
from tests.phone import Phone
from tests.stage import Stage
from tests.viewer import Viewer, on_card

LONG = bytes(range(256)) * (4 * PART_BYTES // 256) + b"the end"
SHA = hashlib.sha256(LONG).hexdigest()


@pytest.fixture
async def source(stage: Stage, aoi: Phone) -> str:
    """The address of a film of four parts and seven bytes."""
    now = stage.clock.now()
    page = await on_card(stage, aoi)
    mine = stage.app.links.read(page.path.removeprefix("/watch/"), now)

    def publish(session: Session) -> int:
        chapter = replace(samples.chapter(1), videos=(Video("long.mp4", "video/mp4", SHA, 100),))
        courses.publish(session, samples.course("long", chapters=[chapter]), lambda _: LONG, now)
        return courses.by_slug(session, "long").films[1]

    film_id = await stage.app.record.write(publish)
    opened = await Viewer(stage, stage.app.links.watch(mine.member_id, film_id, mine.login, now)).opens()
    return str(opened["media"][0]["src"])


@contextmanager
def parts_read() -> Iterator[list[Any]]:
    """The parameters of every statement that reads bytes of films."""
    found: list[Any] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if "blob_parts" in statement:
            found.append(parameters)

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


RANGES = [
    ("bytes=0-1", 0, 2),
    ("bytes=0-", 0, len(LONG)),
    ("bytes=-7", len(LONG) - 7, len(LONG)),
    (f"bytes=-{10 * len(LONG)}", 0, len(LONG)),
    (f"bytes={PART_BYTES - 1}-{PART_BYTES}", PART_BYTES - 1, PART_BYTES + 1),
    (f"bytes={len(LONG) - 1}-{len(LONG) + 99}", len(LONG) - 1, len(LONG)),
    ("Bytes=5-5", 5, 6),
]


async def test_a_range_is_answered_with_its_bytes(stage: Stage, source: str) -> None:
    for asked, start, end in RANGES:
        answer = await stage.web.get(source, headers={"Range": asked})
        assert (answer.status_code, answer.content == LONG[start:end]) == (206, True), asked
        assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/{len(LONG)}"
        assert answer.headers["content-length"] == str(end - start)
        assert answer.headers["content-type"] == "video/mp4"


async def test_the_whole_where_no_single_range_is_asked_for(stage: Stage, source: str) -> None:
    for asked in ("", "bytes=a-b", "bytes=5-2", "bytes=-", "lines=0-1", "bytes=0-1,4-5", f"bytes={'9' * 5000}-"):
        answer = await stage.web.get(source, headers={"Range": asked} if asked else {})
        assert (answer.status_code, answer.content == LONG) == (200, True), asked
        assert answer.headers["accept-ranges"] == "bytes"
        assert answer.headers["content-length"] == str(len(LONG))


async def test_a_range_behind_the_end_is_refused(stage: Stage, source: str) -> None:
    for asked in (f"bytes={len(LONG)}-", f"bytes={len(LONG) + 5}-{len(LONG) + 9}", "bytes=-0"):
        answer = await stage.web.get(source, headers={"Range": asked})
        assert (answer.status_code, answer.content) == (416, b"")
        assert answer.headers["content-range"] == f"bytes */{len(LONG)}"


async def test_a_range_of_a_film_that_has_changed_is_not_added_to_the_old_one(stage: Stage, source: str) -> None:
    tag = (await stage.web.head(source)).headers["etag"]
    for told, status in ((tag, 206), ('"other"', 200)):
        answer = await stage.web.get(source, headers={"Range": "bytes=0-1", "If-Range": told})
        assert answer.status_code == status


async def test_only_the_parts_of_the_range_are_read_one_at_a_time(stage: Stage, source: str) -> None:
    with parts_read() as read:
        await stage.web.get(source, headers={"Range": f"bytes={PART_BYTES}-{PART_BYTES + 9}"})
        assert len(read) == 1
        await stage.web.get(source)
    spans = [sorted(one for one in values_of(parameters) if isinstance(one, int)) for parameters in read]
    assert spans == [[1, 1], *([number, number] for number in range(5))]


async def test_head_reads_none_of_it(stage: Stage, source: str) -> None:
    with parts_read() as read:
        answer = await stage.web.head(source, headers={"Range": "bytes=0-1"})
    assert (answer.status_code, answer.content, read) == (200, b"", [])
    assert answer.headers["content-length"] == str(len(LONG))


async def test_only_the_films_of_this_link(stage: Stage, aoi: Phone, source: str) -> None:
    second = await Viewer(stage, aoi.link("第2章")).opens()
    path, theirs = source.rsplit("/", 1)[0], second["media"][0]["src"].rsplit("/", 1)[1]
    for sha256 in (theirs, "0" * 64, SHA[:-1], SHA.upper(), "x"):
        assert (await stage.web.get(f"{path}/{sha256}")).status_code == 403
    assert (await stage.web.get(source.replace("watch/", "watch/x"))).status_code == 403
    assert (await stage.web.post(source)).status_code == 405


async def test_the_film_goes_with_its_link(stage: Stage, source: str) -> None:
    Viewer(stage, source).passes(12 * 3600)
    assert (await stage.web.get(source)).status_code == 410


@pytest.mark.parametrize("size", [1, 2, 10])
def test_every_range_lies_within_the_film(size: int) -> None:
    for first in ["", *map(str, range(size + 2))]:
        for last in ["", *map(str, range(size + 2))]:
            assert_within(f"bytes={first}-{last}", size)


def assert_within(asked: str, size: int) -> None:
    try:
        found = read_range(asked, size)
    except Unsatisfiable:
        return
    assert found is None or 0 <= found[0] < found[1] <= size


def values_of(parameters: Any) -> list[Any]:
    """The values of a statement, whether its database names them or not."""
    return list(parameters.values() if isinstance(parameters, dict) else parameters)
