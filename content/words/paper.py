"""The fixed sentences of the attendance certificate. It is a Japanese paper, so they exist in Japanese only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from content.absence import given
from content.certificates.certificate import CertificateFacts
from content.certificates.certifying import SERVED
from content.operator import Purpose, SigningKind
from content.values import CertificatePurpose
from content.words.ja import since

TITLE = "受講証明書"
HONORIFIC = "殿"
SAMPLE = "見本"

REGISTRY_NO = "医籍登録番号"
MEMBER_NO = "会員ID"
PURPOSE = "用途"
PERIOD = "対象期間"
EARNED = "取得単位"
ISSUED_ON = "発行日"
ISSUER = "発行者"
NUMBER = "証明書番号"

DAY = "受講日"
CONTENT = "コンテンツ名"
ORGANISER = "主催"
CODE = "カリキュラムコード"
CATEGORY = "カテゴリー"
UNITS = "単位"
SUBTOTALS = "カリキュラムコード別の小計"
SUBTOTALS_BY_CATEGORY = "カテゴリー別の小計"
TOTAL = "合計"

STATEMENT = "次のとおり受講し、単位を取得されたことを、当システムの記録により証明します。"
NO_CREDIT = "対象期間に取得された単位がないことを、当システムの記録により証明します。"
NOTHING = "記載する単位はありません。"
BASIS = "この証明書の記載は、発行日の前日までの受講記録によります。"
EXCLUDED = "日医雑誌問題解答および申告書による単位は、記載の対象外です。"
OSAKA = "大阪府で開催された研修会等は、管理方法が異なるため、記載の対象外です（大阪府医師会が証明します）。"
OTHERS_EXCLUDED = "用途の対象とならない単位は、記載していません。"
EVERY_CODE = (
    "日医e-ラーニングの単位は、すべてのカリキュラムコードについて記載しています（所定の回数の届出がある場合の取扱い）。"
)
SIGNED = {
    SigningKind.ORGANISATION: "この証明書のPDFには、発行者（組織）の電子署名が付されています。",
    SigningKind.TEST: "この証明書のPDFの電子署名は、試験用の鍵によるものであり、発行者を証明するものではありません。",
}
CHECK = "チャットの /verify に証明書番号を送ると、有効かどうかを確認できます。"
CHECK_BY_CODE = "右のQRコード、またはチャットの /verify と証明書番号で、有効かどうかを確認できます。"
TO_CHECK = "この証明書の確認ページを開く"
ATTACHED = "証明書の記載内容（JSON）"
SAMPLE_NOTE = "これは見本です。記載の内容は実際の受講および単位を示すものではありません。"


_NARROW = frozenset(CertificatePurpose) - {CertificatePurpose.GENERAL}
SERVES = {
    Purpose.CHRONIC: "地域包括診療",
    Purpose.PSYCHOTROPIC: "向精神薬長期処方",
    Purpose.SPECIALIST: "専門医の更新",
    Purpose.FUNCTION_REPORT: "かかりつけ医機能報告制度",
}
PURPOSES = {
    CertificatePurpose.GENERAL: "一般（日医e-ラーニング、研修会）",
    CertificatePurpose.E_LEARNING: "日医e-ラーニングのみ",
    CertificatePurpose.CHRONIC: "地域包括診療（慢性疾患の指導に係る適切な研修）",
    CertificatePurpose.PSYCHOTROPIC: "向精神薬長期処方（不安又は不眠に係る適切な研修）",
    CertificatePurpose.SPECIALIST: "専門医共通講習",
}


def notes(facts: CertificateFacts) -> tuple[str, ...]:
    """What the reader must know about the paper, most important first."""
    return given(
        SAMPLE_NOTE if facts.sample else None,
        None if facts.issuer.is_association else independent(facts.issuer.name),
        serves(handed_in) if (handed_in := _handed_in(facts)) else None,
        BASIS,
        since.said(facts.since) if facts.since else None,
        EXCLUDED,
        OSAKA,
        OTHERS_EXCLUDED if facts.purpose in _NARROW else None,
        _by_training(facts),
        checked(facts),
        SIGNED[facts.signed] if facts.signed else None,
    )


def checked(facts: CertificateFacts) -> str | None:
    """How the paper can be checked; certificates before version 0.5.0 have no number."""
    if not facts.number:
        return None
    return CHECK_BY_CODE if facts.check else CHECK


def _handed_in(facts: CertificateFacts) -> tuple[Purpose, ...]:
    """What the paper can be handed in for, as far as its issuer says so."""
    if facts.purpose is CertificatePurpose.GENERAL:
        return facts.issuer.serves
    return tuple(one for one in facts.issuer.serves if one is SERVED.get(facts.purpose))


def _by_training(facts: CertificateFacts) -> str | None:
    """Which reading of the rule for 地域包括診療 the paper follows."""
    if facts.purpose is not CertificatePurpose.CHRONIC:
        return None
    codes = "・".join(map(str, facts.by_training_alone))
    return f"カリキュラムコード {codes}は、研修会の単位のみを記載しています。" if codes else EVERY_CODE


def independent(issuer: str) -> str:
    return f"この証明書は{issuer}が自らの記録により発行するものであり、日本医師会が発行する文書ではありません。"


def serves(purposes: Iterable[Purpose]) -> str:
    return f"この証明書は、次の手続きに用いることができます：{'、'.join(map(SERVES.__getitem__, purposes))}。"


def day(value: date) -> str:
    """2026年4月1日"""
    return f"{value.year}年{value.month}月{value.day}日"


def day_parts(value: date) -> tuple[str, str, str]:
    """The same in three parts, for a column in which years, months and days are aligned."""
    return f"{value.year}年", f"{value.month}月", f"{value.day}日"


def period(first: date, last: date) -> str:
    return f"{day(first)} から {day(last)} まで"


def units(half_units: int, *, tenths: bool) -> str:
    """Credits as a figure. With `tenths` 1 is printed as 1.0, so that it stands right under 0.5 in a column."""
    whole, half = divmod(half_units, 2)
    if tenths or half:
        return f"{whole}.{half * 5}"
    return str(whole)


def earned(half_units: int, codes: int) -> str:
    """12単位（カリキュラムコード 11種類）"""
    return f"{units(half_units, tenths=False)}単位（カリキュラムコード {codes}種類）"


def earned_by_category(half_units: int, categories: int) -> str:
    """3単位（2区分）"""
    return f"{units(half_units, tenths=False)}単位（{categories}区分）"


def page(number: int, count: int) -> str:
    return f"{number} / {count}"
