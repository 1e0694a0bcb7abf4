from content.guide import Topic
from content.words.help import Group

_TOPICS = {
    Topic.LOGIN: "ログイン",
    Topic.COURSES: "受講と単位",
    Topic.CODES: "カリキュラムコード",
    Topic.TEST: "セルフアセスメント",
    Topic.CREDITS: "取得単位の確認",
    Topic.JOURNAL: "日医雑誌 問題解答",
    Topic.TRAININGS: "研修会と申告書",
    Topic.CERTIFICATE: "受講証明書",
    Topic.COMMON: "専門医共通講習",
    Topic.FEES: "診療報酬",
    Topic.MAMIS: "MAMIS",
    Topic.RADIO: "ラジオNIKKEI「医学講座」",
}
_BUTTONS = {
    Topic.CODES: "コード一覧",
    Topic.TEST: "テスト",
    Topic.CREDITS: "取得単位",
    Topic.JOURNAL: "日医雑誌",
    Topic.TRAININGS: "研修会・申告",
    Topic.RADIO: "ラジオ",
}
_ALSO = {
    Topic.LOGIN: ("ユーザーID", "パスワード", "会員ID", "アプリ", "会員以外"),
    Topic.COURSES: ("受講", "講座", "動画", "ビデオ", "視聴", "e-ラーニング"),
    Topic.CODES: ("CC", "コード", "コンテンツ一覧"),
    Topic.TEST: ("テスト", "合格", "再受験"),
    Topic.CREDITS: ("単位", "認定証"),
    Topic.JOURNAL: ("日医雑誌", "問題解答", "ハガキ"),
    Topic.TRAININGS: ("研修会", "申告書", "講習会", "大阪府"),
    Topic.CERTIFICATE: ("証明書", "Webフォーム"),
    Topic.COMMON: ("専門医", "共通講習"),
    Topic.FEES: ("向精神薬", "地域包括"),
    Topic.MAMIS: ("マイページ", "操作マニュアル"),
    Topic.RADIO: ("ラジオ", "医学講座", "放送"),
}
_GROUPS = {
    Group.LEARN: "学ぶ",
    Group.RECORD: "記録を確認する",
    Group.PROVE: "証明書と研修会",
    Group.OWN: "ご利用について",
    Group.DATA: "ご自身の記録",
}


def title() -> str:
    return "使い方"


def choose() -> str:
    return "ご質問の項目をお選びください。/help 受講証明書 のように入力することもできます。"


def texts_search() -> str:
    return "題名や監修者名などをそのまま入力しても、講座、研修会、日医雑誌、ラジオを探せます。"


def no_such_topic() -> str:
    return "入力された項目は見つかりませんでした。次の項目からお選びください。"


def topic(topic: Topic) -> str:
    return _TOPICS[topic]


def to_topic(topic: Topic) -> str:
    return _BUTTONS.get(topic, _TOPICS[topic])


def also_called(topic: Topic) -> tuple[str, ...]:
    return _ALSO[topic]


def to_commands() -> str:
    return "コマンド一覧"


def commands_title() -> str:
    return "コマンド一覧"


def group(group: Group) -> str:
    return _GROUPS[group]
