"""Every refusal: what it says, what is kept, what to do now, and the test in which it is met."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from content import refusals
from content.refusals import NoPractice, PeriodSlip, Refusal

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
DRAFTS, CEILINGS = "storage/declarations/test_declarations.py", "handlers/declarations/test_declare_ceilings.py"
PAPERS, REQUESTS = "bot/test_floods_of_one.py", "handlers/requests/test_requests_ceilings.py"
SAME = "記録に変更はありません"


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
        refusals.OnlyLooking(),
        "この操作はできません",
        SAME,
        "/end_view",
        "handlers/staff/test_viewing.py::test_what_writes",
    ),
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
        refusals.AnswerTooLate(),
        "10分で終わりました",
        SAME,
        "もう一度",
        "bot/test_waits.py::test_a_password_that_comes_too_late",
    ),
    No(
        refusals.RestOfText(),
        "長すぎた文の続き",
        SAME,
        "短くした文",
        "handlers/staff/test_cut.py::test_the_rest_of_a_reason_decides_nothing",
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
        "handlers/study/test_course.py::NoSuchCourse",
    ),
    No(
        refusals.NoSuchTraining(),
        "見つかりません",
        "登録済の単位はそのまま",
        "/trainings",
        "handlers/credits/test_why_finding.py::NoSuchTraining",
    ),
    No(
        refusals.NoSuchDeclaration(),
        "見つかりません",
        SAME,
        "/declare",
        "handlers/credits/test_why_finding.py::NoSuchDeclaration",
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
        "handlers/study/test_quiz_ways.py::ChaptersMissing",
    ),
    No(
        refusals.RetakeLater(AT),
        "次のテストは",
        "記録は保存",
        "から受けられます",
        "handlers/study/test_quiz_failed.py::RetakeLater",
    ),
    No(
        refusals.NoMoreTests(),
        "回数に達しました",
        "記録は保存",
        "/help",
        "handlers/study/test_quiz_failed.py::NoMoreTests",
    ),
    No(
        refusals.PracticeClosed(NoPractice.RETAKEN),
        "次のテストを始められた",
        SAME,
        "/resume",
        "handlers/study/test_practice_closed.py::NoPractice.RETAKEN",
    ),
    No(
        refusals.PracticeClosed(NoPractice.REVISED),
        "改訂された",
        SAME,
        "/courses",
        "handlers/study/test_practice_closed.py::NoPractice.REVISED",
    ),
    No(
        refusals.PracticeClosed(NoPractice.CANNOT_EARN),
        "単位を取得できない",
        SAME,
        "/courses",
        "handlers/study/test_practice_closed.py::NoPractice.CANNOT_EARN",
    ),
    No(
        refusals.NothingToCertify(),
        "記載できる単位はありません",
        "そのままです",
        "期間をご確認",
        "handlers/certificates/test_certificate.py::NothingToCertify",
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
