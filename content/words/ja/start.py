from datetime import date, datetime

from content.journal import JournalIssue
from content.operator import Profile
from content.rules import day_of
from content.words.ja import common as forms
from content.words.ja import desk, goal, journal

_BAR = 6
_TODAY = "今日"


def title() -> str:
    return "Tan'i（単位）"


def greeting(profile: Profile) -> tuple[str, ...]:
    return (
        "日本医師会生涯教育の講座を、このチャットで受講できます。"
        "動画の視聴、セルフアセスメント、取得単位の確認、受講証明書の発行までご利用いただけます。",
        "",
        "日本医師会会員の方が対象です。ログインしてお使いください。",
        "",
        f"{_runs(profile)}「見本」と記された内容はお試し用で、単位として認められません。",
    )


def to_not_member() -> str:
    return "会員でない方"


def to_help() -> str:
    return "使い方"


def home_title(name: str) -> str:
    return f"{name} 様"


def bar(halves: int, needed: int, half_units: int) -> str:
    full = min(_BAR, _BAR * halves // needed)
    figures = f"{goal.points(halves)} {goal.of(needed)}　今年度 {forms.credits(half_units)}"
    return f"{'▓' * full}{'░' * (_BAR - full)}　{figures}"


def choose() -> str:
    return "受講する講座をお選びください。"


def issue(issue: JournalIssue, answered: int, today: date) -> str:
    name = journal.name(issue.month, issue.title)
    done = f"　解答 {answered} / {len(issue.questions)}問" if answered else ""
    left = _left(issue.deadline, today)
    return f"{name}{done}　締切{'は' if left == _TODAY else 'まで'}{left}（{forms.moment(issue.deadline)}）"


def to_issue(issue: JournalIssue, today: date) -> str:
    return f"{issue.month.month}月号 {_left(issue.deadline, today)}"


def training(title: str, starts_at: datetime, today: date) -> str:
    return f"研修会　{_day(day_of(starts_at), today)}{forms.time(starts_at)}　{title}"


def to_training(held_on: date, today: date) -> str:
    return f"{_day(held_on, today)}の研修会"


def drafts(number: int, until: date) -> str:
    return f"申告書の下書き　{number}件　提出は{forms.short_day(until)}まで"


def to_drafts(until: date) -> str:
    return f"申告書 {until.month}月{until.day}日"


def to_staff(waiting: int) -> str:
    return f"担当者（{waiting if waiting <= desk.MOST_SHOWN else f'{desk.MOST_SHOWN}+'}）" if waiting else "担当者"


def to_further() -> str:
    return "その他"


def further_title() -> str:
    return "その他"


def further() -> str:
    return "ご利用になるものをお選びください。"


def to_begun() -> str:
    return "途中の講座"


def cannot_earn() -> str:
    return "このユーザーIDでは、単位の取得ができません。講座の視聴はできます。"


def to_resume() -> str:
    return "▶️ 続きから始める"


def to_certificate() -> str:
    return "証明書を発行"


def to_settings() -> str:
    return "設定"


def _runs(profile: Profile) -> str:
    if profile.is_association:
        return f"{profile.name.ja}が運営しています。"
    return f"{profile.name.ja}が運営しています。日本医師会が運営・作成したものではありません。"


def _left(deadline: datetime, today: date) -> str:
    days = (day_of(deadline) - today).days
    return f"あと{days}日" if days else _TODAY


def _day(day: date, today: date) -> str:
    return _TODAY if day == today else "明日"
