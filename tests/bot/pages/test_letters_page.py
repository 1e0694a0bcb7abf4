"""The page that hands out the file of activation letters: once, to who has the link and the number from the chat."""

import asyncio
import csv
import io
from collections.abc import Sequence

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from content.activating.batch import Line
from storage.activating import batches, ending, opening
from storage.people import members
from storage.staff import log
from storage.tables import ActivationCode
from tests.bot.neighbour import id_of
from tests.stage import Stage

OFFICER, KEN = "9000000002", "1000000002"
BORN = "19651130"


def ordered(stage: Stage) -> tuple[str, str]:
    """The path and the number of a batch for all."""
    now = stage.clock.now()
    with stage.app.sessions.begin() as session:
        officer = id_of(session, OFFICER)
        batch = batches.order(session, "", officer, now)
        batches.begin(session, batch, now)
        while batches.making(session):
            batches.step(session, batch, now)
        link = opening.give(session, batch, officer, now)
    assert link is not None
    return f"/letters/{link[0]}", link[1]


@pytest.fixture
def given(stage: Stage) -> tuple[str, str]:
    return ordered(stage)


async def test_a_preview_uses_nothing_up_and_the_file_comes_once(stage: Stage, given: tuple[str, str]) -> None:
    address, pin = given
    for _ in range(3):
        looked = await stage.web.get(address)
        assert looked.status_code == 200
        assert pin not in looked.text
    wrong = await stage.web.post(address, data={"pin": "000000" if pin != "000000" else "111111"})
    assert wrong.status_code == 403
    file = await stage.web.post(address, data={"pin": f"{pin[:3]} {pin[3:]}"})
    assert file.status_code == 200
    assert file.headers["cache-control"] == "no-store"
    assert file.headers["content-disposition"].startswith("attachment")
    head, *rows = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
    assert head == ["会員ID", "氏名", "都道府県", "登録コード", "有効期限", "リンク"]
    with stage.app.sessions.reading() as session:
        assert len(rows) == len(session.execute(select(ActivationCode.member_id)).all()) > 0
    number, name, _, code, until, link = rows[0]
    assert (len(number), bool(name), until) == (10, True, "2027-01-21")
    assert link.endswith(f"?start=a_{code.replace('-', '')}")
    for again in (await stage.web.post(address, data={"pin": pin}), await stage.web.get(address)):
        assert again.status_code == 404
        assert "使えません" in again.text


async def test_the_code_of_the_file_typed_at_once_opens_the_first_login(stage: Stage, given: tuple[str, str]) -> None:
    address, pin = given
    file = await stage.web.post(address, data={"pin": pin})
    codes = {row[0]: row[3] for row in csv.reader(io.StringIO(file.content.decode("utf-8-sig")))}
    ken = stage.phone(2)
    assert "個人情報" in await ken.says(codes[KEN].lower())
    assert "生年月日を西暦" in await ken.taps("同意")
    assert "新しいパスワード" in await ken.says(BORN)


async def test_what_the_clock_clears_meanwhile_is_in_the_file(
    stage: Stage, given: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock clears the codes of a file that was fetched: it may tick at any moment of the fetching."""
    address, pin = given
    whole = batches.lines

    def lines(session: Session, number: int) -> Sequence[Line]:
        with stage.app.sessions.begin() as other:
            if found := ending.to_clear(other):
                ending.clear(other, found)
        return whole(session, number)

    with monkeypatch.context() as patched:
        patched.setattr(batches, "lines", lines)
        file = await stage.web.post(address, data={"pin": pin})
    assert len(file.content.decode().splitlines()) > 5
    await stage.app.schedule.tick()
    with stage.app.sessions.reading() as session:
        assert session.execute(select(ActivationCode.member_id).where(ActivationCode.code.is_not(None))).all() == []


async def test_what_fails_before_the_file_is_made_uses_nothing_up(
    stage: Stage, given: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, pin = given

    def lines(_session: Session, _number: int) -> Sequence[Line]:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(batches, "lines", lines)
        with pytest.raises(ZeroDivisionError):
            await stage.web.post(address, data={"pin": pin})
    assert (await stage.web.post(address, data={"pin": pin})).status_code == 200


async def test_of_many_at_once_one_gets_the_file(stage: Stage, given: tuple[str, str]) -> None:
    """A double tap, or the same link in two browsers."""
    address, pin = given
    answers = await asyncio.gather(*(stage.web.post(address, data={"pin": pin}) for _ in range(6)))
    assert sorted(one.status_code for one in answers) == [200, *[404] * 5]


async def test_the_log_says_how_many_are_in_the_file(stage: Stage, given: tuple[str, str]) -> None:
    """One has logged in since the letters were made."""
    address, pin = given
    with stage.app.sessions.begin() as session:
        before = len(batches.lines(session, 1))
        members.choose_password(session, id_of(session, KEN), "hash")
    await stage.web.post(address, data={"pin": pin})
    with stage.app.sessions.reading() as session:
        (line,) = log.read(session, limit=1)
    assert (line.act, line.after) == ("fetch_letters", {"letters": 1, "people": before - 1})


@pytest.mark.parametrize("written", ["　", " ", "ー", "link"])
async def test_a_code_does_not_stay_in_the_chat(stage: Stage, given: tuple[str, str], written: str) -> None:
    address, pin = given
    file = await stage.web.post(address, data={"pin": pin})
    codes = {row[0]: row[3] for row in csv.reader(io.StringIO(file.content.decode("utf-8-sig")))}
    ken = stage.phone(2)
    await ken.says("/privacy")
    bare = codes[KEN].replace("-", "")
    await ken.says(f"/start a_{bare}" if written == "link" else codes[KEN].replace("-", written))
    assert [ken.text(one) for one in ken.messages if codes[KEN][:4] in ken.text(one)] == []


@pytest.mark.parametrize("bad", ["", "x", "123456" * 3])
async def test_a_number_of_nobody(bad: str, stage: Stage, given: tuple[str, str]) -> None:
    assert (await stage.web.post(given[0], data={"pin": bad})).status_code == 403
    assert (await stage.web.get("/letters/unknown")).status_code == 404
