"""Staff grant credits to many by a file in the chat: the reason, the report, the way back, and what members see."""

import csv
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.demo import importing
from content.importing.report import Kind, State
from content.rules import day_of
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions
from storage.importing import imports
from storage.staff import log
from tests.bot.commands.grants_file import JAPANESE, line, other, table
from tests.bot.importing import MINUTE, is_officer
from tests.phone import Phone
from tests.stage import Stage, logged_in
from tests.workbooks import Cell, bomb, sheet, workbook

SENT = "付与.csv"
KURODA = "1000000005"
HEAD: list[Cell] = [*JAPANESE.split(",")]
ROW = other(member_id=KURODA, day="2026/11/20")
CELLS: list[Cell] = [*ROW.split(",")]


@pytest.fixture
async def granting(stage: Stage, officer: Phone) -> Phone:
    """An officer in the room for grants."""
    await officer.says("/grant_credits")
    return officer


def states(stage: Stage) -> list[State]:
    with stage.app.sessions.reading() as session:
        return [one.state for one in imports.latest(session, 9, Kind.GRANTS)][::-1]


def acts(stage: Stage) -> list[str]:
    with stage.app.sessions.reading() as session:
        return [one.act for one in log.read(session, limit=99)][::-1]


async def asks(phone: Phone, said: str) -> str:
    await phone.says(said)
    return phone.sees


async def test_a_file_is_reported_applied_read_by_the_member_and_taken_back(stage: Stage, granting: Phone) -> None:
    kuroda = await logged_in(stage, 5)
    assert "付与の理由が空欄の行がある場合は、先に共通の理由を" in granting.sees
    await granting.taps("受講の記録を確認")
    assert "次の理由を使います：受講の記録を確認" in granting.sees
    row = line(member_id=KURODA, day="2026/11/20", reason="")
    rows = [row, line(member_id=KURODA, content="nowhere"), line()]
    await granting.sends(table(*rows, header=JAPANESE).encode("cp932"), name=SENT)
    assert "・付与：1件" in granting.sees
    assert "・付与不可：2件" in granting.sees
    told = list(csv.reader(granting.documents[-1].decode("utf-8-sig").splitlines()))
    assert (told[1][:3], told[1][-1]) == (["2", "付与", KURODA], "受講の記録を確認")
    assert (told[2][1], told[2][4]) == ("付与不可", "講座名")
    assert (told[3][1], told[3][-1]) == (
        "付与不可",
        "ご自身の会員IDです。ご自身の単位は扱えないため、ほかの担当者が付与します。",
    )
    await asks(granting, "/grant_credits")
    await granting.taps("確認待ち")
    await granting.taps("付与する（1件）")
    assert "付与し、会員に知らせました" in granting.sees
    await kuroda.waits()
    assert "高血圧" in kuroda.sees
    assert "受講の記録を確認" in kuroda.sees
    await asks(granting, "/grant_credits")
    await granting.taps("付与済")
    await granting.taps("まとめて取り消す")
    assert "理由は会員に表示され" in granting.sees
    await granting.says("誤")
    assert "2文字以上" in granting.sees
    await granting.says("名簿に誤りがありました")
    assert "取り消しの理由：名簿に誤りがありました" in granting.sees
    await granting.taps("まとめて取り消す")
    assert "付与を取り消しました（1件）" in granting.sees
    await kuroda.waits()
    assert "名簿に誤りがありました" in kuroda.sees
    assert "名簿に誤りがありました" in await asks(kuroda, "/why 高血圧")
    assert states(stage) == [State.UNDONE]
    wanted = ["send_import", "apply_import", "grant_credit", "undo_import", "reverse_credit"]
    assert [one for one in acts(stage) if one in wanted] == wanted


async def test_who_is_granted_something_neither_applies_it_nor_takes_it_back(stage: Stage, granting: Phone) -> None:
    second = await logged_in(stage, 2)
    await is_officer(stage, second)
    await granting.sends(table(other(member_id="1000000002")).encode(), name=SENT)
    await asks(second, "/grant_credits")
    await second.taps("確認待ち")
    await second.taps("付与する（1件）")
    assert "ご自身への付与が含まれています" in second.sees
    assert states(stage) == [State.READY]
    await granting.taps("付与する（1件）")
    await asks(second, "/grant_credits")
    await second.taps("付与済")
    await second.taps("まとめて取り消す")
    assert "ご自身への付与が含まれています" in second.sees
    assert states(stage) == [State.APPLIED]


async def test_who_lets_it_be_done_is_its_author(stage: Stage, granting: Phone) -> None:
    second = await logged_in(stage, 2)
    await is_officer(stage, second)
    await granting.sends(table(ROW).encode(), name=SENT)
    await asks(second, "/grant_credits")
    await second.taps("確認待ち")
    await second.taps("付与する（1件）")
    with stage.app.sessions.reading() as session:
        (line_,) = [one for one in log.read(session, limit=99) if one.act == "grant_credit"]
        (applied,) = [one for one in log.read(session, limit=99) if one.act == "apply_import"]
    assert line_.staff_id == applied.staff_id
    noted, _ = stage.app.heads._noted.heads()
    with stage.app.sessions.reading() as session:
        assert max(noted) == log.head(session)


async def test_the_demos_grants_are_applied_and_taken_back(stage: Stage, granting: Phone) -> None:
    await granting.sends(
        importing.grants_file(day_of(stage.clock.now()) - timedelta(days=1)), name=importing.GRANTS_NAME
    )
    assert "・要確認：1件" in granting.sees
    assert "・付与不可：3件" in granting.sees
    number = granting.sees.split("・付与：")[1].split("件")[0]
    await granting.taps(f"付与する（{number}件）")
    assert "付与し、会員に知らせました" in granting.sees
    await granting.taps("まとめて取り消す")
    await granting.taps("登録の誤り")
    await granting.taps("まとめて取り消す")
    assert f"付与を取り消しました（{number}件）" in granting.sees


HOSTILE: list[tuple[Callable[[], bytes], str, str]] = [
    (lambda: workbook(sheet(HEAD, CELLS, merged="A2:A3")), "list.xlsx", "・付与不可：1件"),
    (lambda: workbook(sheet(HEAD, CELLS, hidden=3)), "list.xlsx", "非表示の列があります（C）"),
    (lambda: workbook(sheet(HEAD, CELLS), sheet(HEAD, CELLS)), "list.xlsx", "内容のあるシートが2枚"),
    (lambda: table(ROW, header=JAPANESE).encode("cp932") + b"\x81\r\n\xfd\xfe", SENT, "読めません"),
    (lambda: table(line(member_id=KURODA, reason="=cmd|' /C calc'!A0")).encode(), SENT, "・付与不可：1件"),
    (lambda: table(JAPANESE, header=JAPANESE).encode(), SENT, "・付与不可：1件"),
    (lambda: table().encode(), SENT, "単位の行がありません"),
    (lambda: importing.members_file()[:2000].rpartition(b"\r\n")[0], "members.csv", "・付与不可"),
    (lambda: b"%PDF-1.7 \xff\xfe\x00", "list.pdf", "読み取れません"),
    (lambda: bomb(HEAD, CELLS), "list.xlsx", "300MBを超えます"),
]
"""What makes the file, its name, and what is said of it. A large file is made only for its test."""


@pytest.mark.parametrize(("raw", "name", "said"), HOSTILE, ids=[f"{one[1]} {one[2]}" for one in HOSTILE])
async def test_a_hostile_or_clumsy_file_is_answered_and_changes_nothing(
    raw: Callable[[], bytes], name: str, said: str, stage: Stage, granting: Phone
) -> None:
    await granting.sends(raw(), name=name)
    assert said in granting.sees
    assert not [label for label in granting.offers if label.startswith("付与する（")]
    assert "grant_credit" not in acts(stage)


async def test_a_workbook_is_read_too(stage: Stage, granting: Phone) -> None:
    await granting.sends(workbook(sheet(HEAD, CELLS)), name="list.xlsx")
    assert "・付与：1件" in granting.sees


async def test_a_forged_press_takes_nothing_back(stage: Stage, granting: Phone) -> None:
    """Without a reason that was shown, and for a number of another room."""
    await granting.sends(table(ROW).encode(), name=SENT)
    await granting.taps("付与する（1件）")
    with stage.app.sessions.reading() as session:
        (one,) = imports.latest(session, 1, Kind.GRANTS)
    for forged in (f"ix:{one.number}", f"iv:{one.number}", f"ij:{one.number}", f"iw:{one.number}:9"):
        await granting.presses(granting.last["message_id"], forged)
    assert states(stage) == [State.APPLIED]


@pytest.mark.parametrize("steps", [1, 2, 4, 7, 9, 12, 15])
async def test_a_process_that_dies_half_way_loses_nothing(
    steps: int, stage: Stage, granting: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It dies after so many steps, while the file is read, applied or told of; the next process goes on."""
    monkeypatch.setattr(stage.app.importing, "_pace", Pace(3))
    step, left = stage.app.record.step, steps

    async def dies(act: Callable[[Sessions], object]) -> object:
        nonlocal left
        left -= 1
        if left < 0:
            raise Dies
        return await step(act)

    monkeypatch.setattr(stage.app.record, "step", dies)
    with pytest.raises(Dies):
        await _grants(granting, table(*(other(member_id=KURODA, title=f"集会 {at}") for at in range(7))))
    monkeypatch.undo()
    stage.clock.jump(stage.clock.now() + 2 * MINUTE)
    await granting.waits()
    if states(stage) == [State.READY]:
        await granting.taps("付与する")
    assert states(stage) == [State.APPLIED]
    assert acts(stage).count("grant_credit") == 7


async def test_a_bar_goes_once_from_nothing_to_all(
    stage: Stage, granting: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A minute passes at each step, of both ways through the rows."""
    monkeypatch.setattr(stage.app.importing, "_pace", Pace(1))
    steady, minute, shown = stage.app.record.steady, 0, list[str]()

    def later() -> Any:
        nonlocal minute
        minute += 1
        return steady().replace(microsecond=0) + minute * MINUTE

    await granting.sends(table(*(other(member_id=KURODA, title=f"集会 {at}") for at in range(3))).encode(), name=SENT)
    monkeypatch.setattr(stage.app.record, "steady", later)
    edit = stage.app.showing.edit

    async def seen(chat: int, message: int, screen: Any) -> bool:
        shown.append(screen.text)
        return await edit(chat, message, screen)

    monkeypatch.setattr(stage.app.showing, "edit", seen)
    await granting.taps("付与する（3件）")
    parts = [int(text.split("%")[0].split("　")[-1]) for text in shown if "▓" in text or "░" in text]
    assert parts == sorted(parts)
    assert parts[0] == 16  # the first of three rows, and they are gone through twice
    assert 16 < parts[-1] <= 100
    assert any("残り約" in text for text in shown)


async def _grants(phone: Phone, content: str) -> None:
    await phone.sends(content.encode(), name=SENT)
    await phone.taps("付与する")


class Dies(BaseException):
    """The end of a process."""
