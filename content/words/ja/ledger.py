from content.values import CreditKind

_KINDS = {
    CreditKind.LECTURE: "生涯教育講座",
    CreditKind.COOPERATION: "協力講座",
    CreditKind.JOURNAL: "日医雑誌 問題解答",
    CreditKind.TRAINING: "研修会",
    CreditKind.DECLARATION: "申告書",
}


def kind(kind: CreditKind) -> str:
    return _KINDS[kind]
