"""Staff export credits in the chat: what is chosen, the numbers, the file, and what is closed."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from content.exporting.export import Scope, State, Wanted
from content.exporting.lines import COLUMNS
from content.privacy.retention import RETENTION
from content.rules import Rulebook, begins
from content.text.periods import Period
from content.values import CreditKind
from storage.credits import ledger
from storage.engine.cipher import Unreadable
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions
from storage.exporting import exports, looking
from storage.staff import roles, search
from tests.phone import Phone
from tests.stage import Stage

SCOPE = Scope(Period(date(2026, 6, 1), date(2026, 6, 30)))
ALL = ("全会員", "全件　UTF-8")


@pytest.fixture
async def secretary(stage: Stage, officer: Phone) -> Phone:
    """An officer in the room for exports, who has a credit as a member."""
    gives(stage, "course:asthma")
    await officer.says("/export 2026年6月")
    return officer


def me(stage: Stage) -> int:
    with stage.app.sessions.reading() as session:
        return search.by_id(session, stage.app.sessions.cipher, "1000000001") or 0


def gives(stage: Stage, source: str, title: str = "喘息") -> None:
    day, member = date(2026, 6, 14), me(stage)
    with stage.app.sessions.begin() as session:
        assert ledger.award(
            session,
            member_id=member,
            kind=CreditKind.LECTURE,
            source=source,
            half_units=2,
            code=79,
            title=title,
            organiser="見本市医師会",
            earned_at=begins(day),
            rules=Rulebook().at(day),
        )


def states(stage: Stage) -> Sequence[State]:
    with stage.app.sessions.reading() as session:
        return [one.state for one in exports.latest(session, 9)][::-1]


def opened(document: bytes, codec: str = "utf-8-sig") -> list[dict[str, str]]:
    archive = zipfile.ZipFile(io.BytesIO(document))
    _, *lines = csv.reader(io.StringIO(archive.read("credits.csv").decode(codec), newline=""))
    return [dict(zip(COLUMNS, line, strict=True)) for line in lines]


async def chooses(phone: Phone, *labels: str) -> str:
    for label in labels:
        await phone.taps(label)
    return phone.sees


async def test_the_numbers_come_first_then_the_file_then_the_difference(stage: Stage, secretary: Phone) -> None:
    assert "2026年6月1日（月）から2026年6月30日（火）まで" in secretary.sees
    assert "同じ範囲の書き出しはまだありません" in await chooses(secretary, "全会員")
    assert "差分　UTF-8" not in secretary.offers
    told = await chooses(secretary, "全件　UTF-8")
    assert "・会員：1名" in told
    assert "・単位の合計：1単位" in told
    assert not secretary.documents
    await chooses(secretary, "ファイルを作る")
    (row,) = opened(secretary.documents[-1])
    assert (row["member_id"], row["title"], row["content"]) == ("1000000001", "喘息", "asthma")
    gives(stage, "course:diabetes", "𠮷")
    await secretary.says("/export 令和8年6月")
    told = await chooses(secretary, "全会員", "差分　CP932")
    assert "追加：1行" in told
    assert "・この範囲で現在有効な単位：2単位" in told
    await chooses(secretary, "ファイルを作る")
    (row,) = opened(secretary.documents[-1], "cp932")
    assert (row["change"], row["title"]) == ("追加", "&#134071;")
    await secretary.says("/export")
    assert "𠮷（1か所）" in await chooses(secretary, "2　作成済")
    assert states(stage) == [State.MADE, State.MADE]


async def test_an_empty_difference_says_so(secretary: Phone) -> None:
    await chooses(secretary, *ALL, "ファイルを作る")
    await secretary.says("/export 2026-06")
    assert "前回の書き出しの後に変わった単位はありません" in await chooses(secretary, "全会員", "差分　UTF-8")
    await chooses(secretary, "ファイルを作る")
    assert opened(secretary.documents[-1]) == []
    manifest = json.loads(zipfile.ZipFile(io.BytesIO(secretary.documents[-1])).read("manifest.json"))
    assert (manifest["rows"], manifest["standing"]["rows"]) == (0, 1)


async def test_of_another_prefecture_there_is_nothing(secretary: Phone) -> None:
    assert "・単位の行：0行" in await chooses(secretary, "沖縄県", "全件　UTF-8")
    assert "書き出しを中止しました" in await chooses(secretary, "やめる")


WEEKDAY = re.compile("（[月火水木金土日]）")
SAID = [
    ("2026年6月", "2026年6月1日から2026年6月30日まで"),
    ("令和8年6月", "2026年6月1日から2026年6月30日まで"),
    ("２０２５", "2025年4月1日から2026年3月31日まで"),
    ("先月", "2026年10月1日から2026年10月31日まで"),
    ("R8.4.1〜R8.9.30", "2026年4月1日から2026年9月30日まで"),
    ("2027年度", "期間"),
    ("1980年度", "制度"),
    ("2026年13月", "暦"),
]


async def test_a_period_can_be_typed(secretary: Phone) -> None:
    for text, answer in SAID:
        await secretary.says("/export")
        await secretary.says(text)
        assert answer in WEEKDAY.sub("", secretary.sees), text


FORGED = (
    "ec:1:2",
    "ec:739707:739706",
    "ec:739707:999999999",
    "ed:739707:739708:48",
    "ee:739707:739708:0:difference:utf-8",
    "ee:739707:739708:0:half:utf-8",
    "ee:739707:739708:0:whole:utf-16",
    "eg:99",
    "eh:99",
    "ei:99",
    "ej:99",
)


async def presses(stage: Stage, phone: Phone, *every: str) -> None:
    """Buttons of an old message, or forged ones."""
    message = next(one["message_id"] for one in reversed(phone.messages) if one.get("reply_markup"))
    for data in every:
        stage.world.press(phone.person.id, message, data)
        await phone.waits()


async def test_a_button_that_nobody_was_given_does_nothing(stage: Stage, secretary: Phone) -> None:
    await presses(stage, secretary, *FORGED)
    assert states(stage) == []


async def test_old_buttons_show_how_it_stands(stage: Stage, secretary: Phone) -> None:
    """Made twice, dropped after it was made, fetched after it was removed."""
    await chooses(secretary, *ALL, "ファイルを作る")
    await presses(stage, secretary, "eh:1", "ei:1")
    assert states(stage) == [State.MADE]
    assert len(secretary.documents) == 1
    await presses(stage, secretary, "ej:1")
    assert len(secretary.documents) == 2
    await stage.until(stage.clock.now() + RETENTION.exports + timedelta(days=1))
    await presses(stage, secretary, "ej:1")
    assert "ファイルの保存期間は終わりました" in secretary.sees
    assert len(secretary.documents) == 2


async def test_who_has_lost_the_role_gets_no_file(stage: Stage, secretary: Phone) -> None:
    await chooses(secretary, *ALL)
    member = me(stage)
    with stage.app.sessions.begin() as session:
        assert exports.queue(session, 1, member)
        roles.take(session, member, "officer")
    await secretary.says("/start")
    assert states(stage) == [State.MADE]
    assert not secretary.documents


class Dies(BaseException):
    """The end of a process."""


@pytest.mark.parametrize("steps", range(1, 8, 2))
async def test_a_process_that_dies_half_way_loses_nothing(
    steps: int, stage: Stage, secretary: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It dies after so many steps, while it counts or makes the file; the next process goes on."""
    monkeypatch.setattr(stage.app.exporting, "_pace", Pace(5, 5, 5))
    step, left = stage.app.record.step, steps

    async def dies(act: Callable[[Sessions], object]) -> object:
        nonlocal left
        left -= 1
        if left < 0:
            raise Dies
        return await step(act)

    with monkeypatch.context() as patched:
        patched.setattr(stage.app.record, "step", dies)
        with pytest.raises(Dies):
            await chooses(secretary, *ALL, "ファイルを作る")
    stage.clock.jump(stage.clock.now() + timedelta(minutes=2))
    await secretary.waits()
    if states(stage) == [State.READY]:
        await secretary.taps("ファイルを作る")
    assert states(stage) == [State.MADE]
    assert len(opened(secretary.documents[-1])) == 1


async def test_one_that_was_overtaken_says_so(stage: Stage, secretary: Phone) -> None:
    await chooses(secretary, *ALL)
    with stage.app.sessions.begin() as session:
        other = exports.begin(session, Wanted(SCOPE), stage.clock.now())
        exports.made(session, other, {}, "0" * 64, stage.clock.now())
    assert "別の書き出しが作られたため、中止しました" in await chooses(secretary, "ファイルを作る")


async def test_one_that_fails_says_so(stage: Stage, secretary: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise whoever waits for the file would wait for ever."""
    await chooses(secretary, *ALL)

    def fails(*_: object) -> None:
        raise Unreadable("members of row 1")

    monkeypatch.setattr(looking, "look", fails)
    assert "エラーのため、書き出しを完了できませんでした" in await chooses(secretary, "ファイルを作る")
    assert states(stage) == [State.DROPPED]


async def test_how_long_a_file_can_be_fetched_is_true_on_each_day(stage: Stage, secretary: Phone) -> None:
    await chooses(secretary, *ALL, "ファイルを作る")
    (kept,) = [line for line in secretary.sees.splitlines() if "もう一度受け取れます" in line]
    stage.clock.jump(stage.clock.now() + timedelta(days=5))
    await secretary.says("/export")
    assert kept in await chooses(secretary, "1　作成済")
    assert re.fullmatch(
        "2026年[0-9]+月[0-9]+日（.）にファイルを作りました。作成から7日間、もう一度受け取れます。", kept
    )
