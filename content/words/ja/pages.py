def too_old_title() -> str:
    return "ブラウザが古いため、表示できません"


def too_old(ios: int, chrome: int) -> str:
    return (
        f"この画面は、iOS {ios}以降、またはChrome {chrome}以降でご利用いただけます。"
        "これまでの記録はそのままです。"
        "端末を更新するか、別の端末で開いてください。"
    )


def not_loaded_title() -> str:
    return "画面を読み込めませんでした"


def not_loaded() -> str:
    return "これまでの記録はそのままです。通信の状態をご確認のうえ、画面を開き直してください。"


def broken_title() -> str:
    return "画面に不具合が起きました"


def broken() -> str:
    return "これまでの記録はそのままです。画面を開き直すか、別のブラウザで開いてください。"
