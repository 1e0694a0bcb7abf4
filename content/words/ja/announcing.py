from collections.abc import Mapping, Sequence
from datetime import date, datetime

from content.announcing.announcement import Audience, Language, Of, Page, State
from content.announcing.typed import LATEST, Slip
from content.curriculum import load
from content.staff.rights import Role
from content.words.ja import common, rights

_OF: Mapping[Of, str] = {
    Of.ALL: "全員",
    Of.PREFECTURE: "都道府県",
    Of.ROLE: "担当者の役割",
    Of.CODE: "未取得のコード",
    Of.COURSE: "途中の講座",
    Of.SINCE: "ログインしていない方",
}
_VALUES: Mapping[Of, str] = {
    Of.ALL: "",
    Of.PREFECTURE: "都道府県をお選びください。",
    Of.ROLE: "役割をお選びください。",
    Of.CODE: "カリキュラムコードの番号（0から83）を入力してください。"
    "目標の対象となる年度に、この単位がない会員にお送りします。",
    Of.COURSE: "講座をお選びください。受講を始めて、まだ修了していない会員にお送りします。",
    Of.SINCE: "日付を入力してください（例：2026年11月1日）。"
    "その日より前にログインし、その後ログインしていない会員にお送りします。",
}
_LANGUAGES: Mapping[Language, str] = {Language.JA: "日本語", Language.EN: "英語"}
_STATES: Mapping[State, str] = {
    State.DRAFT: "下書き",
    State.GOING: "送信中・予約済",
    State.PAUSED: "一時停止中",
    State.DONE: "送信済",
    State.CANCELLED: "中止",
}
_PAGES: Mapping[Page, str] = {
    Page.COURSES: "講座を探す",
    Page.CREDITS: "取得単位を見る",
    Page.CERTIFICATE: "受講証明書を見る",
    Page.JOURNAL: "日医雑誌の問題を見る",
    Page.TRAININGS: "研修会を見る",
    Page.DECLARE: "申告書を見る",
    Page.REQUESTS: "ご依頼を見る",
}
_SLIPS: Mapping[Slip, str] = {
    Slip.EMPTY: "本文がありません。文字を入力してください。",
    Slip.REST: "長すぎる本文の続きとして、受け取りませんでした。少し待ってから、短くした本文をお送りください。",
    Slip.NO_CODE: "0から83の番号を1つ入力してください。",
    Slip.NO_DAY: "日付として読み取れません。2026年11月1日のように入力してください。",
    Slip.AHEAD: "今日より後の日は指定できません。",
    Slip.NO_MOMENT: "日時として読み取れません。12月1日 9:00のように入力してください。",
    Slip.PAST: "過ぎた日時は指定できません。",
    Slip.TOO_LATE: f"{LATEST.days}日より先の日時は指定できません。",
}


def title() -> str:
    return "会員へのお知らせ"


def none_yet() -> str:
    return "お知らせはまだありません。"


def line(place: int, title: str, state: State) -> str:
    return f"{place}. {title}（{_STATES[state]}）"


def to_new() -> str:
    return "新しく作る"


def new_title() -> str:
    return "新しいお知らせ"


def ask_of() -> Sequence[str]:
    return (
        "どなたに送りますか。",
        "ログインしていない方、ボットを停止した方、お知らせを受け取らない設定の方には送りません。",
    )


def of(of: Of) -> str:
    return _OF[of]


def ask_value(of: Of) -> str:
    return _VALUES[of]


def audience(audience: Audience, title: str) -> str:
    return f"対象：{_audience(audience, title)}"


def ask_text(language: Language, longest: int) -> Sequence[str]:
    return (
        f"{_LANGUAGES[language]}の本文を入力してください（{longest}字以内）。",
        "1行目は見出しになり、太字で表示されます。氏名など、個人が分かることは書かないでください。",
    )


def slip(slip: Slip, longest: int) -> str:
    return f"本文が長すぎます。{longest}字以内にしてください。" if slip is Slip.LONG else _SLIPS[slip]


def bare_title() -> str:
    return "（本文なし）"


def card_title(title: str) -> str:
    return f"お知らせ：{title}"


def state(state: State) -> str:
    return f"状態：{_STATES[state]}"


def people(number: int, at: datetime | None) -> str:
    when = f"（{common.moment(at)}現在）" if at else ""
    return f"対象者数：{number:,}名{when}"


def counting() -> str:
    return "対象者数：数えています"


def text_line(language: Language, letters: int) -> str:
    return f"{_LANGUAGES[language]}の本文：{f'{letters:,}字' if letters else 'なし'}"


def button_line(label: str) -> str:
    return f"ボタン：{label or 'なし'}"


def when(at: datetime | None) -> str:
    return f"送信の日時：{common.moment(at) if at else 'すぐに送る'}"


def needs_second(most: int) -> str:
    return f"{most}名を超えるため、もう一人の確認が必要です。"


def to_text(language: Language) -> str:
    return f"{_LANGUAGES[language]}の本文"


def to_button() -> str:
    return "ボタンを選ぶ"


def to_moment() -> str:
    return "日時を選ぶ"


def to_preview() -> str:
    return "プレビュー"


def to_trial() -> str:
    return "自分に試し送り"


def to_count() -> str:
    return "数え直す"


def to_remove() -> str:
    return "下書きを削除"


def to_send() -> str:
    return "送信へ進む"


def ask_button() -> str:
    return "お知らせに付けるボタンをお選びください。押すと、その画面が開きます。"


def page(page: Page) -> str:
    return _PAGES[page]


def to_course() -> str:
    return "講座を開く"


def by_course() -> str:
    return "講座を選ぶ"


def without() -> str:
    return "ボタンなし"


def ask_moment() -> Sequence[str]:
    return (
        "送信を始める日時を入力してください（例：12月1日 9:00）。時刻は日本時間です。",
        "お送りしない時間帯の会員には、その後にお送りします。",
    )


def at_once() -> str:
    return "すぐに送る"


def ask_remove() -> str:
    return "この下書きを削除しますか。元には戻せません。"


def removed() -> str:
    return "下書きを削除しました。"


def _audience(audience: Audience, title: str) -> str:
    value = audience.value
    match audience.of:
        case Of.ALL:
            return "全員"
        case Of.PREFECTURE:
            return f"{value}の会員"
        case Of.ROLE:
            return f"「{rights.role(Role(value))}」の担当者"
        case Of.CODE:
            return f"CC{value}（{load().code(int(value)).ja}）の単位がない会員"
        case Of.COURSE:
            return f"「{title or value}」を途中まで受講した会員"
        case Of.SINCE:
            return f"{common.day(date.fromisoformat(value))}以降ログインしていない会員"
