"""The webhook: whom it hears, what it answers, and when."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import orjson
import pytest
from sqlalchemy import select
from starlette.applications import Starlette

from bot.pages.webhook import MOST_BYTES, SECRET_HEADER, webhook
from storage.post import updates
from storage.tables import Update as UpdateRow
from tests.phone import Phone
from tests.stage import Stage

SECRET = "a-secret_1-of-24-characters"
Json = dict[str, Any]


@dataclass
class Door:
    """A client of the webhook's route."""

    web: httpx.AsyncClient

    async def pushes(self, body: bytes | Json, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        content = body if isinstance(body, bytes) else orjson.dumps(body)
        return (await self.web.post("/telegram", content=content, headers=headers)).status_code


@pytest.fixture
async def door(stage: Stage) -> AsyncIterator[Door]:
    app = Starlette(routes=[webhook(SECRET, stage.app.receiving.take)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://tani.example") as web:
        yield Door(web)


def message(number: int, person: int, text: str) -> Json:
    """An update with a private message."""
    who = {"id": person, "is_bot": False, "first_name": "A", "language_code": "ja"}
    chat = {"id": person, "type": "private", "first_name": "A"}
    told = {"message_id": number, "from": who, "chat": chat, "date": 1795309200, "text": text}
    return {"update_id": number, "message": told}


def acted(stage: Stage) -> int:
    """How many of the updates that this file makes were acted upon."""
    with stage.app.sessions.reading() as session:
        return len(session.execute(select(UpdateRow.id).where(UpdateRow.id < 100)).all())


async def test_nobody_without_the_secret_is_heard(stage: Stage, door: Door) -> None:
    for secret in (None, "", "wrong", SECRET + "x", SECRET[:-1], SECRET.upper()):
        assert await door.pushes(message(1, stage.phone(1).person.id, "/start"), secret) == 403
        assert await door.pushes(b"junk", secret) == 403
    await stage.settled()
    assert acted(stage) == 0
    assert stage.phone(1).messages == []


async def test_a_secret_in_other_letters_is_refused_and_no_fault(stage: Stage, door: Door) -> None:
    response = await door.web.post("/telegram", content=b"{}", headers={SECRET_HEADER.encode(): "ひみつ".encode()})
    assert response.status_code == 403


async def test_without_a_secret_of_its_own_it_hears_nobody(stage: Stage) -> None:
    app = Starlette(routes=[webhook("", stage.app.receiving.take)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://tani.example") as web:
        for headers in ({}, {SECRET_HEADER: ""}):
            assert (await web.post("/telegram", content=b'{"update_id":1}', headers=headers)).status_code == 403


async def test_what_is_no_update_is_refused(door: Door) -> None:
    numbers = (b'{"update_id":"1"}', b'{"update_id":true}', b'{"update_id":1.5}', b'{"update_id":null}')
    for body in (b"", b"junk", b"[]", b"null", b"{}", b"\xff", b"{" * 5000, b"[" * 5000, *numbers):
        assert await door.pushes(body) == 400
    assert await door.pushes(b'{"update_id":1,"x":"' + b"x" * MOST_BYTES + b'"}') == 400


async def test_other_ways_to_knock_are_not_allowed(door: Door) -> None:
    assert (await door.web.get("/telegram", headers={SECRET_HEADER: SECRET})).status_code == 405


async def test_an_update_is_acknowledged_when_it_is_on_the_record(stage: Stage, door: Door) -> None:
    person = stage.phone(1).person.id
    stage.world.send_text(person, "hello")
    await stage.settled()
    assert await door.pushes(message(1, person, "/help")) == 200
    assert acted(stage) == 1


async def test_the_same_update_again_is_acknowledged_and_does_nothing(stage: Stage, aoi: Phone, door: Door) -> None:
    await door.pushes(message(1, aoi.person.id, "/help"))
    await stage.settled()
    count = len(aoi.messages)
    codes = await asyncio.gather(*(door.pushes(message(1, aoi.person.id, "/help")) for _ in range(3)))
    await stage.settled()
    assert set(codes) == {200}
    assert len(aoi.messages) == count


async def test_kinds_that_nobody_asked_for_are_acknowledged(stage: Stage, door: Door) -> None:
    told = message(1, stage.phone(1).person.id, "/start")["message"]
    for kind in ("edited_message", "channel_post", "a_kind_of_next_year"):
        assert await door.pushes({"update_id": 1, kind: told}) == 200
    await stage.settled()
    assert stage.phone(1).messages == []
    assert await stage.app.record.read(updates.all_set_aside) == []


async def test_an_update_of_an_odd_shape_does_not_come_for_ever(stage: Stage, door: Door) -> None:
    """Telegram brings what is not answered by 200 again for a day, and holds back that person's others meanwhile."""
    odd: list[Json] = [
        {"message": {"message_id": 1}},
        {"message": "text"},
        {"callback_query": {"id": "1"}},
        {"callback_query": {"id": "1", "from": {"id": 1}, "data": None}},
        {"callback_query": "x"},
        {"my_chat_member": {"x": 1}},
    ]
    for number, one in enumerate(odd):
        assert await door.pushes({"update_id": number, **one}) == 200
    assert acted(stage) == 0
    kept = await stage.app.record.read(updates.all_set_aside)
    assert [(update_id, update) for update_id, update, _ in kept] == [
        (number, {"update_id": number, **one}) for number, one in enumerate(odd)
    ]
    assert await door.pushes({"update_id": 90, "message": None}) == 200


async def test_a_message_and_a_press_of_one_person_side_by_side(stage: Stage, aoi: Phone, door: Door) -> None:
    message_id, person = aoi.last["message_id"], aoi.person.id
    pressed = message(0, person, "x")["message"] | {"message_id": message_id}
    presses = [{"update_id": 50 + number, "callback_query": _query(person, pressed, "se")} for number in range(5)]
    texts = [message(10 + number, person, "/credits") for number in range(5)]
    codes = await asyncio.gather(*(door.pushes(body) for pair in zip(texts, presses, strict=True) for body in pair))
    assert codes == [200] * 10
    assert acted(stage) == 10
    await stage.settled()
    assert await stage.app.record.read(updates.all_set_aside) == []


def _query(person: int, pressed: Json, data: str) -> Json:
    return {"id": "1", "from": pressed["from"], "chat_instance": "1", "message": pressed, "data": data}
