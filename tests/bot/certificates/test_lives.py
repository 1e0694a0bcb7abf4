"""A certificate by phone until it ends: corrected and replaced, revoked by two persons, or its member's record erased.

The page, the chat, the number and the officers are asked before and after.
"""

import io
import json
from pathlib import Path

import pikepdf
import pytest

from bot.commands.files import import_file
from bot.commands.files.import_file import Times
from bot.demo.people import PEOPLE_FILE
from content.words import JA
from storage.certificates import checks
from tests.bot.test_certificate_checked import has_a_certificate
from tests.phone import Phone
from tests.stage import Stage, logged_in
from tests.storage.certificates.erasing import erase

pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
OFFICER, OWNER, STRANGER = 11, 14, 10
VALID, REPLACED, REVOKED = "✅ 有効です", "⚠️ 差し替えられています", "⚠️ 取り消されています"
BEFORE, NOW = "青井 遥", "青井 はるか"
PIN = "480271"


class Certificate:
    """A certificate, as those see it who have its file."""

    def __init__(self, stage: Stage, paper: bytes) -> None:
        self.stage, self.paper = stage, paper
        with pikepdf.open(io.BytesIO(paper)) as opened:
            facts = json.loads(opened.attachments["certificate.json"].get_file().read_bytes())
        self.number, self.name = str(facts["number"]), str(facts["name"])
        self.token = str(facts["check"]).rpartition("/")[2]

    @property
    def id(self) -> int:
        with self.stage.app.sessions.reading() as session:
            found = checks.by_token(session, self.stage.app.sessions.cipher, self.token)
        assert found is not None
        return found.certificate_id

    async def is_told(self, state: str, *more: str, hidden: str = "") -> None:
        """Everywhere that a stranger can ask: all say the same state, and by the code they say all of `more`."""
        stranger = self.stage.phone(STRANGER)
        page = (await self.stage.web.get(f"/c/{self.token}", headers={"Accept-Language": "ja"})).text
        by_code = await stranger.says(f"/start v_{self.token}")
        by_number = await stranger.says(f"/verify {self.number}")
        assert state in page
        assert state in by_code
        assert state in by_number
        for told in more:
            assert told in page
            assert told in by_code
            assert told not in by_number
        assert not hidden or hidden not in page + by_code + by_number


@pytest.fixture
async def first(stage: Stage, aoi: Phone) -> Certificate:
    return Certificate(stage, await has_a_certificate(stage, aoi))


@pytest.fixture
async def officer(stage: Stage, first: Certificate) -> Phone:
    return await logged_in(stage, OFFICER)


def corrects(stage: Stage, folder: Path, before: str, now: str) -> None:
    """As staff do: by the members' file."""
    file = folder / "members.csv"
    file.write_text(PEOPLE_FILE.read_text(encoding="utf-8").replace(before, now), encoding="utf-8")
    assert (
        import_file.run(stage.app.sessions, file, stage.clock.now(), io.StringIO(), times=Times(pause=lambda _: None))
        == 0
    )


async def replaces(officer: Phone) -> str:
    """From the queue, with the copy that the officer gets."""
    await officer.says("/certificates")
    for label in ("変わった記載を見る（1）", "1", "差し替える"):
        await officer.taps(label)
    assert f"{BEFORE} → {NOW}" in officer.sees
    return await officer.taps("氏名の訂正")


async def revokes(stage: Stage, officer: Phone, number: str) -> None:
    """The officer proposes it, an owner confirms it with a new PIN."""
    owner = await logged_in(stage, OWNER)
    await officer.says(f"/certificates {number}")
    await officer.taps("取り消す")
    await officer.taps("ご本人の申し出")
    await officer.says("本人からの申し出による")
    await owner.taps("内容を確かめる")
    assert number in owner.sees
    await owner.taps("確認して実行する")
    await owner.says(PIN)
    assert JA.joint.done() in await owner.says(PIN)


async def test_a_corrected_name_until_another_certificate_holds(
    stage: Stage, aoi: Phone, first: Certificate, officer: Phone, tmp_path: Path
) -> None:
    await first.is_told(VALID)
    assert "変わった記載" not in str((await officer.says("/certificates"), officer.offers))
    corrects(stage, tmp_path, BEFORE, NOW)
    await first.is_told(VALID)
    await replaces(officer)
    letter = aoi.text(aoi.last)
    second = Certificate(stage, aoi.documents[-1])
    assert officer.documents[-1] == second.paper
    assert (first.name, second.name) == (BEFORE, NOW)
    for told in ("受講証明書を差し替えました", f"前の証明書　{first.number}", f"新しい証明書　{second.number}"):
        assert told in letter
    await first.is_told(REPLACED, "理由：氏名の訂正", "差し替え後の証明書の番号", second.number)
    await second.is_told(VALID, hidden=first.number)
    for one, state in ((first, REPLACED), (second, VALID)):
        said = await aoi.sends(one.paper, name="a.pdf")
        assert "1バイトも違わず一致します" in said
        assert state in said
    card = await officer.says(f"/certificates {first.number}")
    assert f"新しい番号　{second.number}" in card
    assert "変わった記載" not in str((await officer.says("/certificates"), officer.offers))


async def test_two_persons_revoke_what_was_replaced_and_what_replaced_it(
    stage: Stage, aoi: Phone, first: Certificate, officer: Phone, tmp_path: Path
) -> None:
    corrects(stage, tmp_path, BEFORE, NOW)
    await replaces(officer)
    second = Certificate(stage, aoi.documents[-1])
    await revokes(stage, officer, second.number)
    assert "受講証明書が取り消されました" in aoi.text(aoi.last)
    assert second.number in aoi.text(aoi.last)
    await second.is_told(REVOKED, "理由：ご本人の申し出", hidden="本人からの申し出による")
    await first.is_told(REPLACED, second.number, hidden="有効な")
    card = await officer.says(f"/certificates {second.number}")
    assert REVOKED in card
    assert "担当 金井 統" in card


async def test_who_blocked_the_bot_hears_it_from_the_page(
    stage: Stage, aoi: Phone, first: Certificate, officer: Phone, tmp_path: Path
) -> None:
    """The letter is refused. The new certificate holds all the same, and is the one that the member is given later."""
    corrects(stage, tmp_path, BEFORE, NOW)
    stage.world.block(aoi.person.id)
    await stage.settled()
    before = len(aoi.documents)
    await replaces(officer)
    second = Certificate(stage, officer.documents[-1])
    assert len(aoi.documents) == before
    await first.is_told(REPLACED, second.number)
    await second.is_told(VALID)
    stage.world.unblock(aoi.person.id)
    await aoi.says("/certificate 2026/4/1-2026/11/21")
    await aoi.taps("この内容で発行する")
    await stage.settled()
    assert aoi.documents[-1] == second.paper


async def test_after_an_erasure_state_day_and_totals_stay(
    stage: Stage, aoi: Phone, first: Certificate, officer: Phone
) -> None:
    await first.is_told(VALID, "青○○", "1単位（カリキュラムコード 1種類）")
    assert f"氏名　{BEFORE}" in await officer.says(f"/certificates {first.number}")
    with stage.app.sessions.begin() as session:
        erase(session, first.id)
    await first.is_told(VALID, "1単位（カリキュラムコード 1種類）", "氏名の照合はできません", hidden="青○○")
    typed = await stage.web.post(f"/c/{first.token}", data={"name": BEFORE}, headers={"Accept-Language": "ja"})
    assert JA.verify.agrees() not in typed.text
    assert JA.verify.erased() in typed.text
    same = await stage.web.post(f"/c/{first.token}/file", content=first.paper)
    assert same.json() == {"same": True}
    card = await officer.says(f"/certificates {first.number}")
    assert JA.issued.erased() in card
    assert BEFORE not in card
    assert "ファイルを見る" not in officer.offers
    await revokes(stage, officer, first.number)
    await first.is_told(REVOKED, "理由：ご本人の申し出", "氏名の照合はできません")
