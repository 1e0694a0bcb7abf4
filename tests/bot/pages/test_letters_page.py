"""The page that hands out the file of activation letters: once, to who has the link and the number from the chat."""

import csv
import io

import pytest
from sqlalchemy import select

from storage.activating import batches, opening
from storage.tables import ActivationCode
from tests.bot.neighbour import id_of
from tests.stage import Stage

OFFICER, KEN = "9000000002", "1000000002"
BORN = "19651130"


@pytest.fixture
def given(stage: Stage) -> tuple[str, str]:
    """The address and the number of a batch for all."""
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


@pytest.mark.parametrize("bad", ["", "x", "123456" * 3])
async def test_a_number_of_nobody(bad: str, stage: Stage, given: tuple[str, str]) -> None:
    assert (await stage.web.post(given[0], data={"pin": bad})).status_code == 403
    assert (await stage.web.get("/letters/unknown")).status_code == 404
