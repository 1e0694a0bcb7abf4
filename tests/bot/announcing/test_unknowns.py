"""Staff see the hidden names of those for whom it is unknown whether an announcement arrived, and nothing else."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.sending.pace import Pace
from content.words import JA
from handlers.presses.staff.announcing import Unknowns
from storage.people import persons
from storage.tables import Announcement
from storage.tables import Letter as Row
from tests.bot.announcing.writing import drafts, editor, ended, opens, sends, ticks
from tests.phone import Phone
from tests.stage import Stage

pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


async def test_who_was_cut_off_is_listed_by_a_hidden_name(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await drafts(staff)
    stage.world.fault("sendMessage", "drop", when="after", chat_id=aoi.person.id)
    await sends(staff)
    await ticks(stage)
    assert ended(stage)["unknown"] == 1
    assert "届いたか不明：1（" in await opens(staff)
    with stage.app.sessions.reading() as session:
        (person,) = session.execute(select(Row.member_id).where(Row.state == "unknown")).scalars()
        name = persons.name(session, person)
    shown = await staff.taps(JA.announced.to_unknowns())
    assert shown.splitlines()[-1] == f"1　{name[0]}○○ 様"
    assert name[1:] not in shown
    assert sum("冬のお知らせ" in aoi.text(one) for one in aoi.messages) == 1, "it did arrive, and once"


async def test_without_any_there_is_no_way_to_them(stage: Stage) -> None:
    stage.app.postman.pace = Pace(1000, 0)
    staff = await editor(stage)
    await drafts(staff)
    await sends(staff)
    await opens(staff)
    assert JA.announced.to_unknowns() not in staff.offers
    with stage.app.sessions.reading() as session:
        number = session.execute(select(Announcement.id)).scalar_one()
    shown = await staff.presses(staff.last["message_id"], Unknowns(number, 9).pack())
    assert JA.announced.no_unknowns() in shown


async def test_its_report_stays_when_its_letters_are_removed(stage: Stage, aoi: Phone) -> None:
    """After 400 days nobody knows any more who it was, but how many; also if only some are removed."""
    staff = await editor(stage)
    await drafts(staff)
    stage.world.fault("sendMessage", "drop", when="after", chat_id=aoi.person.id)
    await sends(staff)
    await ticks(stage)
    before = (await opens(staff)).splitlines()
    kept = [line for line in before if line.startswith(("▓", "送信済", "届いたか不明", "11月22日"))]
    assert [line.partition("（")[0] for line in kept][:2] == ["▓▓▓▓▓▓▓▓▓▓ 100%", "送信済：1"]
    with stage.app.sessions.begin() as session:
        session.execute(
            update(Row).where(Row.state == "sent").values(settled_at=stage.clock.now() - timedelta(hours=2))
        )
    stage.clock.jump(stage.clock.now() + timedelta(days=401))
    await ticks(stage)
    assert ended(stage) == {}
    after = (await opens(staff)).splitlines()
    assert [line for line in kept[:3] if line not in after] == []
    assert [line for line in after if line.endswith("8:00から1時間：1通")], after
    assert JA.announced.unknowns_ended() in await staff.taps(JA.announced.to_unknowns())
