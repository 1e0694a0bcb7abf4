from collections.abc import Mapping, Sequence
from datetime import datetime

from content.operator import Profile
from content.rules import day_of
from content.words.ja import common, operator


def to_erase_me() -> str:
    return "記録の消去を申し出る"


def goes() -> tuple[str, ...]:
    return (
        "消去するもの",
        "・会員情報、パスワード、Telegramとの連携と設定",
        "・視聴、解答、研修会の入退室、申請、申告、ご依頼の記録と、その書類",
        "・受講証明書の記載内容とファイル",
        "・担当者の操作の記録のうち、ご本人についての内容",
    )


def stays() -> tuple[str, ...]:
    return (
        "お名前のない形で残すもの",
        "・単位の記録（付与した単位を説明できるようにするため）",
        "・受講証明書の番号、合計、発行日（発行済の証明書を確かめられるようにするため。氏名の照合はできなくなります）",
        "・同意の日、担当者が操作した日時と種類（改ざんがないことを確かめるため）",
    )


def how() -> tuple[str, ...]:
    return (
        "担当者が二人で確認してから消去し、控えをお送りします。元には戻せません。会員の資格には影響しません。",
        "必要な受講証明書と、/mydata の記録を、先にお受け取りください。",
    )


def request_text(at: datetime) -> str:
    return f"記録の消去を申し出ます。{common.moment(at)}に、パスワードでご本人を確認しました（/erase_me）。"


def asked() -> tuple[str, ...]:
    return (
        "担当者にお送りしました。消去するまでは、これまでどおりご利用いただけます。",
        "お取りやめになる場合は、ご依頼の一覧から取り下げてください。",
    )


def asked_before() -> str:
    return "消去のお申し出は、すでに受け付けています。担当者の確認をお待ちください。"


def to_requests() -> str:
    return "ご依頼の一覧を見る"


def receipt_title() -> str:
    return "記録を消去しました"


def receipt(number: int, at: datetime, profile: Profile) -> tuple[str, ...]:
    return (
        f"{common.day(day_of(at))}、お申し出により、{profile.name.ja}のボットに保管していたあなたの記録を消去しました。",
        f"控えの番号　{number}",
        "単位の記録と受講証明書の番号は、お名前のない形で残しています。",
        "このチャットとの連携もまもなく消去します。チャットの履歴は、Telegramで削除してください。",
        f"お問い合わせ：{operator.whom_about_privacy(profile)}",
    )


def to_propose() -> str:
    return "記録を消去する（二人）"


def propose_title(name: str) -> str:
    return f"記録の消去　{name}"


def propose() -> tuple[str, ...]:
    return (
        "ご本人からの申し出があるときだけ、二人で確認して消去します。元には戻せません。",
        "名簿に残っている方は、次の取り込みで、記録のない会員として新しく登録されます。",
        "消去の根拠をお選びください。",
    )


def reasons() -> Sequence[str]:
    return ("ご本人の申し出（/erase_me）", "ご本人の申し出（書面）", "法令に基づく請求")


def effect(facts: Mapping[str, str]) -> tuple[str, ...]:
    asked = "あり" if facts["asked"] else "なし"
    return (
        f"{facts['name']}　会員ID {facts['member_no']}",
        f"ボットからの消去の申し出（パスワードで確認）：{asked}",
        f"残る単位の記録：{facts['credits']}件　残る証明書番号：{facts['certificates']}件",
        "",
        *goes(),
        "",
        "実行すると、ただちに消去します。元には戻せません。",
    )


def holds_a_role() -> str:
    return "⚠️ 担当者の役割を持つ方の記録は消去できません。先に役割を取り消してください。何も変更していません。"


def own() -> str:
    return "⚠️ ご自身の消去は提案できません。/erase_me からお申し出ください。何も変更していません。"


def carried(number: int, *, told: bool) -> str:
    end = "ご本人のチャットに控えをお送りします。" if told else "ご本人は連携していません。控えの番号をお伝えください。"
    return f"✅ 二人で確認し、記録を消去しました。控えの番号 {number}。{end}"
