from content.operator import Profile
from content.words.ja import operator


def title() -> str:
    return "個人情報の取扱い"


def summary(profile: Profile) -> tuple[str, str, str, str, str]:
    return (
        f"{profile.name.ja}が、会員情報と、視聴・解答・単位・受講証明書・申告・ご依頼の記録を保管します。",
        "ご本人の確認、単位の付与、受講証明書の発行、お知らせのために利用します。",
        "会員情報、申告とご依頼の内容は暗号化し、パスワードのメッセージは直ちに削除します。",
        "このチャットの内容は、Telegram社の日本国外のサーバーに保存されます。",
        "/logout で連携を解除できます。単位の記録は、証明のために残ります。",
    )


def to_full() -> str:
    return "全文を読む"


def full_title() -> str:
    return "個人情報の取扱い　全文"


def notice(profile: Profile) -> tuple[tuple[str, str], ...]:
    return (
        ("運営者", f"{profile.name.ja}（{profile.address.ja}）。"),
        (
            "保管するもの",
            "会員情報（会員ID、MAMIS ID、氏名、フリガナ、生年月日、医籍登録番号、都道府県、メールアドレス）、"
            "Telegramのユーザー番号と言語、視聴・解答・単位・受講証明書の記録、研修会の入室・退室と出席確認の申請、申告書とその証明書類、ご依頼と回答・担当者のメモとその添付、ご登録いただいた届出と認定証の日、ログインに失敗した回数。",
        ),
        (
            "利用目的",
            "ご本人の確認、受講の記録、単位の付与、出席確認の申請と申告書の審査、ご依頼への回答、受講証明書の発行、受講に関するお知らせ。",
        ),
        (
            "保管場所",
            f"{profile.name.ja}のデータベース。会員情報、申請の事情、申告書とご依頼の内容と添付は暗号化し、鍵は別に保管します。"
            "パスワードは元に戻せない形で保存し、入力されたメッセージは直ちに削除します。",
        ),
        (
            "Telegramについて",
            "このチャットの内容と、お送りする、またはお送りいただくファイルは、Telegram社（英領バージン諸島、ドバイ等の法人）の、"
            "日本国外にあるサーバーに保存されます。ボットとのチャットは、エンドツーエンド暗号化の対象ではありません。",
        ),
        (
            "利用をやめるとき",
            "/logout でこのチャットとの連携を解除し、/settings でお知らせを止められます。"
            "チャットの履歴はTelegramで削除できます。単位の記録は、証明のために残ります。",
        ),
        (
            "開示・訂正・削除の請求とお問い合わせ",
            "/mydata でご自身の記録のすべてを受け取り、/erase_me で消去を申し出られます。"
            f"そのほかは、{operator.whom_about_privacy(profile)}。",
        ),
    )


def version(version: str) -> str:
    return f"（{version} 版）"


def before_login() -> str:
    return "ログインの前に、内容をご確認ください。"


def accept() -> str:
    return "同意してログインする"


def decline() -> str:
    return "同意しない"


def declined_title() -> str:
    return "ログインしていません"


def declined() -> str:
    return (
        "同意されない場合、このボットでは受講できません。会員情報との連携は行っていません。"
        "お考えが変わりましたら、/login からお進みください。"
    )
