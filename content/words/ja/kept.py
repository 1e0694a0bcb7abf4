import json
from datetime import date, datetime

from content.privacy.disclosed import Exported, Named, Value
from content.rules import local
from content.words.ja import common

_TABLES = {
    "members": "会員情報",
    "chats": "Telegramのチャット",
    "consents": "個人情報の取扱いへの同意",
    "preferences": "お知らせなどの設定",
    "noted": "ご登録いただいた届出と認定証の日",
    "plans": "60に向けた計画",
    "enrolments": "受講中・受講済の講座",
    "progress": "視聴した範囲",
    "viewings": "視聴ページの利用",
    "attempts": "セルフアセスメントの受験",
    "answers": "セルフアセスメントの解答",
    "practice_answers": "間違えた問題の練習での解答",
    "journal_sheets": "日医雑誌 問題解答",
    "journal_answers": "日医雑誌 問題解答の選択",
    "attendances": "研修会の入室・退室・出席登録",
    "awaited_trainings": "お知らせをご希望の研修会",
    "late_claims": "出席確認の申請",
    "declarations": "申告",
    "evidence": "申告の証明書類",
    "files": "お送りいただいたファイル",
    "import_rows": "会員名簿・これまでの単位の取り込み",
    "withheld_credits": "移行または付与した単位があるため登録を保留している単位",
    "coverages": "単位の記録の開始日",
    "activations": "登録コードの書面（まとめて作成）",
    "activation_codes": "登録コードの書面",
    "activation_rows": "登録コードの書面の名簿",
    "export_members": "他のシステムや都道府県医師会に渡すための、単位の書き出し",
    "requests": "ご依頼",
    "request_messages": "ご依頼での発言・回答・担当者のメモ",
    "request_files": "ご依頼の添付",
    "credits": "単位",
    "common_credits": "専門医共通講習の単位",
    "certificates": "受講証明書",
    "certificate_checks": "受講証明書の番号と合計",
    "certificate_ends": "受講証明書の取消し・差し替え",
    "certificate_replacements": "受講証明書の差し替えの手続き",
    "certificate_doubts": "受講証明書の内容に関する確認",
    "letters": "ボットからのお知らせ",
    "guards": "パスワードなどの誤りの回数",
    "staff_acts": "担当者による操作の記録",
    "staff": "担当者としての役割",
    "staff_accounts": "職員アカウント",
    "staff_invitations": "職員としての招待",
    "staff_pins": "確認用の暗証番号",
    "joint_requests": "二人で行う操作の申し出",
    "refused_attempts": "認められなかった担当者用の操作",
}
_COLUMNS = {
    **{"doubtful": "同じ内容かの確認", "asked_at": "確認の依頼", "common_half_units": "専門医共通講習の単位数"},
    "stands": "対象の単位の有無",
    **{"certifiable": "証明書の対象", "complete_from": "記録の開始日"},
    **{"id": "番号", "member_id": "会員の内部番号", "scope": "数える対象", "number": "番号", "name": "名称"},
    **{"member_no": "会員ID", "mamis_id": "MAMIS ID", "kana": "フリガナ", "birth_date": "生年月日"},
    **{"registry_no": "医籍登録番号", "prefecture": "都道府県", "email": "メールアドレス", "can_earn": "単位の取得"},
    "resumed_at": "会員資格の再開",
    **{"one_time_from": "コードの開始", "one_time_until": "コードの期限", "logins": "ログインの回数"},
    **{"imported_at": "会員情報の更新", "telegram_id": "Telegramのユーザー番号", "language": "言語"},
    **{"expects": "入力待ちの項目", "note": "メモ・備考", "accepted_notice": "同意した版", "menu": "コマンドの一覧"},
    **{"expects_at": "入力待ちの開始", "target": "開いたリンク", "target_at": "リンクを開いた時刻"},
    **{"living_message": "表示中のメッセージ", "living_subject": "表示中の画面", "answered": "最近のボタン操作"},
    **{"viewing_until": "閲覧の期限", "logged_in_at": "最後のログイン", "announcements": "事務局からのお知らせ"},
    **{"held_until": "送信を待つ期限", "letter_at": "最後のお知らせの送信"},
    **{"reachable": "送信の可否", "created_at": "作成", "notice": "版", "accepted_at": "同意"},
    **{"reminders": "講座のお知らせ", "journal_reminders": "日医雑誌のお知らせ"},
    **{"declaration_reminders": "申告のお知らせ", "year_end_reminders": "年度末のお知らせ"},
    **{"falling_reminders": "対象外になる単位のお知らせ", "picture_theme": "図の配色"},
    **{"new_courses_reminders": "新しい講座のお知らせ", "test_goes_on": "テストの自動送り"},
    **{"quiet_from": "お知らせを控える開始時刻", "quiet_until": "お知らせを控える終了時刻"},
    **{
        "nudge_hour": "お知らせの時刻",
        "filings": "届出の回数",
        "filed_on": "届出の日",
        "certified_on": "認定証の発行日",
    },
    **{"failures": "誤りの回数", "last_at": "最後の日時", "until": "期限", "course_id": "講座", "film_id": "動画"},
    **{"started_at": "開始", "touched_at": "最後の利用", "finished_at": "終了", "bitmap": "視聴した秒の記録"},
    **{"watched": "視聴した秒数", "position": "再生位置（秒）", "completed_at": "完了", "opened_at": "開いた日時"},
    **{"ended_at": "終了", "edition_id": "版の番号", "pinned": "出題と選択肢の順", "state": "状態"},
    **{"right": "正答数", "attempt_id": "受験の番号", "place": "問", "ticked": "選択", "at": "日時"},
    "answered_at": "解答の日時",
    **{"issue_id": "号", "channel": "提出方法", "begun_at": "開始", "submitted_at": "提出", "graded_at": "採点"},
    **{
        "sheet_id": "解答用紙の番号",
        "activation_id": "書面の番号",
        "question": "問",
        "training_id": "研修会",
        "entered_at": "入室",
    },
    **{"left_at": "退室", "registered_at": "出席登録", "half_units": "単位数", "claimed_at": "申請"},
    **{"decided_at": "決定", "reason": "理由", "kind": "種類", "what": "内容", "held_on": "実施日", "code": "コード"},
    **{"declaration_id": "申告の番号", "mime": "形式", "size": "大きさ（バイト）", "received_at": "受信"},
    **{"ends_at": "削除の予定", "sent_at": "送信", "due_on": "回答の予定日", "taken_at": "担当の開始"},
    **{"questioned_at": "お尋ねした日時", "back_at": "お答えの受付"},
    **{"settled_at": "完了", "request_id": "ご依頼の番号", "said_by": "発言者", "text": "本文"},
    **{"message_id": "発言の番号", "source": "単位の元", "title": "名称", "organiser": "主催者"},
    **{"earned_on": "取得日", "earned_at": "取得日時", "written_at": "記録日時", "category": "区分"},
    **{"facts": "記載内容", "period_from": "期間の初日", "period_to": "期間の末日", "asked_at": "申込み"},
    **{"drawn_at": "作成", "paper_sha256": "ファイルのハッシュ値", "certificate_id": "証明書の番号（内部）"},
    **{"codes": "コード数", "given_at": "付番", "confirmed_at": "確認", "verdict": "結果"},
    **{"subject": "対象", "slot": "回", "due_at": "送信の予定", "outcome": "結果の詳細", "act": "操作"},
    **{"body": "理由と変更の前後", "person_id": "内部番号", "role": "役割", "granted_at": "付与"},
    **{"day": "日", "times": "回数", "made_at": "作成", "why": "理由", "again": "再度の招待"},
    **{"invited_at": "招待", "opener": "開いた方", "turned_away": "断られた回数", "asked_by": "申し出た方の内部番号"},
    **{"training_reminders": "研修会のお知らせ", "opened_for": "受付開始を知らせた開催日時"},
    **{"plan_reminders": "計画のお知らせ", "set_on": "設定した日", "monthly": "毎月必要な数（0.5を1とする）"},
    **{"set_at": "設定", "locked_until": "停止の期限", "line": "行", "before": "変更前", "after": "変更後"},
}


def table(name: str) -> str:
    return _TABLES[name]


def column(name: str) -> str:
    return _COLUMNS[name]


def value(column: str, value: Value) -> str:
    match value:
        case None:
            return "―"
        case bool():
            return "はい" if value else "いいえ"
        case int() if column == "half_units":
            return common.credits(value)
        case datetime():
            return f"{local(value):%Y-%m-%d %H:%M:%S}"
        case date():
            return value.isoformat()
        case Named():
            return value.name or str(value.number)
        case Exported():
            whose = f"{value.prefecture}の会員" if value.prefecture else "全会員"
            days = f"{value.first.isoformat()}から{value.last.isoformat()}までの単位"
            return f"書き出し {value.number}（{local(value.made_at):%Y-%m-%d %H:%M:%S}作成、{whose}、{days}）"
        case bytes():
            return f"{len(value)}バイト（data.json に収録）"
        case str() | int():
            return str(value)
    return json.dumps(value, ensure_ascii=False)
