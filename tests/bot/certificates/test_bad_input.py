"""What is typed, forged or sent that can't be: an answer with its true reason, and nothing is changed."""

import pytest

from handlers.presses.certificates.certificate import Issue
from handlers.presses.certificates.verify import CompareName
from tests.files import EXECUTABLE, PDF, pdf_with
from tests.phone import Phone
from tests.snapshot import snapshot
from tests.stage import Stage

NO_DAY, REVERSED, AHEAD, UNREAD, EARLY = (
    "暦にない日付が含まれています。",
    "終わりの日が始めの日より前になっています。",
    "終わりの日が本日より後になっています。",
    "期間を読み取れませんでした。",
    "生涯教育制度は1987年4月1日（水）に始まりました。",
)
PERIODS = (
    ("2026/2/31-2026/3/1", NO_DAY),
    ("2026/2/29-2026/3/1", NO_DAY),
    ("令和8年2月31日から令和8年3月1日", NO_DAY),
    ("2026/9/30-2026/4/1", REVERSED),
    ("2026/11/22-2026/11/23", AHEAD),
    ("1900/1/1-1900/12/31", EARLY),
    ("1976/11/23-2026/11/22", EARLY),  # of fifty years
    ("1987/3/31-2026/11/21", EARLY),
    ("昨日まで", UNREAD),
    ("2026/4/1", UNREAD),
)
OURS_NOT = "当システムが発行した受講証明書ではありません"
FILES = (
    (PDF.ljust(50 * 1024 * 1024), "a.pdf", OURS_NOT),
    (pdf_with("owner", "reader"), "a.pdf", OURS_NOT),
    (EXECUTABLE, "a.pdf", OURS_NOT),
    (EXECUTABLE, "a.exe", "ボタン"),
)
SQLITE = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


@SQLITE
async def test_a_period_that_is_none_is_refused_for_its_true_reason(stage: Stage, aoi: Phone) -> None:
    before = snapshot(stage.app.sessions)
    for typed, why in PERIODS:
        said = await aoi.says(f"/certificate {typed}")
        assert why in said, typed
        assert "記録に変更はありません" in said, typed
    assert snapshot(stage.app.sessions) == before


@SQLITE
async def test_a_forged_token_finds_nothing(stage: Stage, aoi: Phone) -> None:
    before = snapshot(stage.app.sessions)
    for token in ("x" * 22, "%00", "a" * 60, "v_"):
        assert "当システムの記録にありません" in await aoi.says(f"/start v_{token}"), token
    for forged in (Issue("general", 1, 2, registry=True).pack(), "ci:general:1:2:7", "ci:general:739000:738000:1"):
        await aoi.presses(aoi.last["message_id"], forged)
    assert snapshot(stage.app.sessions) == before
    await aoi.presses(aoi.last["message_id"], CompareName("x" * 22).pack())
    assert "当システムの記録にありません" in await aoi.says("青井 遥")


@SQLITE
async def test_a_file_that_is_none_of_ours_is_said_to_be_none(stage: Stage, aoi: Phone) -> None:
    before = snapshot(stage.app.sessions)
    for content, name, said in FILES:
        assert said in await aoi.sends(content, name=name), name
    assert snapshot(stage.app.sessions) == before
