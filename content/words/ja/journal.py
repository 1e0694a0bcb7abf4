from collections.abc import Sequence
from datetime import date, datetime, time

from content.journal import Channel, IssueStanding, JournalIssue
from content.rules import local
from content.words.ja import common as forms

_RESULTS = {
    IssueStanding.CREDITED: "合格です",
    IssueStanding.PASSED: "合格です",
    IssueStanding.FAILED: "合格基準に達しませんでした",
}


def title() -> str:
    return "日医雑誌 問題解答"


def to_journal() -> str:
    return "日医雑誌に解答"


def name(month: date, title: str) -> str:
    return f"日医雑誌 {_issue(month)}　{title}"


def month(month: date) -> str:
    return _issue(month)


def about() -> Sequence[str]:
    return ("ハガキ解答のインターネット版です。1号につき1カリキュラムコードの単位を取得できます。",)


def nothing() -> str:
    return "現在、公開されている号はありません。"


def special(month: date, title: str) -> str:
    return f"{special_name(month, title)}\n問題はありません"


def special_name(month: date, title: str) -> str:
    return f"{month.year}年{month.month}月 特別号　{title}"


def state(issue: JournalIssue, standing: IssueStanding, answered: int, right: int) -> str:
    asked = len(issue.questions)
    marks = f"{asked}問中{right}問正解"
    return {
        IssueStanding.NEW: f"⬜ 未解答　{_until(issue.deadline)}",
        IssueStanding.UNDER_WAY: f"▶️ 解答中 {answered} / {asked}問　{_until(issue.deadline)}",
        IssueStanding.LAPSED: "受付終了　解答は提出されませんでした",
        IssueStanding.MISSED: f"受付終了　締切は{_last(issue.deadline)}でした",
        IssueStanding.WAITING: f"✅ 提出済　結果は{_from(issue.answers_published_at)}以降",
        IssueStanding.CREDITED: f"✅ 合格　{marks}　{forms.credits(issue.half_units)}取得済",
        IssueStanding.PASSED: f"✅ 合格　{marks}　単位の対象外",
        IssueStanding.FAILED: f"不合格　{marks}",
    }[standing]


def passed_before(issue: JournalIssue, right: int, *, sure: bool) -> str:
    how = "単位は移行済" if sure else "移行済か確認中"
    return f"✅ 合格　{len(issue.questions)}問中{right}問正解　{how}"


def asks(issue: JournalIssue, needed: int, pass_pct: int) -> str:
    return f"{len(issue.questions)}問中{needed}問以上（{pass_pct}%）の正解で合格です。"


def once() -> str:
    return "解答はインターネットかハガキのどちらかで1回限りです。提出後は変更できません。"


def told_from(at: datetime) -> str:
    return f"結果は解答公表後（{_from(at)}以降）に表示されます。"


def by(channel: Channel, at: datetime) -> str:
    if channel is Channel.POSTCARD:
        return f"ハガキの解答を受け付けました（{forms.short_day(local(at).date())}着）。"
    return f"解答を受け付けました（{forms.moment(at)}）。"


def begin() -> str:
    return "解答する"


def go_on() -> str:
    return "続きを解答する"


def question_title(month: date, place: int, asked: int) -> str:
    return f"日医雑誌 {_issue(month)}　問{place} / {asked}"


def review_title(month: date) -> str:
    return f"日医雑誌 {_issue(month)}　解答の確認"


def not_submittable(places: Sequence[int]) -> str:
    return f"未解答が{len(places)}問あります。すべて答えると提出できます。これまでの解答は保存されています。"


def submittable(deadline: datetime) -> str:
    return f"まだ提出されていません。{_last(deadline)}までに提出してください。"


def to_submit() -> str:
    return "提出に進む"


def confirm_title(month: date) -> str:
    return f"日医雑誌 {_issue(month)}　解答の提出"


def final() -> str:
    return "提出すると解答は変更できず、ハガキでの解答もできなくなります。提出しますか。"


def submit() -> str:
    return "提出する"


def look_again() -> str:
    return "解答を見直す"


def submitted_title(month: date) -> str:
    return f"{_issue(month)}の解答を提出しました"


def left() -> str:
    return "解答は保存しましたが、まだ提出されていません。/journal で続きから解答できます。"


def submitted_before() -> str:
    return "この号の解答は提出済です。"


def result_title(standing: IssueStanding, month: date) -> str:
    return f"{_RESULTS[standing]}　日医雑誌 {_issue(month)}"


def result(right: int, asked: int, percent: int, pass_pct: int) -> str:
    return f"{asked}問中{right}問正解（{percent}%・合格は{pass_pct}%）"


def credited_on(day: date, year: int) -> str:
    return f"{forms.day(day)}付、{forms.fiscal_year(year)}の単位です。受講証明書には記載されません。"


def without_credit() -> str:
    return "このユーザーIDでは、単位の取得ができません。合格の記録は保存されています。"


def explain() -> str:
    return "解答・解説を見る"


def explained(month: date, place: int, asked: int) -> str:
    return f"日医雑誌 {_issue(month)}　解説　問{place} / {asked}"


def reminder_title(month: date) -> str:
    return f"日医雑誌 {_issue(month)}の解答は提出されていません"


def reminder(answered: int, asked: int, deadline: datetime) -> str:
    kept = f"{asked}問中{answered}問の解答を保存しています。"
    return f"{kept}締切は{_last(deadline)}です。提出されない解答は採点の対象になりません。"


def _issue(month: date) -> str:
    return f"{month.year}年{month.month}月号"


def _until(deadline: datetime) -> str:
    return f"締切 {_last(deadline)}"


def _last(deadline: datetime) -> str:
    here = local(deadline)
    clock = "" if here.time() == time(23, 59, 59) else f"{forms.time(deadline)}"
    return f"{forms.short_day(here.date())}{clock}"


def _from(at: datetime) -> str:
    here = local(at)
    clock = "" if here.time() == time(0) else f"{forms.time(at)}"
    return f"{forms.short_day(here.date())}{clock}"
