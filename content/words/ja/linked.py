def after_login(hours: int) -> str:
    return f"ログインすると、この画面が開きます（{hours}時間以内）。日本医師会会員の方が対象です。"


def to_share() -> str:
    return "同僚に知らせる"


def shared(title: str) -> str:
    return f"日本医師会生涯教育の講座「{title}」"


def members_only() -> str:
    return "動画の視聴とテストには、会員のログインが必要です。"


def public() -> str:
    return "講座の一覧は、どなたでもご覧になれます。受講と単位の取得には、ログインが必要です。"
