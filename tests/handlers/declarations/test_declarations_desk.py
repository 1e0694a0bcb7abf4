"""A declaration decided by phone: staff look at its evidence, decide once, and its member is told."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from content.declarations.declaring import Kind, State
from content.keys.letters import EvidenceFile
from storage.declarations import decisions, declarations
from storage.declarations.declarations import withdraw
from storage.engine.base import cipher_of
from storage.people import members
from storage.post import letters
from storage.staff import roles
from storage.tables import Evidence, Letter, Staff
from tests.files import HEIC, PDF
from tests.handlers.staff.filing import MOST_DRAFTS, MOST_FILES, SAID
from tests.keeping import add_evidence
from tests.phone import Phone
from tests.stage import Stage, logged_in

AOI, KURO, STAFF = "1000000001", "1000000005", "9000000002"
NIGHT, MORNING = datetime(2026, 11, 22, 13, 0, tzinfo=UTC), datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def id_of(session: Session, member_no: str) -> int:
    return members.account(session, cipher_of(session.get_bind().dialect), member_no, member_no=True, mamis_id=False).id


@pytest.fixture
def number(stage: Stage) -> int:
    """青井's declaration, handed in."""
    return handed_in(stage, "参加証.pdf", "application/pdf", PDF)


@pytest.fixture
def heic(stage: Stage) -> int:
    """The same with a photo of an iPhone."""
    return handed_in(stage, "IMG_1.HEIC", "image/heic", HEIC)


def handed_in(stage: Stage, name: str, mime: str, content: bytes) -> int:
    now = stage.clock.now()
    with stage.app.sessions.begin() as session:
        member = id_of(session, AOI)
        one = declarations.begin(session, member, Kind.CONGRESS, MOST_DRAFTS, now).id
        for step, said in SAID.items():
            declarations.change(session, member, one, step, said)
        add_evidence(session, member, one, name=name, mime=mime, content=content, most=MOST_FILES, at=now)
        assert declarations.submit(session, member, one, now)
    return one


async def at_the_declaration(stage: Stage) -> Phone:
    """The member of staff, before its card."""
    desk = await logged_in(stage, 11)
    await desk.says("/staff")
    await desk.taps("申請・依頼などを見る")
    await desk.taps("申告書を見る（1）")
    await desk.taps("1")
    assert "青井 遥" in desk.sees
    return desk


async def test_the_evidence_comes_and_cannot_be_passed_on(stage: Stage, number: int) -> None:
    desk = await at_the_declaration(stage)
    card = desk.last["message_id"]
    await desk.taps("添付1")
    assert "証明書類をお送りします" in desk.toast
    assert desk.documents == [PDF]
    file = desk.last
    assert file["message_id"] != card
    assert file["document"]["file_name"] == "参加証.pdf"
    assert file["has_protected_content"]
    assert desk.text(file).startswith(f"申告書 {number}　証明書類")
    await desk.taps("受理する")
    assert "理由を選ぶか" in desk.sees, "the card lives on under the file"


async def test_an_iphones_photo_comes_as_a_jpeg(stage: Stage, heic: int) -> None:
    desk = await at_the_declaration(stage)
    assert heic
    await desk.taps("添付1")
    assert desk.last["document"]["file_name"] == "IMG_1.jpg"
    (shown,) = desk.documents
    with Image.open(io.BytesIO(shown)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (64, 48))


async def test_accepted_it_is_a_credit_and_a_letter(stage: Stage, aoi: Phone, number: int) -> None:
    desk = await at_the_declaration(stage)
    await desk.taps("受理する")
    await desk.taps("証明書類を確認")
    assert f"申告書 {number}" in desk.sees
    assert "✅ 受理しました" in desk.sees
    await aoi.waits()
    assert "証明書類を確認" in aoi.text(aoi.last)
    await aoi.says("/credits")
    assert "1.5単位" in aoi.sees


async def test_refused_at_night_the_letter_waits_for_the_morning(stage: Stage, aoi: Phone, number: int) -> None:
    await stage.until(NIGHT)
    desk = await at_the_declaration(stage)
    await desk.taps("添付1")
    assert desk.documents == [PDF], "who works at night gets the file at night"
    await desk.taps("受理しない")
    await desk.says("参加証の日付が異なります")
    before = len(aoi.messages)
    await stage.until(MORNING - SECOND)
    assert len(aoi.messages) == before
    await stage.until(MORNING)
    assert "参加証の日付が異なります" in aoi.text(aoi.last)


async def test_two_phones_of_staff_at_once(stage: Stage, aoi: Phone, number: int) -> None:
    first, second = await at_the_declaration(stage), await logged_in(stage, 5)
    with stage.app.sessions.begin() as session:
        roles.grant(session, id_of(session, KURO), "officer", stage.clock.now())
    before = len(aoi.messages)
    stage.world.press(first.person.id, int(first.last["message_id"]), f"xg:{number}:1:1:0")
    stage.world.press(second.person.id, int(second.last["message_id"]), f"xg:{number}:1:0:0")
    await stage.settled()
    seen = [phone.text(phone.last) for phone in (first, second)]
    assert sorted("すでに判断されています" in text for text in seen) == [False, True]
    assert len(aoi.messages) == before + 1


async def test_a_members_forged_buttons_do_not_exist(stage: Stage, aoi: Phone, number: int) -> None:
    last = int(aoi.last["message_id"])
    await aoi.presses(last, "nothing:of:ours")
    unknown = aoi.toast
    for forged in ("xs:1", f"xo:{number}:1", f"xe:{number}:1", f"xy:{number}:1:1", f"xg:{number}:1:1:0"):
        await aoi.presses(last, forged)
        assert aoi.toast == unknown
    assert aoi.documents == []
    with stage.app.sessions.reading() as session:
        assert decisions.handed_in(session, number).state is State.SUBMITTED


@pytest.mark.parametrize("loses", ["nothing", "role", "declaration", "file"])
async def test_a_file_that_is_not_to_be_seen_any_more_is_not_sent(stage: Stage, number: int, loses: str) -> None:
    """What was asked for is looked at again when it is sent."""
    is_sent = loses == "nothing"
    desk = await logged_in(stage, 11)
    with stage.app.sessions.begin() as session:
        file = decisions.handed_in(session, number).evidence[0].id
        who = id_of(session, STAFF)
        letters.put(session, member_id=who, key=EvidenceFile(number, file), slot="1", at=stage.clock.now())
        if loses == "role":
            session.execute(delete(Staff))
        elif loses == "declaration":
            assert withdraw(session, id_of(session, AOI), number, stage.clock.now())
        elif loses == "file":
            session.execute(delete(Evidence))
    await stage.settled()
    assert desk.documents == [PDF] * is_sent
    with stage.app.sessions.reading() as session:
        (state,) = session.execute(select(Letter.state).where(Letter.kind == "evidence")).scalars()
    assert state == ("sent" if is_sent else "dropped")
