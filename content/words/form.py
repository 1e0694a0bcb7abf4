"""The fixed sentences of the form of declarations. It is a Japanese paper, so they exist in Japanese only."""

from content.absence import given
from content.declarations.form import FormFacts, FormRow
from content.words import paper

TITLE = "申告内容一覧"
NAME = "氏名"
YEAR = "対象年度"
PRINTED_ON = "作成日"
ISSUER = "作成"
DAY = "日付"
WHAT = "種別・内容"
CODE = "カリキュラムコード"
UNITS = "単位"
EVIDENCE = "証明書類"
NOTE = "備考"
TOTAL = "合計"
NOTHING = "この年度に申告する内容は、入力されていません。"
SAMPLE_NOTE = "・これは見本です。記載の内容は実際の学習および単位を示すものではありません。"


def statement(facts: FormFacts) -> str:
    return (
        f"{facts.operator}が運営するシステムに、ご本人が入力された申告の内容です。所定の申告書ではありません。"
        f"日本医師会生涯教育制度の申告は、{facts.goes_to}に、所定の申告書でご提出ください。"
    )


def year(number: int) -> str:
    return f"{number}年度"


def evidence(row: FormRow) -> str:
    """The heading above the names of the files."""
    return f"{EVIDENCE}（{len(row.evidence)}点）" if row.evidence else f"{EVIDENCE}：なし"


def note(row: FormRow) -> str:
    return f"{NOTE}：{row.note}"


def total(facts: FormFacts) -> str:
    return f"{len(facts.rows)}件　{EVIDENCE} {facts.files}点"


def notes(facts: FormFacts) -> tuple[str, ...]:
    return given(
        SAMPLE_NOTE if facts.sample else None,
        "・単位は、入力された値です。受理の状況は作成日現在のもので、この用紙は受理を証明するものではありません。",
        "・証明書類の原本は、提出先の求めに応じて添付してください。この用紙には綴じ込まれていません。",
    )


def numbers(facts: FormFacts) -> tuple[tuple[str, str], ...]:
    """The labels above the table, with their values."""
    person = ((NAME, facts.name), (paper.MEMBER_NO, facts.member_no), (paper.REGISTRY_NO, facts.registry_no))
    return (*(pair for pair in person if pair[1]), (YEAR, year(facts.year)))
