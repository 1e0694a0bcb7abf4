"""The people of the demo: their Telegram accounts, and what each is good for trying.

Who they are for the association stands in people.csv, in the form of the members' file.
"""

from importlib.resources import files

from bot.sandbox import Person

STAFF_MEMBER = "9000000001"
STAFF = {
    STAFF_MEMBER: "support",
    "9000000002": "officer",
    "9000000003": "organiser",
    "9000000004": "editor",
    "9000000005": "owner",
    "9000000006": "owner",
}
"""Who holds which role, by user ID. The owners are two, so that one can confirm what the other asks for."""
PEOPLE_FILE = files("bot.demo") / "people.csv"
CLAIMANT = "1000000003"
CLAIM = "スマートフォンの電池が切れ、受付で名簿に記名しました。"
"""What he writes who could not check in at a training, and waits for staff to decide."""


def _member(
    number: int, name: str, about: str, login: str, password: str, *, role: str = "会員", **more: str
) -> Person:
    hints = (f"ユーザーID {login}", f"初期パスワード {password}")
    return Person(id=700_000_000 + number, first_name=name, role=role, about=about, hints=hints, **more)


PEOPLE = (
    _member(1, "青井 遥", "はじめての方に。ログインから証明書まで", "1000000001", "720204"),
    _member(2, "𠮷野 髙子", "証明書の字形（𠮷・髙）を確かめる", "1000000002", "651130"),
    _member(3, "葛󠄀城 一郎", "異体字（葛󠄀）のある名前", "1000000003", "480721"),
    _member(4, "緑川 真理", "MAMIS ID でもログインできる", "M2026-0004", "880331"),
    _member(5, "黒田 健二", "もう一人の会員", "1000000005", "591224"),
    _member(6, "白石 結子", "もう一人の会員", "1000000006", "910615"),
    _member(7, "Emma Sato", "English: a Telegram client set to English", "1000000007", "830908", language="en"),
    _member(8, "東京見本医師会", "視聴はできても単位は取得できない", "tokyo", "800101", role="単位取得不可"),
    _member(
        9, "橙山 事務子", "/find で会員を探し、ログインを手助けする", STAFF_MEMBER, "790505", role="事務局・会員対応"
    ),
    Person(id=700_000_010, first_name="通りすがり", role="非会員", about="会員でない方"),
    _member(11, "茶木 審一", "/desk で申し出と申告書を判断する", "9000000002", "750610", role="事務局・審査"),
    _member(12, "紺野 会子", "/training で受付コードを表示する", "9000000003", "820917", role="事務局・研修会"),
    _member(13, "紫藤 編", "/staff で編集担当の画面を開く", "9000000004", "860222", role="事務局・編集"),
    _member(14, "金井 統", "/roles で役割を付与する", "9000000005", "680408", role="管理責任者"),
    _member(15, "銀谷 律", "もう一人の管理責任者。二人での確認に", "9000000006", "710731", role="管理責任者"),
)
