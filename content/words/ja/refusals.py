from datetime import date, datetime

from content.refusals import NoPractice, PeriodSlip
from content.words.ja import common

MOST = 10  # 注意表示は200字まで


def not_logged_in() -> str:
    return "この操作にはログインが必要です。記録に変更はありません。/login からログインしてください。"


def not_a_member() -> str:
    return "職員アカウントでは、会員用の機能は使えません。記録に変更はありません。担当者用の画面は /staff です。"


def not_understood() -> str:
    return "ご入力の内容を確認できませんでした。記録に変更はありません。使い方は /help をご覧ください。"


def stale_button() -> str:
    return "このボタンは現在の画面のものではありません。記録に変更はありません。/resume で続きに戻れます。"


def only_looking() -> str:
    return (
        "会員の画面を閲覧中のため、この操作はできません。記録に変更はありません。"
        "戻るには「閲覧を終了する」か /end_view をお使いください。"
    )


def pressed_again() -> str:
    return "先ほどの操作を受け付けています。続けて押しても、お応えするのは一度だけです。"


def edit_not_read() -> str:
    return (
        "送信済みのメッセージを編集されても、記録は初めの内容のままです。"
        "直すときは、もう一度お送りください。申告書の記入は /declare から直せます。"
    )


def still_checking() -> str:
    return (
        "先にお送りいただいたパスワードを確認しています。今回の入力は受け付けていません。結果が出るまでお待ちください。"
    )


def answer_too_late() -> str:
    return (
        "入力の受付は10分で終わりました。先ほどの項目の記録に変更はありません。"
        "続ける場合は、もう一度その画面からお進みください。"
    )


def rest_of_text() -> str:
    return (
        "長すぎた文の続きとして届いた部分のため、受け付けていません。記録に変更はありません。"
        "少し待ってから、短くした文をお送りください。"
    )


def file_too_big() -> str:
    return "20MBを超えるファイルはお受けできません。何も保存されていません。小さくしたものをお送りください。"


def file_not_fetched() -> str:
    return "ファイルを受け取れませんでした。何も保存されていません。少し時間をおいて、もう一度お送りください。"


def too_many_certificates(most: int) -> str:
    return (
        f"新しい受講証明書は1日{most}件まで発行できます。発行済のものは、いつでも再送できます。"
        "ほかの期間は、明日以降、/certificate から発行してください。"
    )


def too_fast() -> str:
    return (
        "短い時間に多くの操作が届いたため、一部をお受けしていません。お受けした分は保存されています。"
        "少し待って、/resume からお続けください。"
    )


def too_busy() -> str:
    return (
        "ログインが混み合っており、確認できませんでした。記録に変更はありません。"
        "1分ほどおいて、パスワードをもう一度お送りください。"
    )


def not_here() -> str:
    return "個人の記録を扱うため、グループではご利用いただけません。このボットとの個別のチャットでお使いください。"


def no_such_code() -> str:
    return "カリキュラムコードは0から83までです。記録に変更はありません。番号をご確認ください。"


def no_such_course() -> str:
    return "この講座は現在公開されていません。取得済の単位はそのままです。/courses からお選びください。"


def no_such_training() -> str:
    return "この研修会は見つかりませんでした。登録済の単位はそのままです。/trainings からお選びください。"


def no_such_declaration() -> str:
    return "この申告書は見つかりませんでした。記録に変更はありません。/declare からお選びください。"


def too_many_drafts(most: int) -> str:
    return f"下書きは{most}件まで保存できます。下書きはすべて残っています。/declare から、提出または削除してください。"


def too_many_submitted(most: int) -> str:
    return (
        f"1日に提出できる申告書は{most}件までです。下書きはすべて残っています。明日以降、/declare からご提出ください。"
    )


def no_such_request() -> str:
    return "このご依頼は見つかりませんでした。記録に変更はありません。/requests からお選びください。"


def too_many_requests(most: int) -> str:
    return (
        f"回答待ちのご依頼は{most}件までです。書かれた内容は下書きに残っています。"
        "回答が届いてから、またはほかのご依頼を取り下げてから、/requests からお送りください。"
    )


def too_many_messages(most: int) -> str:
    return (
        f"事務局への送信は1日{most}件までです。書かれた内容は下書きに残っています。"
        "明日以降、/requests からお送りください。"
    )


def no_such_broadcast() -> str:
    return "この放送は番組表にありません。記録に変更はありません。/radio で最新の番組表をご覧ください。"


def no_courses(code: int, name: str) -> str:
    return f"CC {code}「{name}」には、現在コンテンツがありません。"


def no_courses_here(code: int, name: str) -> str:
    return f"{no_courses(code, name)}記録に変更はありません。/courses からほかのコードをお選びください。"


def chapters_missing(chapters: tuple[int, ...]) -> str:
    which = "、".join(f"第{number}章" for number in chapters[:MOST]) + ("ほか" if len(chapters) > MOST else "")
    return f"テストは全章の受講後に受けられます。未受講：{which}。視聴記録は保存されています。"


def retake_later(at: datetime) -> str:
    return f"次のテストは{common.moment(at)}から受けられます。これまでの記録は保存されています。"


def no_more_tests() -> str:
    return "この講座のテストは、受けられる回数に達しました。記録は保存されています。お問い合わせ先は /help にあります。"


_NO_PRACTICE = {
    NoPractice.RETAKEN: "次のテストを始められたため、この練習は終わりました。記録に変更はありません。"
    "/resume で続きに戻れます。",
    NoPractice.REVISED: "講座が改訂されたため、この練習は終わりました。記録に変更はありません。"
    "講座は /courses からご覧ください。",
    NoPractice.CANNOT_EARN: "このユーザーIDでは単位を取得できないため、練習はご利用いただけません。"
    "記録に変更はありません。講座は /courses からご覧ください。",
}


def practice_closed(why: NoPractice) -> str:
    return _NO_PRACTICE[why]


def nothing_to_certify() -> str:
    return "この期間に、受講証明書に記載できる単位はありません。取得単位の記録はそのままです。期間をご確認ください。"


_SLIPS = {
    PeriodSlip.UNREAD: "期間を読み取れませんでした。",
    PeriodSlip.NO_DAY: "暦にない日付が含まれています。",
    PeriodSlip.REVERSED: "終わりの日が始めの日より前になっています。",
    PeriodSlip.AHEAD: "終わりの日が本日より後になっています。",
}


def bad_period(slip: PeriodSlip) -> str:
    return f"{_SLIPS[slip]}記録に変更はありません。2026/4/1-2026/9/30 のように、本日までの期間をご入力ください。"


def before_programme(began: date) -> str:
    return (
        f"生涯教育制度は{common.day(began)}に始まりました。記録に変更はありません。その日以降の期間をご入力ください。"
    )


def set_aside() -> str:
    return (
        "この操作を処理できませんでした。これまでの記録は保存されており、運営者に自動で通知しました。"
        "/resume から続けてください。"
    )


def not_saved() -> str:
    return (
        "ただいま記録を保存できません。この操作はまだ保存されていませんが、自動でやり直します。そのままお待ちください。"
    )


def not_text() -> str:
    return "ここでは文字とボタンだけをお受けしています。記録に変更はありません。使い方は /help をご覧ください。"


def no_such_issue() -> str:
    return "この号の問題は公開されていません。記録に変更はありません。/journal から号をお選びください。"


def journal_closed(deadline: datetime) -> str:
    return f"この号は{common.moment(deadline)}に締め切りました。提出済の解答は有効です。/journal をご覧ください。"


def answers_not_published(at: datetime) -> str:
    return f"解答はまだ公表されていません。提出済の解答は保存されています。{common.moment(at)}以降にご覧ください。"
