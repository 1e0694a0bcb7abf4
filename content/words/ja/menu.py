_LINES = {
    "start": "はじめの画面",
    "login": "ログイン",
    "courses": "カリキュラムコードから探す",
    "search": "語句で講座を探す",
    "resume": "途中の講座や解答に戻る",
    "credits": "取得単位を確認する",
    "codes": "コード別に取得状況を見る",
    "why": "単位・証明書に反映されない理由を確認する",
    "journal": "日医雑誌の問題に解答する",
    "certificate": "受講証明書を発行する",
    "trainings": "研修会の登録状況と今後の予定",
    "checkin": "研修会の受付（入室・退室）",
    "declare": "学習を申告する（申告書）",
    "requests": "このボットの事務局に依頼する",
    "fees": "研修要件を確認する（診療報酬・専門医など）",
    "radio": "ラジオの番組表",
    "verify": "受講証明書が有効かどうかを確認する",
    "settings": "設定（言語・お知らせ）",
    "privacy": "個人情報の取扱い",
    "help": "使い方とお問い合わせ",
    "logout": "ログアウト",
    "staff": "担当者用の画面",
    "desk": "出席確認・申告・ご依頼に対応する",
    "certificates": "証明書を探す・差し替える・取り消す",
    "find": "会員を探す",
    "training": "研修会の受付コードを表示する",
    "roles": "役割を管理する",
    "log": "担当者の操作の記録を見る",
}


def describe(command: str) -> str:
    return _LINES[command]
