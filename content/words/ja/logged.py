from collections.abc import Mapping
from datetime import datetime
from typing import Any

from content.rules import local
from content.staff.logged import Person
from content.staff.rights import Role
from content.values import CreditKind
from content.verifying.standing import Reason
from content.words.ja import acts, common, ledger, rights, verify

_FACTS: Mapping[str, str] = {
    "export": "書き出しの番号",
    "scope": "書き出しの範囲",
    "export_kind": "書き出しの種類",
    "rows": "行数",
    "import": "取り込みの番号",
    "digest": "ファイルのSHA-256（先頭）",
    **{"new": "新規の件数", "changed": "変更の件数", "refused": "取込不可の件数"},
    **{"double": "登録済みの件数", "doubtful": "要確認の件数", "covered": "記録開始日が早まった会員数"},
    "certificate": "証明書の内部番号",
    "instead": "新しい証明書の内部番号",
    "reason": "表示する理由",
    "changes": "変わったもの",
    "act": "操作",
    "credit": "単位の内部番号",
    "source": "単位の内部の名称",
    "credit_kind": "単位の種別",
    "curriculum_code": "カリキュラムコード",
    "title": "題名",
    "organiser": "主催",
    "rules": "適用した規則",
    "category": "専門医共通講習",
    "common_half_units": "専門医共通講習の0.5単位の数",
    "certificates": "記載のある証明書",
    "letters": "書面の番号",
    "announcement": "お知らせの番号",
    "asked_by": "依頼した人（内部番号）",
    "by": "担当者（内部番号）",
    "claim": "申請の番号",
    "code_until": "コードの期限",
    "day": "日",
    "declaration": "申告書の番号",
    "done": "変更",
    "evidence": "添付の番号",
    "failures": "ログインの失敗",
    "file": "添付の番号",
    "found": "件数",
    "code": "1回限りのコード",
    "half_units": "0.5単位の数",
    "key": "個人情報の鍵",
    "kind": "操作",
    "locked_until": "ログイン制限の期限",
    "view_until": "閲覧の期限",
    "ended_at": "会員資格の終了",
    "message": "メッセージの番号",
    "number": "記録の番号",
    "on": "会員（内部番号）",
    "others": "確認できる人（内部番号）",
    "outcome": "結果",
    "people": "人数",
    "request": "依頼の番号",
    "role": "役割",
    "roles": "役割",
    "shown": "表示した内容（内部番号）",
    "state": "状態",
    "taken_by": "担当者（内部番号）",
    "invitation": "招待の番号",
    "name": "氏名",
    "telegram_id": "TelegramのID",
    "times": "回数",
    "username": "Telegramのユーザー名",
    "waiting": "判断待ちの件数",
}
_BOTH = {True: "あり", False: "なし"}
_STATES: Mapping[str, str] = {
    "draft": "下書き",
    "going": "送信中・予約済",
    "paused": "一時停止中",
    "cancelled": "中止",
    "open": "判断待ち",
    "submitted": "判断待ち",
    "accepted": "認めた",
    "refused": "認めなかった",
    "settled": "閉じた",
    "withdrawn": "取り下げ",
    "received": "受付済",
    "taken": "担当あり",
    "answered": "回答済",
    "closed": "終了",
    "done": "完了",
    "it holds": "完了",
    **{"by the button": "ボタンで終了", "by the command": "コマンドで終了"},
    **{"the time was up": "時間になり終了", "the right was lost": "役割がなくなり終了"},
    "the member holds a role now": "会員に役割が付与され終了",
    "decided before": "すでに判断済",
    "it was decided before, or withdrawn": "すでに判断済、または取り下げ",
    "of the member of staff himself": "ご自身のものは判断できない",
    "nobody decides upon his own": "ご自身のものは判断できない",
    "registered by the organiser": "主催者が登録済",
    "not registered by the organiser": "主催者が未登録",
    "the account earns nothing": "単位を取得できないユーザーID",
    "the account earns no credits": "単位を取得できないユーザーID",
    "opened": "表示",
    "opened before by the same person": "同じ方がすでに開いた",
    "opened before by somebody else": "ほかの方がすでに開いた",
    "over: decided, withdrawn, older than a day, or the inviter is no owner any more": "招待は終了",
    "a member is logged in": "会員がログイン中",
    "a staff account is logged in": "職員がログイン中",
    "no such invitation": "該当する招待なし",
    "barred": "確認できない人・期限切れ",
    "changed": "内容が変わったため、表示し直し",
    "PIN set": "PINを設定",
    "PIN set before": "PINは設定済",
    "PIN locked": "PINの制限中",
    "wrong PIN": "PINの誤り",
    "given": "発行済",
    "void": "無効",
    "done before": "すでに完了",
    "nobody handles his own": "ご自身のものは扱えない",
    "valid": "有効",
    "replaced": "差し替え済み",
    "revoked": "取り消し済み",
    "it was ended before": "すでに差し替え・取り消し済み",
    "another one takes its place already": "差し替えの途中",
    "its facts were erased": "記載は消去済み",
    "today it would say the same": "記載に違いなし",
    "nothing could be certified today": "証明できる単位なし",
    "the new one could not be printed": "印字できない文字",
    "the record changed since it was shown": "内容が変わったため、表示し直し",
    "nothing of it waits any more": "確認待ちなし",
    "a credit of this content stands already": "すでに取得済",
    "it is answered, closed or withdrawn": "回答・終了・取り下げ済",
    "a colleague has it": "ほかの担当者が担当",
    "nobody has it": "担当者なし",
    "the member has added something meanwhile": "会員が追記",
    "nothing is written": "本文なし",
    "the colleague does not have the role": "役割のない人",
}
_REASONS: Mapping[str, str] = {
    **{one.value: verify.reason(one) for one in Reason},
    "registry_no": "医籍登録番号",
    "member_no": "会員ID",
}
_LOOKS = "in the role of "
_HELD = "holds only: "
_WHYS = {
    "by the operator, at the command line": "システム運用者がコマンドで操作",
    "the member did not ask for it": "会員本人に心当たりがない",
    "opened the link": "招待リンクを開いた",
    "three wrong PINs": "PINの3回の誤り",
    "by the link and its number": "リンクと確認番号による受け取り",
}


def person(person: Person) -> str:
    return person.name if person.id is not None else "システム運用者"


def moment(at: datetime) -> str:
    return f"{local(at).year}年{common.moment(at)}"


def why(why: str) -> str:
    if why.startswith(_LOOKS):
        return f"理由：「{_role(why.removeprefix(_LOOKS))}」の役割での表示"
    if why.startswith(_HELD):
        return f"理由：持っている役割は{'、'.join(map(_role, why.removeprefix(_HELD).split(', ')))}だけ"
    return f"理由：{_WHYS.get(why, why)}"


def fact(name: str) -> str:
    return _FACTS.get(name, name)


def value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _BOTH[value]
    if isinstance(value, list):
        return "・".join(_text(name, str(one)) for one in value) or "なし"
    return _text(name, str(value)) if value not in ("", None) else "なし"


def _text(name: str, text: str) -> str:
    if name == "credit_kind":
        return ledger.kind(CreditKind(text))
    if name in ("role", "roles"):
        return "・".join(map(_role, text.split(",")))
    if name in ("act", "kind"):
        return rights.attempted(text) if text not in acts.NAMES else acts.act(text)
    if name in ("state", "outcome", "code"):
        return _STATES.get(text, text)
    if name in ("reason", "changes"):
        return _REASONS.get(text, text)
    return moment(datetime.fromisoformat(text)) if name.endswith(("_until", "ended_at")) else text


def _role(text: str) -> str:
    return rights.role(Role(text)) if text in {one.value for one in Role} else text
