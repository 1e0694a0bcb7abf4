from content.operator import Profile


def title() -> str:
    return "Tan'i（単位）"


def greeting(profile: Profile) -> tuple[str, ...]:
    return (
        "日本医師会生涯教育の講座を、このチャットで受講できます。"
        "動画の視聴、セルフアセスメント、取得単位の確認、受講証明書の発行までご利用いただけます。",
        "",
        "日本医師会会員の方が対象です。ログインしてお使いください。",
        "",
        f"{_runs(profile)}「見本」と記された内容はお試し用で、単位として認められません。",
    )


def to_not_member() -> str:
    return "会員でない方"


def to_help() -> str:
    return "使い方"


def home_title(name: str) -> str:
    return f"{name} 様"


def home(begun: bool) -> str:
    return "受講途中の講座があります。" if begun else "受講する講座をお選びください。"


def cannot_earn() -> str:
    return "このユーザーIDでは、単位の取得ができません。講座の視聴はできます。"


def to_resume() -> str:
    return "▶️ 続きから始める"


def to_certificate() -> str:
    return "証明書を発行"


def to_settings() -> str:
    return "設定"


def _runs(profile: Profile) -> str:
    if profile.is_association:
        return f"{profile.name.ja}が運営しています。"
    return f"{profile.name.ja}が運営しています。日本医師会が運営・作成したものではありません。"
