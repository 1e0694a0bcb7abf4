def after_login(hours: int) -> str:
    return f"ログインすると、この画面が開きます（{hours}時間以内）。日本医師会会員の方が対象です。"


def to_share() -> str:
    return "同僚に知らせる"


def shared(title: str) -> str:
    return f"日本医師会生涯教育の講座「{title}」"
