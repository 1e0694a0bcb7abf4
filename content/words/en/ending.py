from collections.abc import Sequence
from datetime import datetime

from content.certificates.certificate import CertificateLine
from content.staff.certificates import Outcome
from content.verifying.differing import Part
from content.verifying.standing import Reason
from content.words.en import common, issued, verify

_OUTCOMES = {
    Outcome.OWN: "⚠️ You can't handle your own certificates; a colleague can. Nothing was changed.",
    Outcome.ENDED: "⚠️ This certificate was replaced or revoked before. Nothing was changed.",
    Outcome.UNDER_WAY: "⚠️ This certificate is being replaced. Nothing else can be done until the new one is on record.",
    Outcome.ERASED: "⚠️ The member's record was erased, so it can't be replaced. It can be revoked.",
    Outcome.SAME: "Issued today, it would say the same. There is nothing to replace.",
    Outcome.NOTHING: "⚠️ Nothing can be certified for this period any more, so it can't be replaced. Please revoke it.",
    Outcome.UNPRINTABLE: "⚠️ The new one has a character that can't be printed. Please tell the system operator. "
    "It was not replaced.",
    Outcome.CHANGED: "⚠️ The record has changed since. Please review it as it is now, and choose again.",
    Outcome.SETTLED: "No change is waiting for a decision any more.",
}


def replace_title() -> str:
    return "Replace a certificate"


def part(part: Part, before: str, after: str) -> str:
    return f"• {issued.PARTS[part]}: {before or 'none'} → {after or 'none'}"


def gone(line: CertificateLine) -> str:
    return f"• Line removed: {_line(line)}"


def new(line: CertificateLine) -> str:
    return f"• Line added: {_line(line)}"


def sums(before: int, after: int) -> str:
    if before == after:
        return f"Total: {common.credits(before)} (unchanged)"
    return f"Total: {common.credits(before)} → {common.credits(after)}"


def other() -> str:
    return "• Other details (such as since when credits are kept)"


def how_replaced() -> str:
    return (
        "Choose a reason, and a certificate for the same purpose and period is issued with today's record and a new "
        "number, and sent to the member. The former one says “replaced” from the moment the new one is made. "
        "This can't be undone. Whoever checks it by its QR code sees the reason."
    )


def replacing(number: str) -> str:
    return f"✅ The new certificate {number} was issued. It is sent to the member, and a copy to you."


def reason(reason: Reason) -> str:
    said = verify.reason(reason)
    return f"{said[0].upper()}{said[1:]}"


def revoke_title() -> str:
    return "Revoke a certificate"


def how_revoked() -> Sequence[str]:
    return (
        "Revoking takes two persons and can't be undone. The member is told.",
        "Choose a reason. The member sees it, and so does whoever checks the certificate by its QR code.",
    )


def ask_words(reason: Reason) -> Sequence[str]:
    return (
        f"Reason: {verify.reason(reason)}",
        "Type what happened (2 to 200 characters). It is logged and shown to the second person, not to the member.",
    )


def leave_title() -> str:
    return "Leave it as it is"


def how_left() -> str:
    return "The certificate stays valid. Choose or type a reason. It is logged; the member is not told."


def leaving() -> Sequence[str]:
    return ("It was right at the time", "Member wants no other", "Another was issued")


def left() -> str:
    return "✅ It was left as it is. If something changes again, it comes back here."


def said_of(outcome: Outcome) -> str:
    return _OUTCOMES[outcome]


def revoked_title() -> str:
    return "⚠️ A certificate of yours was revoked"


def revoked(number: str, at: datetime, reason: Reason) -> Sequence[str]:
    return (
        f"Number: {number}",
        f"Revoked: {verify.issued_at(at)}",
        f"Reason: {verify.reason(reason)}",
        "",
        "This certificate can't be used any more. If you have handed it in, please tell whoever received it.",
        "Check your credits, and issue a new certificate if you need one.",
        "If you don't know why, please ask us under “Requests”.",
    )


def replaced_title() -> str:
    return "Your certificate was replaced"


def replaced(former: str, number: str, reason: Reason) -> Sequence[str]:
    return (
        f"Former certificate: {former}",
        f"New certificate: {number}",
        f"Reason: {verify.reason(reason)}",
        "",
        "Please use this one from now on. If you have handed in the former one, please hand in this one instead.",
    )


def _line(line: CertificateLine) -> str:
    return f"{common.day(line.day)}, “{line.title}”, {common.credits(line.half_units)}"
