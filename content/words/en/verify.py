from datetime import date, datetime

from content.rules import local
from content.verifying.standing import End, Reason, State
from content.words.en import common

_STATES = {
    State.VALID: "✅ Valid",
    State.REPLACED: "⚠️ Replaced by another certificate",
    State.REVOKED: "⚠️ Revoked",
}
_REASONS = {
    Reason.NAME: "the name was corrected",
    Reason.CREDIT: "the credits were corrected",
    Reason.MISTAKE: "it was issued by mistake",
    Reason.WISH: "the holder asked for it",
    Reason.MISUSE: "it was misused",
}


def title() -> str:
    return "Check a certificate"


def ask(example: str) -> str:
    return f"Please enter the number printed on the certificate (証明書番号).\nExample: {example}"


def mistyped() -> str:
    return (
        "This number has a typing error. "
        "A certificate number is TN followed by fifteen digits. Please enter it again, as printed on the certificate."
    )


def unknown() -> str:
    return "Our record has no such certificate. Please scan the QR code on the certificate again, or ask the issuer."


def unknown_number() -> str:
    return "Our record has no certificate with this number. Please check the number, or ask the issuer."


def wait(seconds: int) -> str:
    return (
        f"Too many numbers in a row were unknown, so this one was not looked up. "
        f"You can enter a number again in {common.wait(seconds)}. The QR code on the certificate works at any time."
    )


def busy() -> str:
    return (
        "Too many certificates in a row were unknown, so there is no answer for now. Please open the page again later."
    )


def away() -> str:
    return "The record can't be read at the moment. Please open the page again later."


def state(state: State) -> str:
    return _STATES[state]


def ended(end: End) -> str:
    what = "Replaced" if end.state is State.REPLACED else "Revoked"
    instead = f"\nThe certificate that replaced it\n{end.instead}" if end.instead else ""
    return f"{what} on {common.day(local(end.at).date())}: {_REASONS[end.reason]}{instead}"


def reason(reason: Reason) -> str:
    return _REASONS[reason]


def number() -> str:
    return "Number"


def issued() -> str:
    return "Issued"


def period() -> str:
    return "Period"


def credits() -> str:
    return "Credits"


def name() -> str:
    return "Name"


def issued_at(at: datetime) -> str:
    return f"{common.day(local(at).date())}, {common.time(at)} (Japan)"


def span(first: date, last: date) -> str:
    return f"{common.day(first)} to {common.day(last)}"


def totals(half_units: int, codes: int) -> str:
    if not codes:
        return "Erased with the holder's record"
    return f"{common.credits(half_units)} in {codes} curriculum {'code' if codes == 1 else 'codes'}"


def erased() -> str:
    return "The holder's record was erased, so the name can't be compared"


def only_the_state() -> str:
    return (
        "The number alone shows only whether it is valid and when it was issued. The QR code on it shows its contents."
    )


def as_of(operator: str, at: datetime) -> str:
    return f"By the record of {operator} as of {issued_at(at)}."


def another() -> str:
    return "Check another number"


def to_compare() -> str:
    return "Compare the name"


def how_to_compare() -> str:
    return "Please enter the name as printed on the certificate. Each certificate allows five tries a day."


def agrees() -> str:
    return "✅ This is the name on the certificate as issued."


def differs(left: int) -> str:
    tries = "try is" if left == 1 else "tries are"
    return f"⚠️ This is not the name on the certificate as issued. {left} {tries} left today."


def no_tries() -> str:
    return "⚠️ Five names were compared today, so this one was not. Please try again tomorrow."


def file_title() -> str:
    return "Compare the file"


def file_how() -> str:
    return "Check whether your PDF is exactly the file that was issued. Your file is not kept."


def file_choose() -> str:
    return "Choose the PDF, or drop it here"


def file_checking() -> str:
    return "Comparing…"


def file_same() -> str:
    return "✅ Identical, byte for byte, to the file that was issued."


def file_other() -> str:
    return "⚠️ Not the file that was issued. It is another file, or one that was printed, re-saved or edited since."


def file_too_big() -> str:
    return "⚠️ Not the file that was issued. Files over 1 MB are not compared."


def file_not_checked() -> str:
    return "The file could not be compared. Check your connection, then choose the file again."


def file_no_script() -> str:
    return "Comparing the file needs JavaScript. Everything above is complete without it."


def file_of_ours() -> str:
    return "✅ The file you sent is identical, byte for byte, to a certificate that was issued."


def file_of_nobody() -> str:
    return (
        "⚠️ The file you sent is not a certificate issued here. It was not kept. "
        "A certificate that was re-saved from a viewer, or printed and scanned, is no longer the file that was issued."
    )
