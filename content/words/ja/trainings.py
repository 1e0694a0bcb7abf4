from datetime import date, datetime

from content.absence import given
from content.attendance.checkin import Hours
from content.attendance.training import AttendanceStanding, Form, Training
from content.study.course import CommonLecture
from content.words.ja import common as forms

_FORMS = {Form.IN_PERSON: "会場", Form.WEB_LIVE: "Web（ライブ配信）", Form.WEB_RECORDED: "Web（録画）"}
_STATES = {
    AttendanceStanding.COMING: "開催前",
    AttendanceStanding.ABSENT: "出席の記録なし",
    AttendanceStanding.ENTERED: "入室済",
    AttendanceStanding.LEFT: "退室済",
    AttendanceStanding.AWAITING: "主催者の登録待ち",
    AttendanceStanding.INCOMPLETE: "入室・退室の一方のみ",
    AttendanceStanding.CLAIMED: "申請を確認中",
    AttendanceStanding.REFUSED: "出席を確認できず",
    AttendanceStanding.RECORDED: "録画（出席にならない）",
}
_SIGNS = {
    AttendanceStanding.COMING: "⬜",
    AttendanceStanding.ABSENT: "⬜",
    AttendanceStanding.ENTERED: "▶️",
    AttendanceStanding.LEFT: "▶️",
    AttendanceStanding.AWAITING: "▶️",
    AttendanceStanding.CLAIMED: "▶️",
    AttendanceStanding.REGISTERED: "✅",
    AttendanceStanding.ELSEWHERE: "✅",
}
_FOLLOWS = {
    AttendanceStanding.ENTERED: "退室の受付は{leaving}です。お帰りの際に、もう一度コードを入力してください。",
    AttendanceStanding.LEFT: "主催者が出席を登録すると、単位が付与されます。",
    AttendanceStanding.AWAITING: (
        "主催者が出席を登録すると、単位が付与されます。長期間登録されないときは、主催者にお問い合わせください。"
    ),
    AttendanceStanding.INCOMPLETE: "出席には、入室と退室の両方の記録が必要です。",
    AttendanceStanding.CLAIMED: "担当者が確認しています。主催者の登録後に単位が付与されます。",
    AttendanceStanding.REFUSED: "申請された出席を確認できませんでした。詳しくは主催者にお問い合わせください。",
    AttendanceStanding.REGISTERED: "受講証明書には、開催日の翌日以降、登録された後に記載されます。",
    AttendanceStanding.ELSEWHERE: "大阪府で開催された研修会等は、ここで発行する受講証明書には記載されません。"
    "受講証明書は、大阪府医師会にご依頼ください。",
    AttendanceStanding.RECORDED: "Web研修会の録画の視聴は出席にならず、単位は付与されません。"
    "動画で単位を取得できるのは、日医e-ラーニングの講座です。",
}


def title() -> str:
    return "研修会　登録状況"


def registered(year: int, half_units: int, number: int) -> str:
    return f"{forms.fiscal_year(year)}に登録済：{forms.credits(half_units)}（{number}件）"


def nothing() -> str:
    return "研修会の記録はまだありません。主催者が出席を登録すると、ここに表示されます。"


def line(number: int, training: Training, standing: AttendanceStanding, half_units: int) -> str:
    title = forms.marked(training.title, sample=training.sample)
    sign, name = _SIGNS.get(standing, "⚠️"), f"{title}（CC {training.code}）"
    return f"{number}　{sign} {forms.short_day(training.held_on)}　{name}　{state(standing, half_units)}"


def coming_title() -> str:
    return "今後の研修会"


def coming_line(number: int, training: Training) -> str:
    when, where = forms.moment(training.starts_at), f"{training.prefecture}・{form(training.form)}"
    title = forms.marked(training.title, sample=training.sample)
    return f"{number}　{when}　{title}　{where}　CC {training.code}・{forms.credits(training.half_units)}"


def nothing_coming() -> str:
    return "案内されている研修会は、現在ありません。"


def to_trainings() -> str:
    return "研修会を見る"


def to_coming() -> str:
    return "今後の研修会を見る"


def to_list() -> str:
    return "登録状況を見る"


def to_card() -> str:
    return "研修会の画面を見る"


def to_checkin() -> str:
    return "受付コードを入力する"


def card_title(training: Training) -> str:
    return f"{training.title}（CC {training.code}・{forms.credits(training.half_units)}）"


def organiser(training: Training) -> str:
    return f"{f'{forms.sample()}　' if training.sample else ''}主催：{training.organiser}"


def when_and_where(training: Training) -> str:
    starts, ends = forms.time(training.starts_at), forms.time(training.ends_at)
    if training.form is Form.WEB_RECORDED:
        return f"{forms.moment(training.starts_at)}～{forms.moment(training.ends_at)}　{form(training.form)}"
    return f"{forms.day(training.held_on)}{starts}～{ends}　{training.prefecture}・{form(training.form)}"


def form(form: Form) -> str:
    return _FORMS[form]


def common_lecture(common: CommonLecture) -> str:
    return f"専門医共通講習：{common.category}　{forms.credits(common.half_units)}"


def state(standing: AttendanceStanding, half_units: int) -> str:
    if standing is AttendanceStanding.REGISTERED:
        return f"登録済（{forms.credits(half_units)}）"
    if standing is AttendanceStanding.ELSEWHERE:
        return f"登録済（{forms.credits(half_units)}・大阪府）"
    return _STATES[standing]


def explained(training: Training, standing: AttendanceStanding, half_units: int, hours: Hours) -> tuple[str, ...]:
    leaving = f"{forms.time(hours.exit_from)}から{forms.time(hours.exit_until)}まで"
    if standing is AttendanceStanding.COMING:
        entry = f"{forms.moment(hours.entry_from)}から{forms.time(hours.entry_until)}まで"
        return (
            f"⬜ 入室の受付：{entry}　退室の受付：{leaving}",
            "会場の画面のコードで、入室と退室の両方を登録してください。主催者の登録後に単位が付与されます。",
        )
    waiting = "・主催者の登録待ち" if standing is AttendanceStanding.LEFT else ""
    first = f"{_SIGNS.get(standing, '⚠️')} {state(standing, half_units)}{waiting}"
    follows = _FOLLOWS.get(standing)
    return given(first, follows.format(leaving=leaving) if follows else None)


def times(entered: datetime | None, left: datetime | None) -> str:
    def said(at: datetime | None) -> str:
        return forms.time(at) if at else "記録なし"

    return f"入室：{said(entered)}　退室：{said(left)}"


def to_enter() -> str:
    return "入室コードを入力する"


def to_leave() -> str:
    return "退室コードを入力する"


def to_claim() -> str:
    return "出席確認を申請する"


def attended_title() -> str:
    return "研修会の出席が登録されました"


def attended(training: Training, held_on: date) -> str:
    return f"{forms.day(held_on)}の「{training.title}」への出席が、主催者により登録されました。"


def told_title() -> str:
    return "研修会の単位が付与されました"


def told(training: Training, half_units: int, held_on: date, *, elsewhere: bool) -> tuple[str, ...]:
    earned = (
        f"{forms.day(held_on)}の「{training.title}」に出席され、"
        f"CC {training.code}の{forms.credits(half_units)}が付与されました。"
    )
    if elsewhere:
        return (earned, "大阪府で開催されたため、受講証明書は大阪府医師会にご依頼ください。")
    return (earned, "受講証明書には、開催日の翌日以降に記載されます。")
