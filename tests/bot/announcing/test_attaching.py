"""A picture or a PDF goes with an announcement, as staff and members live through it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.sending.pace import Pace
from content.announcing.announcement import Against
from content.announcing.attached import CAPTION, Unfit
from content.words import EN, JA
from storage.tables import Announcement, FilePart, StoredFile
from tests.bot.announcing.attaching import SECRET, a_pdf, a_picture, attaches
from tests.bot.announcing.writing import ENGLISH, MEMBER, TEXT, drafts, editor, ended, opens, sends, ticks
from tests.phone import Phone
from tests.stage import Stage, logged_in

LONG = "長いお知らせ\n" + "字" * CAPTION
PDF = "冬のお知らせ.pdf"
pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def quick(stage: Stage) -> None:
    stage.app.postman.pace = Pace(1000, 0)


def kept(stage: Stage) -> tuple[int, int]:
    """How many files and parts of files are on record."""
    with stage.app.sessions.reading() as session:
        files = session.execute(select(func.count()).select_from(StoredFile)).scalar_one()
        return files, session.execute(select(func.count()).select_from(FilePart)).scalar_one()


def file_id(stage: Stage) -> str | None:
    with stage.app.sessions.reading() as session:
        return session.execute(select(Announcement.uploaded)).scalar_one()


def shape(phone: Phone, *, last: int) -> list[str]:
    """What the last messages of a chat are."""
    kinds = ("photo", "document", "text")
    return [next(kind for kind in kinds if kind in message) for message in phone.messages[-last:]]


async def test_a_picture_is_shown_with_the_text_below_it(stage: Stage, aoi: Phone) -> None:
    kuroda, staff = await logged_in(stage, MEMBER), await editor(stage)
    await kuroda.says("/settings")
    await kuroda.taps("English")
    assert "添付：photo.jpg（画像、1KB）" in await attaches(staff, a_picture())
    await staff.taps(JA.announcing.to_button())
    await staff.taps("取得単位を見る")
    await sends(staff)
    assert shape(aoi, last=1) == shape(kuroda, last=1) == ["photo"]
    assert (aoi.text(aoi.last), kuroda.text(kuroda.last)) == (TEXT, ENGLISH)
    assert aoi.offers == ["取得単位を見る", "お知らせを止める"]
    assert ended(stage) == {"sent": 3}


async def test_a_pdf_comes_as_it_was_sent(stage: Stage, aoi: Phone) -> None:
    staff, paper = await editor(stage), a_pdf()
    assert JA.attaching.taken(PDF) in await attaches(staff, paper, name=PDF)
    await sends(staff)
    assert aoi.documents == [paper]
    assert aoi.last["document"]["file_name"] == PDF
    assert aoi.text(aoi.last) == TEXT


@pytest.mark.parametrize(("more", "came"), [(0, ["document"]), (1, ["document", "text"])])
async def test_a_text_too_long_to_stand_below_comes_after_the_file(
    stage: Stage, aoi: Phone, more: int, came: list[str]
) -> None:
    staff, text = await editor(stage), "題\n" + "字" * (CAPTION - 2 + more)
    before = len(aoi.messages)
    await attaches(staff, a_pdf(), name=PDF, text=text)
    await sends(staff)
    assert shape(aoi, last=len(aoi.messages) - before) == came
    assert aoi.text(aoi.last) == text
    assert aoi.offers == ["お知らせを止める"]
    assert ended(stage) == {"sent": 2}


async def test_it_is_previewed_and_tried_exactly_as_it_is_delivered(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await attaches(staff, a_picture(), text=LONG)
    for label, said in ((JA.announcing.to_preview(), JA.attaching.preview_comes()), (JA.announcing.to_trial(), "2通")):
        assert said in await staff.taps(label)
        assert shape(staff, last=3) == ["photo", "text", "photo"]
        assert [staff.text(one) for one in staff.messages[-3:]] == ["", LONG, ENGLISH]
    assert JA.announcing.to_send() in staff.buttons
    assert "長いお知らせ" not in aoi.text(aoi.last)


async def test_it_is_uploaded_once_and_sent_again_by_its_name(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await attaches(staff, a_pdf(), name=PDF)
    assert file_id(stage) is None
    await sends(staff)
    sent = {one["document"]["file_id"] for one in (*aoi.messages, *staff.messages) if "document" in one}
    own = {one["document"]["file_id"] for one in staff.messages if "document" in one and not one["from"]["is_bot"]}
    assert sent - own == {file_id(stage)}
    assert ended(stage) == {"sent": 2}


async def test_a_name_that_telegram_refuses_is_forgotten_and_nobody_is_left_out(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await attaches(staff, a_pdf(), name=PDF)
    with stage.app.sessions.begin() as session:
        session.execute(Announcement.__table__.update().values(uploaded="BQAC-of-another-bot"))  # type: ignore[attr-defined]  # a Table
    before = len(aoi.messages)
    await sends(staff)
    assert shape(aoi, last=len(aoi.messages) - before) == ["document"]
    assert ended(stage) == {"sent": 2}
    assert file_id(stage) == aoi.last["document"]["file_id"]


UNFIT = [
    (b"MZ\x90\0" + b"\0" * 99, "冬.pdf", Unfit.OTHER),
    (a_pdf(SECRET), PDF, Unfit.LOCKED),
    (a_pdf()[:200], PDF, Unfit.BROKEN),
    (a_picture()[:200], "x.jpg", Unfit.BROKEN),
    (a_picture(201, 10, "PNG"), "x.png", Unfit.SIDES),
    (b"%PDF-".ljust(50 * 1024 * 1024, b"0"), PDF, Unfit.TOO_BIG),
    (a_picture() + b"\0" * 10 * 1024 * 1024, "photo.jpg", Unfit.BIG_PICTURE),
]


async def test_what_nobody_could_open_is_refused_with_its_reason(stage: Stage) -> None:
    staff = await editor(stage)
    await drafts(staff)
    await staff.taps(JA.attaching.to_file())
    for content, name, why in UNFIT:
        assert JA.attaching.unfit(why) in await staff.sends(content, name=name), why
    assert "添付：なし" in await opens(staff)
    assert kept(stage) == (0, 0)
    await staff.taps(JA.attaching.to_file())
    assert JA.attaching.taken("x.png") in await staff.sends(a_picture(200, 10, "PNG"), name="x.png"), "just within"


async def test_of_an_album_none_is_taken_and_it_is_said_once(stage: Stage) -> None:
    staff = await editor(stage)
    await drafts(staff)
    await staff.taps(JA.attaching.to_file())
    before = len(staff.messages)
    said = await staff.sends(a_picture(), a_picture(50, 50))
    assert said.count(JA.attaching.unfit(Unfit.ALBUM)) == 1
    assert len(staff.messages) == before + 3, "two files and one answer"
    assert JA.attaching.unfit(Unfit.NO_FILE) in await staff.says("これです")
    assert JA.attaching.taken("photo.jpg") in await staff.sends(a_picture())


async def test_it_is_replaced_and_removed_and_its_bytes_end(stage: Stage) -> None:
    staff = await editor(stage)
    await attaches(staff, a_pdf(), name=PDF)
    await staff.taps(JA.attaching.to_file())
    await staff.sends(a_picture())
    assert "添付：photo.jpg" in await opens(staff)
    await ticks(stage)
    assert kept(stage) == (1, 1)
    await staff.taps(JA.attaching.to_file())
    await staff.taps(JA.attaching.to_remove())
    assert "添付：なし" in await opens(staff)
    await ticks(stage)
    assert kept(stage) == (0, 0)


async def test_it_ends_with_its_draft_and_ninety_days_after_its_announcement(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await attaches(staff, a_pdf(), name=PDF)
    await staff.taps(JA.announcing.to_remove())
    await staff.taps(JA.announcing.to_remove())
    await ticks(stage)
    assert kept(stage) == (0, 0)
    await attaches(staff, a_pdf(), name=PDF)
    await sends(staff)
    await ticks(stage)
    over = stage.clock.now()
    await stage.until(over + timedelta(days=90))
    assert kept(stage) == (1, 1)
    await stage.until(over + timedelta(days=90, seconds=1))
    await ticks(stage)
    assert kept(stage) == (0, 0)
    assert "保存期間が過ぎました" in await opens(staff)


async def test_a_file_that_comes_too_late_changes_nothing(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await drafts(staff)
    await staff.taps(JA.attaching.to_file())
    release = stage.holds("getFile")
    stage.world.send_document(staff.person.id, PDF, a_pdf())
    await stage.taken()
    with stage.app.sessions.begin() as session:
        session.execute(Announcement.__table__.update().values(state="cancelled"))  # type: ignore[attr-defined]  # a Table
    release()
    await stage.settled()
    assert JA.announced.against(Against.BEGUN) in staff.text(staff.last)
    await ticks(stage)
    assert kept(stage) == (0, 0)


async def test_it_is_read_in_english(stage: Stage) -> None:
    staff = await editor(stage)
    await staff.says("/settings")
    await staff.taps("English")
    await staff.says("/broadcast")
    await staff.taps(EN.announcing.to_new())
    await staff.taps("Everybody")
    await staff.says("題")
    await staff.says("T")
    await staff.taps(EN.attaching.to_file())
    assert "File: x.pdf (PDF, 1 KB)" in await staff.sends(a_pdf(), name="x.pdf")
