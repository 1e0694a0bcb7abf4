"""Files on their way in: fetched beside the conversation, once, and kept where they were meant to go."""

import dataclasses
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.sandbox.faults import Kind
from bot.sandbox.files import LINK_LIFE
from bot.sending.insisting import TRIES
from content.declarations.declaring import State
from handlers.presses.access.session import LogOut
from handlers.presses.declarations import declare as presses
from storage.tables import Deferred, Evidence
from tests.files import JPEG, PDF
from tests.handlers.declaring import Declaring
from tests.phone import Phone
from tests.snapshot import snapshot
from tests.someone import eventually
from tests.stage import Stage, logged_in

pytestmark = pytest.mark.usefixtures("unharmed")


@pytest.fixture
def me(stage: Stage, aoi: Phone) -> Declaring:
    return Declaring(stage, aoi)


def becomes(stage: Stage, phone: Phone, content: bytes) -> None:
    """The file that was sent last has these bytes when it is fetched, whatever its message says."""
    sent = phone.messages[-1]["document"]["file_id"]
    files = stage.world.files
    file = files.get(sent)
    assert file is not None
    files._by_id[file.id] = files._by_path[file.path] = dataclasses.replace(file, data=content)


async def test_what_its_message_does_not_say_is_seen_when_it_is_here(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.comes_to_evidence()
    for content, answer in ((b"", "ファイルの内容が空です"), (PDF.ljust(20 * 1024 * 1024 + 1), "20MBを超える")):
        aoi._look()
        stage.world.send_document(aoi.person.id, "a.pdf", PDF)
        becomes(stage, aoi, content)
        assert answer in await aoi.waits()
    assert me.files == []
    assert "（1 / 5件）" in await aoi.sends(PDF, name="a.pdf")


async def test_every_update_twice(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.comes_to_evidence()
    stage.world.twice = True
    told = await aoi.sends(JPEG, JPEG)
    for _ in range(3):  # a second delivery comes with the next batch
        await aoi.says("/privacy")
    assert "（2 / 5件）" in told
    assert sorted(me.files) == sorted(aoi.pictures)
    assert len([name for name, _ in stage.world.calls if name.lower() == "getfile"]) == 2
    with stage.app.sessions.reading() as session:
        assert session.execute(select(Deferred)).first() is None


@pytest.mark.parametrize(("method", "kind"), [("getFile", "502"), ("download", "504"), ("download", "drop")])
async def test_a_failure_that_passes_is_waited_out(
    stage: Stage, me: Declaring, aoi: Phone, method: str, kind: Kind
) -> None:
    await me.comes_to_evidence()
    stage.world.fault(method, kind, times=2)
    assert "（1 / 5件）" in await aoi.sends(JPEG)
    assert stage.world.faults.waiting() == 0
    assert me.files == aoi.pictures


async def test_a_link_that_has_ended_is_asked_for_anew(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.comes_to_evidence()
    stage.world.fault("download", "overtaken")  # nothing overtakes it, so it waits
    stage.world.send_photo(aoi.person.id, JPEG)
    await eventually(lambda: stage.world.faults.waiting() == 0)
    stage.clock.jump(stage.clock.now() + timedelta(seconds=LINK_LIFE + 1))
    stage.world.faults.done(None)
    assert "（1 / 5件）" in await aoi.waits()
    assert len([name for name, _ in stage.world.calls if name == "getFile"]) == 2


async def test_asked_to_wait_it_waits_and_keeps_the_file(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.comes_to_evidence()
    for method in ("getFile", "sendMessage"):
        stage.world.fault(method, "429", seconds=1)
    assert "（1 / 5件）" in await aoi.sends(JPEG)
    assert stage.world.faults.waiting() == 0


async def test_a_failing_download_keeps_nothing_and_is_told(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.comes_to_evidence()
    stage.world.fault("getFile", "drop", times=TRIES)
    assert "ファイルを受け取れませんでした" in await aoi.sends(JPEG)
    assert me.files == []
    assert "（1 / 5件）" in await aoi.sends(JPEG)


async def test_the_conversation_goes_on_while_a_file_comes(stage: Stage, me: Declaring, aoi: Phone) -> None:
    """Gone elsewhere before it is here: it goes where it was meant to, and what is expected by now is left alone."""
    await me.comes_to_evidence()
    comes = stage.holds("getFile")
    stage.world.send_photo(aoi.person.id, JPEG)
    stage.world.press(aoi.person.id, aoi.last["message_id"], presses.Ask(me.every[0].id, "what").pack())
    await stage.taken()
    assert me.files == []
    comes()
    await aoi.waits()
    assert me.files == aoi.pictures
    await aoi.says("別の学会")
    assert me.every[0].what == "別の学会"


async def test_submitted_while_a_file_comes(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.writes()
    await aoi.taps("証明書類")
    comes = stage.holds("getFile")
    number = me.every[0].id
    stage.world.send_document(aoi.person.id, "a.pdf", PDF)
    stage.world.press(aoi.person.id, aoi.messages[-2]["message_id"], presses.Submit(number).pack())
    await stage.taken()
    assert me.every[0].state is State.SUBMITTED
    comes()
    told = await aoi.waits()
    assert "お送りいただいたファイルは添付していません" in told
    assert (me.every[0].state, me.files) == (State.SUBMITTED, aoi.pictures)


async def test_logged_out_while_a_file_comes(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.comes_to_evidence()
    comes = stage.holds("getFile")
    stage.world.send_photo(aoi.person.id, JPEG)
    stage.world.press(aoi.person.id, aoi.messages[-2]["message_id"], LogOut().pack())
    await stage.taken()
    comes()
    assert "この操作にはログインが必要です" in await aoi.waits()
    with stage.app.sessions.reading() as session:
        assert session.execute(select(Evidence.id)).first() is None


async def test_another_members_declaration(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.submits()
    await me.writes(PDF)
    numbers = [one.id for one in me.every]
    files = [file.id for one in me.every for file in one.evidence]
    other = await logged_in(stage, 5)
    before, message = snapshot(stage.app.sessions), other.last["message_id"]
    for number in (*numbers, 2**31 - 1, -1):
        for press in (
            *(
                kind(number)
                for kind in (presses.OpenDeclaration, presses.GoOn, presses.AskSubmit, presses.Submit, presses.Again)
            ),
            *(
                kind(number)
                for kind in (
                    presses.AskDiscard,
                    presses.Discard,
                    presses.AskWithdraw,
                    presses.Withdraw,
                    presses.SkipNote,
                )
            ),
            *(presses.Ask(number, step) for step in ("what", "evidence", "kind")),
            presses.SetKind(number, "exam"),
            presses.SetDay(number, 739_570),
            presses.SetUnits(number, 1),
            presses.SetCode(number, 0),
            *(presses.RemoveFile(number, file) for file in files),
        ):
            await other.presses(message, press.pack())
            assert "この申告書は見つかりませんでした" in other.toast, press
    for forged in ("da:1:x", "db:x", "dk:1:x", "dd:1:0", "dd:1:2147483647", "du:1:0", "du:1:99", "dc:1:84", "dc:1:-1"):
        await other.presses(message, forged)
        assert "このボタンは" in other.toast, forged
    assert snapshot(stage.app.sessions) == before
