from content.absence import given
from content.operator import Contact, Profile, Purpose

_FOR = {
    Purpose.CHRONIC: "地域包括診療の手続き",
    Purpose.PSYCHOTROPIC: "向精神薬長期処方の研修の証明",
    Purpose.SPECIALIST: "専門医の更新の手続き",
    Purpose.FUNCTION_REPORT: "かかりつけ医機能報告制度の手続き",
}


def whom(profile: Profile) -> str:
    return _shortly(profile, profile.help_desk)


def whom_first_about_privacy(profile: Profile) -> str:
    return _shortly(profile, profile.privacy_contact)


def _shortly(profile: Profile, desk: Contact) -> str:
    return f"{office(profile, desk)}（{_first(desk)}）"


def whom_about_privacy(profile: Profile) -> str:
    contact = profile.privacy_contact
    return f"{office(profile, contact)}（{'、'.join(ways(contact))}）"


def office(profile: Profile, contact: Contact) -> str:
    return f"{profile.name.ja} {contact.name.ja}"


def ways(contact: Contact, *, form: bool = True) -> tuple[str, ...]:
    hours = f"　{contact.hours.ja}" if contact.hours else ""
    return given(
        f"電話 {contact.phone}{hours}" if contact.phone else None,
        f"フォーム {contact.form}" if form and contact.form else None,
        f"メール {contact.mail}" if contact.mail else None,
    )


def ask(profile: Profile) -> str:
    return f"ご不明な点は、{whom(profile)}にお問い合わせください。"


def paper_for(profile: Profile, purpose: Purpose) -> str | None:
    if profile.serves(purpose):
        return f"📄 {_FOR[purpose]}には、{profile.name.ja}が発行するこのボットの受講証明書をご利用いただけます。"
    if purpose is Purpose.CHRONIC:
        return (
            "📄 手続きで必要とされる書類には、MAMISから出力した受講証明書をご利用ください。"
            "このボットの受講証明書は使用できません。"
        )
    return None


def copy_phone() -> str:
    return "窓口の番号をコピー"


def to_form() -> str:
    return "問い合わせフォームを開く"


def _first(contact: Contact) -> str:
    if contact.phone:
        return f"電話 {contact.phone}"
    return f"フォーム {contact.form}" if contact.form else f"メール {contact.mail}"
