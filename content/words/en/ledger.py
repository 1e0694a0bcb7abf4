from content.values import CreditKind

_KINDS = {
    CreditKind.LECTURE: "Association course",
    CreditKind.COOPERATION: "Partner course",
    CreditKind.JOURNAL: "Journal quiz",
    CreditKind.TRAINING: "Training",
    CreditKind.DECLARATION: "Declaration",
}


def kind(kind: CreditKind) -> str:
    return _KINDS[kind]
