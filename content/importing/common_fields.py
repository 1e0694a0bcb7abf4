"""The names of all columns of the files that are imported, and the readers of cells that several of them have.

A reason never repeats what the cell holds.
"""

from collections.abc import Mapping

from content.access import login_id
from content.access.login_id import MEMBER_NO_DIGITS, Form
from content.tables.cells import BadCell, narrow
from content.text.printing import named, uncovered

MEMBER_COLUMNS: Mapping[str, str] = {
    "member_id": "会員ID",
    "mamis_id": "MAMIS ID",
    "name": "氏名",
    "kana": "フリガナ",
    "birth_date": "生年月日",
    "registry_no": "医籍登録番号",
    "prefecture": "都道府県",
    "email": "メール",
    "can_earn": "単位取得",
}
CREDIT_COLUMNS: Mapping[str, str] = {
    "member_id": "会員ID",
    "day": "受講日",
    "title": "名称",
    "organiser": "主催者",
    "kind": "種別",
    "code": "CC",
    "credits": "単位",
    "category": "共通講習",
    "certifiable": "証明書",
    "content": "講座名",
    "complete_from": "記録開始日",
}
EXPORT_COLUMNS: Mapping[str, str] = {
    "change": "変更",
    "key": "行キー",
    "former_key": "前の行キー",
    "mamis_id": "MAMIS ID",
    "name": "氏名",
    "common_credits": "共通講習単位",
}
"""The columns that an export of credits (content.exporting) has besides CREDIT_COLUMNS."""
GRANT_COLUMNS: Mapping[str, str] = {
    "member_id": "会員ID",
    "content": "講座名",
    "day": "受講日",
    "reason": "付与の理由",
}
FURTHER_GRANT_COLUMNS: Mapping[str, str] = {
    "mamis_id": "MAMIS ID",
    "kind": "種別",
    "code": "CC",
    "title": "名称",
    "organiser": "主催者",
    "credits": "単位",
}
"""The columns that a file of grants may have besides GRANT_COLUMNS."""
NAMES: Mapping[str, str] = {**MEMBER_COLUMNS, **CREDIT_COLUMNS, **EXPORT_COLUMNS, **GRANT_COLUMNS}
"""By the English name of a column the Japanese one. No two files mean different things by one name."""


def member_id(text: str) -> str:
    found = login_id.read(filled(text))
    if found.form is Form.MEMBER_NO:
        return found.text
    if found.form is Form.ACCOUNT:
        return narrow(text)
    if found.text.isdigit() and len(found.text) < MEMBER_NO_DIGITS:
        raise BadCell(
            f"has {len(found.text)} digits, not {MEMBER_NO_DIGITS}: a spreadsheet drops leading zeros; they are not"
            " guessed, write the column as text"
        )
    if found.text.isdigit():
        raise BadCell(f"has {len(found.text)} digits, not {MEMBER_NO_DIGITS}")
    raise BadCell(f"is neither {MEMBER_NO_DIGITS} digits nor an account that begins with a letter")


def yes(text: str, empty: bool) -> bool:
    """1 or 0. `empty`: what an empty cell means."""
    said = narrow(text)
    if said not in ("", "0", "1"):
        raise BadCell("is neither 1 nor 0")
    return said == "1" if said else empty


def printed(text: str) -> str:
    """The text exactly as it is, if papers can print it."""
    if missing := uncovered(text):
        raise BadCell(f"papers can't print {named(missing)}: a certificate over it would be refused")
    return text


def filled(text: str) -> str:
    if not text:
        raise BadCell("is empty")
    return text
