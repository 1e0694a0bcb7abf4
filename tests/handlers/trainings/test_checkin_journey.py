"""A training by phone: staff show the code, a member checks in and out, the organiser registers, the credit appears."""

import io
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from bot.commands import publish
from tests.house.source import ROOT
from tests.phone import Phone
from tests.stage import Stage, logged_in

MINUTE = timedelta(minutes=1)
INFECTION, HOME_CARE = "診療所でできる感染対策の基本", "在宅医療における多職種連携"
RECORDED = "不眠の診かた（録画配信）"
PLACES = {INFECTION: 2, HOME_CARE: 1}
"""Where each stands in the list of staff: the one that ends soon stands first."""


async def shown(stage: Stage, title: str = INFECTION) -> dict[str, str]:
    """What the page in the room shows now, opened from the room of staff."""
    staff = stage.phone(12)
    await staff.says("/staff")
    if "受付コードを表示する" not in staff.buttons:
        staff = await logged_in(stage, 12)
        await staff.says("/staff")
    await staff.taps("受付コードを表示する")
    assert title in staff.sees.splitlines()[PLACES[title] + 2]
    answer = await stage.web.get(f"{urlsplit(staff.link(str(PLACES[title]))).path}/now")
    answer.raise_for_status()
    page: dict[str, str] = answer.json()
    assert page["title"] == title
    return page


async def later(stage: Stage, minutes: int) -> datetime:
    await stage.until(stage.clock.now() + minutes * MINUTE)
    return stage.clock.now()


async def registers(stage: Stage, folder: Path, title: str) -> str:
    """The organiser confirms those who checked in, with one line more in the training's file."""
    (slug,) = [file.stem for file in (ROOT / "content" / "trainings").glob("*.yaml") if title in file.read_text()]
    text = (
        (ROOT / "content" / "trainings" / f"{slug}.yaml")
        .read_text()
        .replace("14:00", "10:30")
        .replace("15:00", "11:30")
    )
    (folder / f"{slug}.yaml").write_text(text + "attendance: checkin\n")
    out = io.StringIO()
    assert publish.run(stage.app.sessions, folder, stage.clock.now(), out, samples=True) == 0, out.getvalue()
    await stage.settled()
    return out.getvalue()


async def test_from_the_code_in_the_room_to_the_credit(stage: Stage, aoi: Phone, tmp_path: Path) -> None:
    await aoi.says(f"/checkin {(await shown(stage))['code'].lower()}")
    assert "入室を記録しました" in aoi.sees
    assert INFECTION in aoi.sees
    assert "退室の受付は11:00から12:30まで" in aoi.sees
    await aoi.taps("登録状況を見る")
    assert "入室済" in aoi.sees
    await later(stage, 60)
    await aoi.says("/checkin")
    assert f"{INFECTION}　退室の受付 12:30まで" in aoi.sees
    await aoi.says((await shown(stage))["code"])
    assert "主催者が出席を登録すると、単位が付与されます" in aoi.sees
    await later(stage, 100)
    await aoi.says("/trainings")
    assert "主催者の登録待ち" in aoi.sees
    await aoi.says("/credits")
    assert "まだありません" in aoi.sees or "0単位" in aoi.sees
    await registers(stage, tmp_path, INFECTION)
    await aoi.waits()
    assert "研修会の単位が付与されました" in aoi.text(aoi.last)
    await aoi.says("/trainings")
    assert "2026年度に登録済：1単位（1件）" in aoi.sees
    assert "登録済（1単位）" in aoi.sees
    await aoi.says("/certificate")
    assert "本日" in aoi.sees


async def test_the_qr_code_opens_the_chat_and_checks_in(stage: Stage, aoi: Phone) -> None:
    link = (await shown(stage, HOME_CARE))["link"]
    payload = link.partition("?start=")[2]
    await aoi.says(f"/start {payload}")
    assert "退室を記録しました" in aoi.sees
    await aoi.says(f"/start {payload}")
    assert "記録済" in aoi.sees
    stranger = stage.phone(10)
    await stranger.says(f"/start {payload}")
    assert "ログイン" in stranger.sees
    for forged in ("ci_", "ci_1", "ci_999_K7MP3XQ2", "ci_x_K7MP3XQ2", f"{payload}x"):
        await aoi.says(f"/start {forged}")
        assert "記録に変更はありません" in aoi.sees
    await aoi.says("/start cc_1")
    assert "青井 遥 様" in aoi.sees


async def test_codes_that_are_refused_say_what_helps(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/checkin")
    await aoi.says("会場の画面が見えません")
    assert "8文字" in aoi.sees
    await aoi.says("K7MP 3XQ2")
    assert "受付中の研修会のものではありません" in aoi.sees
    code = (await shown(stage))["code"]
    await later(stage, 1)
    await aoi.says(code)
    assert "有効な時間（約1分）を過ぎています" in aoi.sees
    other = (await shown(stage, HOME_CARE))["code"]
    await aoi.says("/trainings")
    await aoi.taps("今後の研修会")
    await aoi.taps("3")
    assert INFECTION in aoi.sees
    await aoi.taps("入室コードを入力する")
    await aoi.says(other)
    assert f"「{HOME_CARE}」のもの" in aoi.sees
    await aoi.says((await shown(stage))["code"])
    assert "入室を記録しました" in aoi.sees
    await later(stage, 60 * 24)
    await aoi.says(f"/checkin {code}")
    assert "11月22日（日）" in aoi.sees
    assert "録画の視聴は出席になりません" in aoi.sees


async def test_guessing_ends_in_a_wait(stage: Stage, aoi: Phone) -> None:
    code = (await shown(stage))["code"]
    await aoi.says("/checkin")
    for _ in range(5):
        await aoi.says("22222222")
    assert "1分の間、受付を休止します" in aoi.sees
    await aoi.says(code)
    assert "このコードは確認していません" in aoi.sees


async def test_who_could_not_check_in_tells_staff(stage: Stage, aoi: Phone) -> None:
    await later(stage, 61)
    await aoi.says(f"/checkin {(await shown(stage))['code']}")
    assert "入室の記録がないため" in aoi.sees
    await aoi.taps("出席確認を申請する")
    await aoi.says("はい")
    assert "5文字以上500文字以内" in aoi.sees
    await aoi.says("スマートフォンの電池が切れ、受付で記名しました")
    assert "受け付けています" in aoi.sees
    await aoi.says("/trainings")
    assert "申請を確認中" in aoi.sees


async def test_a_recording_is_no_attendance(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/trainings")
    await aoi.taps("今後の研修会")
    number = next(line[0] for line in aoi.sees.splitlines() if RECORDED in line)
    await aoi.taps(number)
    assert "録画の視聴は出席にならず" in aoi.sees
    assert "入室コードを入力する" not in aoi.offers


async def test_an_account_that_earns_nothing_checks_in_nowhere(stage: Stage) -> None:
    tokyo, code = await logged_in(stage, 8), (await shown(stage))["code"]
    for said in ("/checkin", f"/checkin {code}", f"/start ci_1_{code.replace(' ', '')}"):
        await tokyo.says(said)
        assert "単位の取得ができません" in tokyo.sees


async def test_osaka_in_the_list_and_not_on_the_certificate(stage: Stage) -> None:
    yoshino = await logged_in(stage, 2)
    await yoshino.says("/trainings")
    assert "登録済（1単位・大阪府）" in yoshino.sees
    await yoshino.taps("2")
    assert "大阪府医師会にご依頼ください" in yoshino.sees
    await yoshino.says("/certificate 2026/4/1-2026/11/21")
    assert "記載できる単位はありません" in yoshino.sees
    assert "大阪府医師会にご依頼ください" in yoshino.sees
    kuro = await logged_in(stage, 5)
    await kuro.says("/certificate 2026/4/1-2026/11/21")
    await kuro.taps("この内容で発行する")
    assert "1.5単位" in kuro.text(kuro.last)
