from datetime import date, datetime

from content.attendance.checkin import Door, Hours
from content.staff.rights import Act
from content.words.ja import common as forms
from content.words.ja import rights

_DOORS = {Door.ENTRY: "入室", Door.EXIT: "退室"}


def title() -> str:
    return "研修会の受付"


def ask() -> str:
    return (
        "会場の画面に表示されている8文字のコードを入力してください。"
        "コードは30秒ごとに変わります。画面のQRコードを読み取っても登録できます。"
    )


def named(title: str) -> str:
    return f"「{title}」"


def open_now() -> str:
    return "受付中の研修会"


def open_line(title: str, door: Door, until: datetime) -> str:
    return f"▶️ {title}　{_DOORS[door]}の受付 {forms.time(until)}まで"


def nothing_open() -> str:
    return "現在、受付中の研修会はありません。"


def more_open(further: int) -> str:
    return f"ほかに{further}件"


def recorded_title(door: Door) -> str:
    return f"{_DOORS[door]}を記録しました"


def recorded(title: str, door: Door, at: datetime, *, new: bool) -> str:
    if new:
        return f"✅ 「{title}」　{_DOORS[door]} {forms.moment(at)}"
    return f"✅ 「{title}」の{_DOORS[door]}は、{forms.moment(at)}に記録済です。"


def leave_too(hours: Hours) -> str:
    return (
        f"退室の受付は{forms.time(hours.exit_from)}から{forms.time(hours.exit_until)}までです。"
        "お帰りの際に、もう一度コードを入力してください。"
    )


def awaiting() -> str:
    return "入室と退室を記録しました。主催者が出席を登録すると、単位が付与されます。"


def no_entry() -> str:
    return (
        "⚠️ 入室の記録がないため、このままでは出席になりません。"
        "退室の記録は保存されています。「出席確認を申請する」からお進みください。"
    )


def unreadable() -> str:
    return (
        "コードは、数字の2～9とアルファベット（IとOを除く）の8文字です。記録に変更はありません。"
        "会場の画面のとおりに入力してください。"
    )


def wrong() -> str:
    return (
        "このコードは、受付中の研修会のものではありません。記録に変更はありません。"
        "画面のコードをもう一度ご確認ください。"
    )


def wrong_and_wait(seconds: int) -> str:
    return (
        f"コードの誤りが続いたため、{forms.wait(seconds)}の間、受付を休止します。記録に変更はありません。"
        "その後に、画面のコードを入力してください。間に合わないときは、会場の係にお伝えください。"
    )


def wait(seconds: int) -> str:
    return (
        f"コードの誤りが続いたため、受付を休止しています。このコードは確認していません。"
        f"あと{forms.wait(seconds)}で入力できます。間に合わないときは、会場の係にお伝えください。"
    )


def expired(title: str, shown_at: datetime) -> str:
    return (
        f"「{title}」の{forms.time(shown_at)}頃のコードで、有効な時間（約1分）を過ぎています。記録に変更はありません。"
        "現在、画面に表示されているコードを入力してください。"
    )


def of_another_day(title: str, day: date) -> str:
    return (
        f"{forms.short_day(day)}の「{title}」のコードで、受付は終わっています。記録に変更はありません。"
        "後からの入力や、録画の視聴は出席になりません。"
    )


def over_today(title: str, until: datetime) -> str:
    return (
        f"「{title}」の受付は、{forms.time(until)}に終わりました。記録に変更はありません。"
        "出席された場合は、/trainings の研修会の画面から申請してください。"
    )


def of_another(wanted: str, found: str) -> str:
    return (
        f"このコードは「{found}」のもので、「{wanted}」のものではありません。記録に変更はありません。"
        "出席される研修会の画面のコードを入力してください。"
    )


def too_early(title: str, hours: Hours) -> str:
    return (
        f"「{title}」の入室の受付は、{forms.moment(hours.entry_from)}からです。"
        "記録に変更はありません。始まってから、もう一度入力してください。"
    )


def between(title: str, hours: Hours, *, entered: bool) -> str:
    opens = f"退室の受付は{forms.time(hours.exit_from)}からです。"
    if entered:
        return f"「{title}」への入室は記録済です。{opens}お帰りの際に、もう一度入力してください。"
    return f"「{title}」の入室の受付は{forms.time(hours.entry_until)}に終わりました。{opens}記録に変更はありません。"


def elsewhere_now(wanted: str, inside: str) -> str:
    return (
        f"同じ時間の「{inside}」に入室中のため、「{wanted}」には入室できません。"
        f"「{inside}」の入室の記録はそのままです。誤りのときは、会場の係にお伝えください。"
    )


def bad_link() -> str:
    return "このリンクからは受付できません。記録に変更はありません。会場の画面のコードを入力してください。"


def again() -> str:
    return "コードを入力する"


def claim_title() -> str:
    return "出席確認の申請"


def ask_claim(title: str) -> tuple[str, ...]:
    return (
        f"「{title}」",
        "出席されたのに入室または退室の登録ができなかったときは、事情をご入力ください"
        "（例：スマートフォンの電池が切れ、10時25分に受付で記名した）。",
        "主催者の名簿と照らして、担当者が確認します。",
    )


def bad_claim(shortest: int, longest: int) -> str:
    return f"事情は{shortest}文字以上{longest}文字以内です。まだ送信していません。もう一度ご入力ください。"


def claimed(title: str) -> tuple[str, ...]:
    return (
        f"▶️ 「{title}」についての申請を受け付けています。",
        "担当者が主催者の名簿と照らして確認します。結果はこのチャットでお知らせし、/trainings にも表示されます。",
    )


def claimed_before() -> str:
    return "この研修会の申請は、すでに受け付けています。"


def receptions_title() -> str:
    return "研修会の受付コード"


def receptions() -> str:
    return "番号を押すと、会場に映すコードとQRコードの画面が開きます。コードは30秒ごとに変わります。"


def reception(number: int, title: str, starts_at: datetime, organiser: str) -> str:
    return f"{number}　{forms.moment(starts_at)}　{title}　{organiser}"


def no_receptions() -> str:
    return "受付中、または24時間以内に始まる研修会はありません。"


def page_title() -> str:
    return "受付コード"


def page_how() -> str:
    return "QRコードを読み取るか、チャットで /checkin に続けてコードを入力してください"


def page_door(door: Door) -> str:
    return f"{_DOORS[door]}の受付"


def page_until(until: datetime) -> str:
    return f"{forms.time(until)}まで"


def page_closed(hours: Hours, now: datetime) -> str:
    if now < hours.entry_from:
        return f"入室の受付は、{forms.moment(hours.entry_from)}から始まります。"
    if now < hours.exit_from:
        return f"退室の受付は、{forms.time(hours.exit_from)}から始まります。"
    return "受付は終わりました。"


def page_next(seconds: str) -> str:
    return f"あと{seconds}秒で変わります"


def page_qr() -> str:
    return "チャットを開いて登録するQRコード"


def page_unreachable() -> str:
    return "接続待ち。つながり次第、新しいコードを表示します"


def page_refused() -> str:
    return (
        f"この画面の有効期限が切れました。/staff の「{rights.to_room(Act.SHOW_CHECKIN_CODES)}」から開き直してください。"
    )


def page_no_script() -> str:
    return "この画面にはJavaScriptが必要です。"
