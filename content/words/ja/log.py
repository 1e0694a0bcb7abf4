from collections.abc import Sequence
from datetime import date, datetime

from content.staff.logged import Filter, Person
from content.words.ja import common
from content.words.ja.acts import act as _act
from content.words.ja.logged import moment as _moment
from content.words.ja.logged import person as _person


def title() -> str:
    return "担当者用　操作の記録"


def filtered(shown: Filter, by: Person, on: Person) -> str:
    said = [
        *([f"担当者 {_person(by)}"] if shown.by else []),
        *([f"会員 {on.name}"] if shown.on else []),
        *([f"操作 {_act(shown.act_name)}"] if shown.act else []),
        *([f"日付 {common.day(shown.day)}"] if shown.day else []),
    ]
    return f"絞り込み：{'、'.join(said)}" if said else "絞り込み：なし（すべての記録）"


def found(number: int) -> str:
    return f"{number}件（新しい順）。番号を押すと、内容を表示します。"


def nothing() -> str:
    return "当てはまる記録はありません。"


def can_type() -> str:
    return "会員ID、または日付（11月22日など）を入力すると、絞り込みます。"


def not_understood() -> str:
    return "会員IDとしても日付としても読み取れませんでした。続けて入力できます。"


def line(number: int, at: datetime, by: str, act: str, on: str) -> str:
    return f"{number}　{_moment(at)}\n　{by}　{act}{f'：{on}' if on else ''}"


def to_people() -> str:
    return "担当者を選ぶ"


def to_acts() -> str:
    return "操作を選ぶ"


def to_days() -> str:
    return "日付を選ぶ"


def to_all() -> str:
    return "すべて表示"


def to_file() -> str:
    return "CSVで出力する"


def choose_person() -> str:
    return "どの担当者の操作を表示しますか。"


def actor(name: str, member_no: str) -> str:
    return f"{name}{f'　{member_no}' if member_no else ''}"


def choose_act() -> str:
    return "どの操作を表示しますか。"


def choose_day() -> str:
    return "どの日の操作を表示しますか。ほかの日は、一覧の画面で日付を入力してください。"


def day(day: date) -> str:
    return common.short_day(day)


def entry_title(number: int, act: str) -> str:
    return f"操作の記録 {number}　{act}"


def at(at: datetime) -> str:
    return f"日時：{_moment(at)}"


def by(by: str, member_no: str) -> str:
    return f"担当者：{by}{f'（会員ID {member_no}）' if member_no else ''}"


def on(on: str, member_no: str) -> str:
    return f"対象：{on}{f'（会員ID {member_no}）' if member_no else ''}"


def fact(name: str, value: str) -> str:
    return f"・{name}：{value}"


def before() -> str:
    return "変更前"


def after() -> str:
    return "変更後・結果"


def unreadable(*, erased: bool) -> str:
    if erased:
        return "この会員の個人情報の鍵は消去されました。理由と、変更の前後の内容は読めません。"
    return (
        "⚠️ 理由と、変更の前後の内容を読めません。鍵を消去した記録がありません。"
        "システム運用者に verify-log での確認を依頼してください。"
    )


def same_person() -> str:
    return "この担当者"


def same_member() -> str:
    return "この会員"


def same_act() -> str:
    return "この操作"


def same_day() -> str:
    return "この日"


def file_comes() -> str:
    return "CSVファイルをお送りします。"


def nothing_to_file() -> str:
    return "出力する記録がありません。"


def too_many(most: int) -> str:
    return f"1つのファイルに出力できるのは{most:,}件までです。絞り込んでから、もう一度お試しください。"


def file_title() -> str:
    return "操作の記録（CSV）"


def file_caption(number: int) -> tuple[str, ...]:
    return (f"{number:,}件", "個人情報が含まれます。取扱いにご注意ください。この出力は記録されました。")


def columns() -> Sequence[str]:
    return (
        *("番号", "日時（日本）", "担当者ID", "担当者", "会員ID", "会員"),
        *("操作（コード）", "操作", "理由", "変更前", "変更後・結果", "内容"),
    )
