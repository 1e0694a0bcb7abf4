"""The people of the demo: their Telegram accounts, and what each of them is good for trying.

What the association knows about them is in people.csv, which has the form of the members' file.
"""

from importlib.resources import files

from bot.sandbox import Card, Person

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
"""The claim of a member who could not check in at a training. It waits for staff to decide."""

REMINDED = "1000000002"
"""A member who has left two courses."""

OFFICER = "9000000002"
ASKS, ASKED = "1000000004", "2025年度の受講証明書を、書面で診療所あてに郵送していただけますか。"
"""A member whose request waits for staff."""

ANSWERS, ANSWERED = "1000000005", "受講証明書の氏名が旧字体になっています。「黒田」でお願いします。"
ANSWER = "ご指摘ありがとうございます。氏名の表記を確認しました。次に発行される受講証明書から「黒田」となります。"
"""A member whose request is answered, with the answer."""

MARRIED, MARRIED_CHAT, NAME_BEFORE, NAME_NOW = "1000000006", 700_000_006, "蓮見 結子", "白石 結子"
"""A member who is logged in from the start, and whose certificate shows the name of before."""

_ROLES = {
    "会員": "Member",
    "単位取得不可": "Can't earn",
    "非会員": "Not a member",
    "事務局・会員対応": "Staff: support",
    "事務局・審査": "Staff: officer",
    "事務局・研修会": "Staff: organiser",
    "事務局・編集": "Staff: editor",
    "管理責任者": "Owner",
    "事務局・非会員": "Staff: not a member",
}


def _member(
    number: int, name: str, about: str, english: str, login: str, password: str, *, role: str = "会員", **more: str
) -> Person:
    inside = login == MARRIED
    hints = (*["デモではログイン済み"] * inside, f"ユーザーID {login}", f"初期パスワード {password}")
    told = (*["Logged in already in the demo"] * inside, f"User ID {login}", f"Initial password {password}")
    card = Card(_ROLES[role], english, told)
    return Person(700_000_000 + number, name, role=role, about=about, hints=hints, english=card, **more)


SECRETARY = Person(
    700_000_016,
    "灰田 務",
    role="事務局・非会員",
    about="職員アカウントで /desk から判断・回答。取り消しの確認、/import での取り込み、/grant_credits での一括付与も",
    hints=("ログイン済み（会員IDはありません）",),
    english=Card(
        _ROLES["事務局・非会員"],
        "A staff account: decides with /desk, confirms what another officer revokes, imports a list with /import,"
        " grants to many with /grant_credits",
        ("Logged in already (has no member ID)",),
    ),
)
SECRETARY_ROLE = "officer"
INSIDE = (MARRIED_CHAT, SECRETARY.id)
"""Who is logged in from the start, by Telegram number."""

PEOPLE = (
    _member(
        1,
        "青井 遥",
        "はじめての方に。ログインから証明書まで",
        "The whole way in Japanese, from login to certificate",
        "1000000001",
        "720204",
    ),
    _member(
        2,
        "𠮷野 髙子",
        "証明書の字形（𠮷・髙）。「翌日へ」でお知らせのまとめも",
        "Rare kanji on the certificate (𠮷, 髙); on the next day, several reminders in one message",
        REMINDED,
        "651130",
    ),
    _member(3, "葛󠄀城 一郎", "異体字（葛󠄀）のある名前", "A name with a variant character (葛󠄀)", "1000000003", "480721"),
    _member(4, "緑川 真理", "MAMIS ID でもログインできる", "Can also log in with a MAMIS ID", "M2026-0004", "880331"),
    _member(5, "黒田 健二", "もう一人の会員", "Another member", "1000000005", "591224"),
    _member(
        6,
        NAME_NOW,
        "氏名を訂正した会員。旧姓の証明書が届いている",
        "A corrected name: her certificate still shows the former one",
        MARRIED,
        "910615",
    ),
    _member(
        7,
        "Emma Sato",
        "英語のTelegramを使う会員",
        "Start here: uses Telegram in English",
        "1000000007",
        "830908",
        language="en",
    ),
    _member(
        8,
        "東京見本医師会",
        "視聴はできても単位は取得できない",
        "Can watch but not earn credits",
        "tokyo",
        "800101",
        role="単位取得不可",
    ),
    _member(
        9,
        "橙山 事務子",
        "/find で会員を探し、ログインを手助けする",
        "Member support: finds members with /find and helps them log in",
        STAFF_MEMBER,
        "790505",
        role="事務局・会員対応",
    ),
    Person(
        700_000_010,
        "通りすがり",
        role="非会員",
        about="会員でない方",
        english=Card(_ROLES["非会員"], "Not a member at all"),
    ),
    _member(
        11,
        "茶木 審一",
        "/desk で判断・回答、/certificates で差し替え・取り消し、/letters で登録コードの書面（管理責任者が確認）",
        "Officer: decides with /desk, replaces and revokes with /certificates, orders activation letters with /letters",
        "9000000002",
        "750610",
        role="事務局・審査",
    ),
    _member(
        12,
        "紺野 会子",
        "/training で受付コードを表示する",
        "Organiser: shows check-in codes with /training",
        "9000000003",
        "820917",
        role="事務局・研修会",
    ),
    _member(
        13,
        "紫藤 編",
        "/broadcast で会員にお知らせを送る",
        "Editor: sends announcements to members with /broadcast",
        "9000000004",
        "860222",
        role="事務局・編集",
    ),
    _member(
        14,
        "金井 統",
        "/roles で役割を付与する",
        "Owner: gives roles with /roles",
        "9000000005",
        "680408",
        role="管理責任者",
    ),
    _member(
        15,
        "銀谷 律",
        "もう一人の管理責任者。二人での確認に",
        "The other owner, for what two persons confirm",
        "9000000006",
        "710731",
        role="管理責任者",
    ),
    SECRETARY,
)
