"""/mydata by phone: the password once more, and a ZIP with all that is kept."""

import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest

from content.privacy import disclosed
from content.privacy.disclosed import AGAIN_AFTER
from content.words import JA
from tests.bot.sending.test_menus import staff_account
from tests.files import JPEG, PDF
from tests.handlers.declaring import Declaring
from tests.phone import Phone
from tests.stage import PASSWORD, Stage, logged_in

SECOND = timedelta(seconds=1)
OFFICER, OWNER = 11, 14


@pytest.fixture
def declaring(stage: Stage, aoi: Phone) -> Declaring:
    return Declaring(stage, aoi)


async def gets(phone: Phone) -> str:
    await phone.says("/mydata")
    return await phone.says(PASSWORD)


def opened(phone: Phone, number: int = -1) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(phone.documents[number]))


def tables(phone: Phone, number: int = -1) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(opened(phone, number).read("data.json"))["tables"]
    return found


def names(phone: Phone) -> list[str]:
    return [message["document"]["file_name"] for message in phone.messages if "document" in message]


async def test_all_that_is_kept_comes_after_the_password(declaring: Declaring, aoi: Phone) -> None:
    await declaring.writes(JPEG, PDF)
    assert "パスワードを入力してください" in await aoi.says("/mydata")
    assert not [one for one in names(aoi) if one.endswith(".zip")]
    assert "1分以内に届きます" in await aoi.says(PASSWORD)
    assert names(aoi)[-1] == "自分の記録_20261122.zip"
    assert "書類のファイル 2点" in aoi.text(aoi.last)
    packed = opened(aoi)
    page = packed.read("index.html").decode()
    for said in ("青井 遥", "第1回 見本学会", "1.5単位", "見本県医師会", "1000000001", "photo.jpg"):
        assert said in page, said
    files = [packed.read(one) for one in packed.namelist() if one.startswith("files/")]
    assert files == declaring.files
    assert tables(aoi)["declarations"][0]["what"] == "第1回 見本学会"
    assert PASSWORD not in "".join(aoi.text(message) for message in aoi.messages)


async def test_nothing_of_a_member_beside_is_in_it(stage: Stage, aoi: Phone, declaring: Declaring) -> None:
    shiro = Declaring(stage, await logged_in(stage, 5))
    await shiro.writes()
    await gets(aoi)
    said = opened(aoi).read("index.html").decode() + json.dumps(tables(aoi), ensure_ascii=False)
    assert "黒田" not in said
    assert tables(aoi)["declarations"] == []
    assert [row["member_no"] for row in tables(aoi)["members"]] == ["1000000001"]


async def test_what_staff_did_is_told_with_its_reason(stage: Stage, aoi: Phone) -> None:
    officer = await logged_in(stage, 9)
    await officer.says("/find 1000000001")
    await gets(aoi)
    acts = tables(aoi)["staff_acts"]
    assert "viewed" in [one["act"] for one in acts]
    assert all(one["body"]["why"] for one in acts)


async def test_a_wrong_password_gives_nothing_and_counts(aoi: Phone) -> None:
    await aoi.says("/mydata")
    for _ in range(4):
        assert "パスワードが違います" in await aoi.says("falsch-1234")
    assert "お待ちください" in await aoi.says("falsch-1234")
    assert "お待ちください" in await aoi.says(PASSWORD)
    assert aoi.documents == []
    assert "falsch" not in "".join(aoi.text(message) for message in aoi.messages)


async def test_after_the_wait_the_password_is_taken(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/mydata")
    for _ in range(5):
        await aoi.says("falsch-1234")
    await stage.until(stage.clock.now() + timedelta(minutes=1) - SECOND)
    assert "お待ちください" in await aoi.says(PASSWORD)
    await stage.until(stage.clock.now() + SECOND)
    await aoi.says(PASSWORD)
    assert len(aoi.documents) == 1


async def test_once_an_hour(stage: Stage, aoi: Phone) -> None:
    await gets(aoi)
    await stage.until(stage.clock.now() + AGAIN_AFTER - SECOND)
    assert "先ほどお送りしました" in await aoi.says("/mydata")
    await stage.until(stage.clock.now() + SECOND)
    await gets(aoi)
    assert len(aoi.documents) == 2


async def test_large_files_come_in_several_parts(
    declaring: Declaring, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each within the limit: here a part holds one of the two files."""
    monkeypatch.setattr(disclosed, "MOST_BYTES", max(len(JPEG), len(PDF)))
    await declaring.writes(JPEG, PDF)
    assert "2つのファイルに分けて" in await gets(aoi)
    assert names(aoi)[-2:] == ["自分の記録_20261122_1-2.zip", "自分の記録_20261122_2-2.zip"]
    first, second = (opened(aoi, number) for number in (-2, -1))
    assert first.namelist()[:2] == ["index.html", "data.json"]
    assert len(first.namelist()) == 3
    assert len(second.namelist()) == 1
    assert "自分の記録　2 / 2" in aoi.text(aoi.last)


async def test_only_members_have_one(stage: Stage) -> None:
    """A staff account earns nothing and has no record of a member; a stranger is asked to log in."""
    guest = await staff_account(stage, await logged_in(stage, OWNER))
    assert await guest.says("/mydata") == JA.refusals.not_a_member()
    assert "ログイン" in await stage.phone(2).says("/mydata")
    officer = await logged_in(stage, OFFICER)
    await officer.says("/staff 1000000001")
    await gets(officer)
    assert [row["member_no"] for row in tables(officer)["members"]] == [officer.person.hints[0].split(" ")[-1]], (
        "one of staff is given the own record, whoever was looked at before"
    )
