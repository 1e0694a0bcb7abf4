"""Every refusal: when it fires, what it says is kept, and what it says to do. What the table lacks fails."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from bot.sending.drawing import Drawing
from bot.updates.hashing import Hashing
from bot.updates.preparing import Preparing
from bot.updates.turns import Postponed
from content import refusals
from content.refusals import PeriodSlip, Refusal
from content.words import EN, JA
from handlers.incoming import Incoming, Said
from handlers.screens.refusal import kinds, sentence
from tests.handlers.talking import AOI, Room, nobody
from tests.house.source import ROOT
from tests.phone import Phone
from tests.stage import Stage

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
DRAFTS, CEILINGS = "storage/declarations/test_declarations.py", "handlers/test_declare_ceilings.py"
PAPERS, REQUESTS = "bot/test_floods_of_one.py", "handlers/test_requests_ceilings.py"
SAME = "記録に変更はありません"
ALERT = 200  # characters, all that Telegram shows in an alert


@dataclass(frozen=True)
class No:
    """`says` is the reason, `kept` what is kept, `to_do` the way on; `fires` names the test in which it is met."""

    refusal: Refusal
    says: str
    kept: str
    to_do: str
    fires: str


TABLE = (
    No(refusals.NotLoggedIn(), "ログインが必要", SAME, "/login", "handlers/test_refusals.py::test_said_by_phone"),
    No(refusals.NotAMember(), "会員用の機能は", SAME, "/staff", "handlers/staff/test_accounts.py::not_a_member"),
    No(refusals.NotUnderstood(), "確認できません", SAME, "/help", "handlers/test_refusals.py::test_said_by_phone"),
    No(refusals.StaleButton(), "現在の画面のもの", SAME, "/resume", "handlers/test_journal.py::StaleButton"),
    No(
        refusals.NotText(),
        "文字とボタンだけ",
        SAME,
        "/help",
        "handlers/test_refusals.py::test_a_file_for_which_nobody_waits",
    ),
    No(
        refusals.StillChecking(),
        "パスワードを確認して",
        "受け付けていません",
        "お待ちください",
        "handlers/test_refusals.py::test_what_is_said_while_a_password_is_checked",
    ),
    No(
        refusals.FileTooBig(),
        "20MBを超える",
        "何も保存されていません",
        "小さくした",
        "bot/updates/test_receiving_files.py::20MBを超える",
    ),
    No(
        refusals.NotSaved(),
        "受け取れません",
        "何も保存されていません",
        "もう一度",
        "bot/updates/test_receiving_files.py::受け取れません",
    ),
    No(
        refusals.EditNotRead(),
        "編集されても",
        "初めの内容のまま",
        "もう一度お送りください",
        "bot/updates/test_odd_messages.py::test_what_is_edited_later_was_said_before",
    ),
    No(refusals.TooBusy(), "混み合って", SAME, "もう一度", "handlers/test_refusals.py::test_too_many_passwords"),
    No(refusals.NotHere(), "グループでは", "", "個別のチャット", "bot/updates/test_odd_messages.py::NOT_HERE"),
    No(refusals.NoSuchCode(), "0から83まで", SAME, "番号をご確認", "handlers/test_refusals.py::test_said_by_phone"),
    No(
        refusals.NoSuchCourse(),
        "公開されていません",
        "取得済の単位はそのまま",
        "/courses",
        "handlers/test_course.py::NoSuchCourse",
    ),
    No(
        refusals.NoSuchTraining(),
        "見つかりません",
        "登録済の単位はそのまま",
        "/trainings",
        "handlers/test_why_finding.py::NoSuchTraining",
    ),
    No(
        refusals.NoSuchDeclaration(),
        "見つかりません",
        SAME,
        "/declare",
        "handlers/test_why_finding.py::NoSuchDeclaration",
    ),
    No(
        refusals.NoSuchRequest(),
        "見つかりませんでした",
        SAME,
        "/requests",
        "storage/requests/test_cases.py::NoSuchRequest",
    ),
    No(refusals.TooManyRequests(5), "5件まで", "下書きに残って", "/requests", f"{REQUESTS}::too_many_requests"),
    No(refusals.TooManyMessages(10), "10件まで", "下書きに残って", "/requests", f"{REQUESTS}::too_many_messages"),
    No(refusals.TooManyDrafts(10), "10件まで", "すべて残って", "/declare", f"{DRAFTS}::TooManyDrafts"),
    No(refusals.TooFast(), "一部をお受けしていません", "保存されて", "/resume", "bot/test_floods_of_one.py::TooFast"),
    No(refusals.TooManyCertificates(20), "20件まで", "いつでも再送", "/certificate", f"{PAPERS}::TooManyCertificates"),
    No(refusals.TooManySubmitted(30), "30件まで", "すべて残って", "/declare", f"{CEILINGS}::so_many_a_day"),
    No(refusals.NoSuchBroadcast(), "番組表にありません", SAME, "/radio", "handlers/test_radio.py::NoSuchBroadcast"),
    No(
        refusals.NoCourses(77),
        "コンテンツがありません",
        SAME,
        "/courses",
        "handlers/test_refusals.py::test_said_by_phone",
    ),
    No(
        refusals.ChaptersMissing((1, 3)),
        "未受講：第1章、第3章",
        "視聴記録は保存",
        "全章の受講後",
        "handlers/test_quiz_ways.py::ChaptersMissing",
    ),
    No(
        refusals.RetakeLater(AT),
        "次のテストは",
        "記録は保存",
        "から受けられます",
        "handlers/test_quiz_failed.py::RetakeLater",
    ),
    No(
        refusals.NoMoreTests(),
        "回数に達しました",
        "記録は保存",
        "/help",
        "handlers/test_quiz_failed.py::NoMoreTests",
    ),
    No(
        refusals.NothingToCertify(),
        "記載できる単位はありません",
        "そのままです",
        "期間をご確認",
        "handlers/test_certificate.py::NothingToCertify",
    ),
    No(refusals.NoSuchIssue(), "公開されていません", SAME, "/journal", "handlers/test_refusals.py::test_said_by_phone"),
    No(
        refusals.JournalClosed(AT),
        "締め切りました",
        "提出済の解答は有効",
        "/journal",
        "handlers/test_journal.py::JournalClosed",
    ),
    No(
        refusals.AnswersNotPublished(AT),
        "まだ公表",
        "提出済の解答は保存",
        "以降に",
        "handlers/test_journal.py::AnswersNotPublished",
    ),
    No(
        refusals.BeforeProgramme(date(1987, 4, 1)),
        "1987年4月1日（水）に始まりました",
        SAME,
        "その日以降の期間",
        "handlers/test_refusals.py::test_said_by_phone",
    ),
    *(
        No(refusals.BadPeriod(slip), says, SAME, "2026/4/1-2026/9/30", "handlers/test_refusals.py::test_said_by_phone")
        for slip, says in (
            (PeriodSlip.UNREAD, "読み取れません"),
            (PeriodSlip.NO_DAY, "暦にない"),
            (PeriodSlip.REVERSED, "始めの日より前"),
            (PeriodSlip.AHEAD, "本日より後"),
        )
    ),
)
KEPT_IN_ENGLISH = re.compile(
    "Nothing was (changed|saved)|was not (taken|accepted)|stay|stands|is kept|is saved|still there|unchanged|remain|"
    "is private|sent again at any time"
)


def test_every_refusal_stands_in_the_table() -> None:
    assert {type(no.refusal) for no in TABLE} == kinds() == set(Refusal.__subclasses__())


@pytest.mark.parametrize("no", TABLE, ids=lambda no: type(no.refusal).__name__)
def test_it_says_why_what_is_kept_and_what_to_do(no: No) -> None:
    japanese, english = sentence(no.refusal, JA), sentence(no.refusal, EN)
    assert no.says in japanese
    assert no.kept in japanese
    assert no.to_do in japanese
    assert KEPT_IN_ENGLISH.search(english)
    assert max(len(japanese), len(english)) <= ALERT


@pytest.mark.parametrize("no", TABLE, ids=lambda no: type(no.refusal).__name__)
def test_the_test_in_which_it_fires_is_there(no: No) -> None:
    name, _, what = no.fires.partition("::")
    assert what in (ROOT / "tests" / name).read_text()


@pytest.mark.parametrize(
    ("said", "no"),
    [
        ("/nosuch", refusals.NotUnderstood()),
        ("/staff", refusals.NotUnderstood()),
        ("/courses 84", refusals.NoSuchCode()),
        ("/courses HbA1c", refusals.NotUnderstood()),
        ("/courses 77", refusals.NoCourses(77)),
        ("/journal 1999-01", refusals.NoSuchIssue()),
        ("/certificate 4-9", refusals.BadPeriod(PeriodSlip.UNREAD)),
        ("/certificate 2026/2/31-2026/9/30", refusals.BadPeriod(PeriodSlip.NO_DAY)),
        ("/certificate 1987/3/31-2026/9/30", refusals.BeforeProgramme(date(1987, 4, 1))),
        ("/courses 7.4", refusals.NoSuchCode()),
        ("/certificate 2026/9/30-2026/9/29", refusals.BadPeriod(PeriodSlip.REVERSED)),
        ("/certificate 2026/9/30-2026/11/23", refusals.BadPeriod(PeriodSlip.AHEAD)),
        ("/fees 2026/9/30-2026/11/23", refusals.BadPeriod(PeriodSlip.AHEAD)),
    ],
)
async def test_said_by_phone(aoi: Phone, said: str, no: Refusal) -> None:
    assert await aoi.says(said) == sentence(no, JA)


async def test_a_stranger_is_asked_to_log_in(stage: Stage) -> None:
    assert (await stage.phone(2).says("/credits")).startswith(sentence(refusals.NotLoggedIn(), JA))


async def test_a_file_for_which_nobody_waits(aoi: Phone) -> None:
    assert await aoi.sends(b"a letter", name="a.txt") == sentence(refusals.NotText(), JA)


async def test_what_is_said_while_a_password_is_checked(here: Room) -> None:
    guest = here.guest(1)
    await guest.comes_to_password(AOI.member_no)
    checked = Incoming(900, guest.telegram_id, "ja", 900, Said("720204"))
    assert isinstance(await here.turns.take(checked, lambda: b""), Postponed)
    assert (await guest.says("もしもし")).text == sentence(refusals.StillChecking(), JA)


async def test_too_many_passwords(here: Room) -> None:
    """The queue of hashes has no place left: the record is as it was, and the next try is heard as a password."""
    guest = here.guest(1)
    await guest.comes_to_password(AOI.member_no)
    full = Hashing(rounds=1, memory_kib=8, lanes=1, room=0)
    here.preparing, free = Preparing(full, nobody(), Drawing()), here.preparing
    assert (await guest.says("720204")).text == sentence(refusals.TooBusy(), JA)
    here.preparing = free
    full.close()
    await guest.says("720204")
    assert guest.chat.expects == "new_password"
