from collections.abc import Mapping, Sequence
from datetime import datetime

from content.activating.batch import DROPPED, GONE, LASTS, LATE, LEFT, PRINT, REFUSED, Batch, Listed, State
from content.importing.common_fields import MEMBER_COLUMNS
from content.staff.joint import WAITS
from content.words.ja import common as forms
from content.words.ja import table_faults


def room_title() -> str:
    return "登録コードの書面"


def how() -> Sequence[str]:
    return (
        "まだログインしていない会員の登録コードを、差込印刷用のファイルに作成します。役割を持つ方の分は作成しません。",
        f"作成には二人での確認が必要です。コードは{LASTS.days}日で無効になり、作り直すと前のコードは無効になります。",
        "作成後、その会員は生年月日だけではログインできなくなります。",
    )


def line(number: int, one: Batch) -> str:
    return f"{number}　{forms.moment(one.begun_at)}　{audience(one)}　{_STATES[one.state]}"


def to_all() -> str:
    return "全員の分を作成する"


def to_prefecture() -> str:
    return "都道府県を選んで作成する"


def ask_prefecture() -> str:
    return "都道府県名を入力してください（例：東京都）。"


def no_prefecture() -> str:
    return "⚠️ 都道府県名として読み取れません。もう一度入力してください（例：東京都）。"


def to_list() -> str:
    return "会員IDのファイルで作成する"


def ask_list() -> Sequence[str]:
    return (
        "会員IDのファイル（CSVまたはXLSX、20MBまで）を、このチャットに送ってください。",
        f"1行目は見出しです：{MEMBER_COLUMNS['member_id']}（会員名簿のほかの列があっても構いません）",
        "送っただけでは何も作成しません。まず、作成できる人数と、作成しない行の理由を報告します。",
    )


def to_order(people: int) -> str:
    return f"{people:,}名分の確認を依頼する"


def to_refused() -> str:
    return "作成しない行をCSVで受け取る"


def refused_title(one: Batch) -> str:
    return f"{card_title(one)}　作成しない行です。"


def refused_name(number: int) -> str:
    return f"shomen-{number}.csv"


def refused_columns() -> Sequence[str]:
    return ("行", "会員ID", "理由")


def usual_why() -> str:
    return "登録コードの書面の送付"


def card_title(one: Batch) -> str:
    return f"登録コードの書面　{forms.moment(one.begun_at)}"


def audience(one: Batch) -> str:
    if one.listed:
        return _of_list(one.listed.people) if one.state is not State.READING else "対象：会員IDのファイル"
    return _of_all(one.prefecture)


def _of_list(people: int) -> str:
    return f"対象：会員IDのファイルの{people:,}名"


def _of_all(prefecture: str) -> str:
    return f"対象：未ログインの会員（{prefecture or '全員'}）"


def state(one: Batch) -> Sequence[str]:
    return (_STATES[one.state], *_about(one))


def _about(one: Batch) -> Sequence[str]:
    made, until = f"件数：{one.made:,}件", f"コードの期限：{forms.moment(one.until)}"
    match one.state:
        case State.READING:
            return ("読み取りが終わると、ここに結果を表示します。",)
        case State.LISTED if one.listed:
            return _listed(one.listed)
        case State.ASKED:
            return (f"もう一人の方の確認を待っています（{forms.moment(one.begun_at + WAITS)}まで）。",)
        case State.MAKING:
            return (made, until)
        case State.READY:
            return (made, until, *_ready(one))
        case State.OPENED if one.opened_at:
            return (
                f"受け取り：{forms.moment(one.opened_at)}　{one.opened_by}",
                *(made, until),
                "ダウンロードできなかったときは、もう一度作成してください。前のコードは無効になります。",
            )
        case State.VOID:
            return (made, "対象の会員は、生年月日だけではログインできないままです。もう一度作成してください。")
        case State.ENDED:
            return (_ended(one.fault), "何も作成していません。")
    return ()


def _listed(listed: Listed) -> Sequence[str]:
    print_ = f"ファイルのSHA-256（先頭）：{listed.digest[:PRINT]}"
    refused = f"作成しない行：{listed.refused:,}行"
    if not listed.people:
        return (refused, print_, "作成できる会員がいません。")
    return (refused, print_, "まだ何も作成していません。よろしければ、もう一人の方に確認を依頼してください。")


def _ready(one: Batch) -> Sequence[str]:
    if not one.made:
        return ("対象になる会員がいませんでした。",)
    return (
        f"受け取れるのは、依頼した{one.asker}さんだけです。"
        f"{forms.moment(one.open_until)}までに受け取られないと、コードは無効になります。",
    )


def _ended(fault: str) -> str:
    said = {
        LATE: "時間内に確認されませんでした。必要なときは、もう一度依頼してください。",
        REFUSED: "確認する方が断りました。",
        LEFT: "依頼されないまま、保存期間が過ぎました。",
        DROPPED: "依頼した方が取りやめました。",
        GONE: "ファイルを読み取れませんでした。もう一度送ってください。",
    }
    return said.get(fault) or f"このファイルは読み取れません：{table_faults.said(fault)}"


def to_file() -> str:
    return "ファイルを受け取る"


def link(pin: str, until: datetime) -> Sequence[str]:
    return (
        f"確認番号：{pin}",
        f"下のボタンでページを開き、確認番号を入力すると、一度だけダウンロードできます（{forms.moment(until)}まで）。",
        "パソコンなど、ファイルを保存できるブラウザで開いてください。Telegramの中の画面では保存できないことがあります。",
        "番号と名前とコードが入ったファイルです。印刷が終わりましたら、必ず削除してください。",
    )


def to_open() -> str:
    return "ページを開く"


def nothing_to_open() -> str:
    return "⚠️ いま受け取れるファイルはありません。受け取れるのは、依頼した方が一度だけです。"


def not_private() -> str:
    return "⚠️ ページのアドレスがhttpsではないため、ファイルをお渡しできません。システム運用者にご連絡ください。"


def effect(facts: Mapping[str, str]) -> tuple[str, ...]:
    return (
        *(_list(facts) if facts["digest"] else (_of_all(facts["prefecture"]),)),
        f"実行すると、対象の会員の登録コードを作成します。前のコードは無効になり、新しいコードは{LASTS.days}日有効です。",
        "対象の会員は、生年月日だけではログインできなくなります。ファイルは、依頼した方が一度だけ受け取れます。",
    )


def _list(facts: Mapping[str, str]) -> tuple[str, ...]:
    return (
        _of_list(int(facts["people"])),
        f"作成しない行：{int(facts['refused']):,}行",
        f"ファイルのSHA-256（先頭）：{facts['digest'][:PRINT]}",
    )


def not_asked() -> str:
    return "この依頼は、すでに確認されたか、終了しています。"


def begun() -> str:
    return "✅ 作成を始めました。依頼した方が「登録コードの書面」で受け取れます。"


_STATES = {
    State.READING: "▶️ 読み取り中",
    State.LISTED: "依頼前",
    State.ASKED: "確認待ち",
    State.MAKING: "▶️ 作成中",
    State.READY: "✅ 受け取れます",
    State.OPENED: "受け取り済",
    State.VOID: "⚠️ 無効（受け取られませんでした）",
    State.ENDED: "終了",
}
