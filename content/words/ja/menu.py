_LINES = {
    "start": "はじめの画面",
    "login": "ログイン",
    "courses": "カリキュラムコードから講座を探す",
    "search": "講座を言葉で探す",
    "resume": "続きに戻る",
    "credits": "取得単位を確認する",
    "certificate": "受講証明書を発行する",
    "settings": "設定（言語・お知らせ）",
    "privacy": "個人情報の取扱い",
    "help": "使い方とお問い合わせ",
    "logout": "ログアウト",
}


def describe(command: str) -> str:
    return _LINES[command]
