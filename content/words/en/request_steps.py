from collections.abc import Sequence

from content.declarations.evidence import Bad
from content.requests.ceilings import RequestRules
from content.requests.requesting import Kind, Slip
from content.words.en import common as forms

_KINDS = {
    Kind.OSAKA: "Trainings in Osaka",
    Kind.NAME: "Name on certificates",
    Kind.POST: "Certificate by post",
    Kind.WRONG: "Error in a certificate",
    Kind.OTHER: "Something else",
    Kind.ERASURE: "Erasure of the record",
    Kind.DECLARATION: "Question about a declaration",
    Kind.CLAIM: "Question about an attendance claim",
}
_HINTS = {
    Kind.OSAKA: "Please name the training and its date. The Osaka Medical Association issues the certificates.",
    Kind.NAME: "Which name should certificates show, and why? If you have a document that proves it, please attach it.",
    Kind.POST: "Which certificate do you need, for which period, and where should it be sent?",
    Kind.WRONG: "Which certificate has the error, what is wrong, and what should it say?",
    Kind.OTHER: "What can the office do for you?",
    Kind.ERASURE: "What should the office know about the erasure?",
    Kind.DECLARATION: "Please answer the question.",
    Kind.CLAIM: "Please answer the question.",
}
_MEGABYTE = 1024 * 1024


def kinds_title() -> str:
    return "New request"


def ask_kind() -> str:
    return "What is it about?"


def by_button() -> str:
    return "⚠️ Please use a button to choose; the topic can't be typed. Nothing has been sent yet."


def kind(kind: Kind) -> str:
    return _KINDS[kind]


def hint(kind: Kind) -> str:
    return _HINTS[kind]


def writing_title(kind: Kind, *, first: bool) -> str:
    return f"{'Request' if first else 'Adding to a request'}: {_KINDS[kind]}"


def how_to_write(rules: RequestRules) -> Sequence[str]:
    return (
        f"Please write your request (up to {rules.longest:,} characters). "
        "Anything you write after that is added as a new line.",
        f"You can also attach up to {rules.files} photos or PDFs of 20 MB each. Please don't name patients.",
    )


def how_anew() -> str:
    return "What you write next replaces the text."


def said(text: str) -> Sequence[str]:
    return ("Your text:", text) if text else ("Your text: nothing yet",)


def file(number: int, name: str, size: int) -> str:
    shown = f"{max(size // 1024, 1)} KB" if size < _MEGABYTE else f"{size / _MEGABYTE:.1f} MB"
    return f"📄 File {number}: {name} ({shown})"


def taken(length: int, longest: int) -> str:
    return f"✅ Saved ({length:,} / {longest:,} characters). Not sent yet."


def to_summary() -> str:
    return "Review"


def to_rewrite() -> str:
    return "Rewrite the text"


def to_kind() -> str:
    return "Change the topic"


def remove(number: int) -> str:
    return f"Remove {number}"


def removed() -> str:
    return "Removed."


def slip(slip: Slip, rules: RequestRules) -> str:
    why, now = {
        Slip.EMPTY: ("That message has no text.", "Please write your request."),
        Slip.LONG: (
            f"A request can have up to {rules.longest:,} characters.",
            "Please shorten it, or attach it as a PDF.",
        ),
        Slip.REST: ("This is the rest of a message that was too long.", "Please shorten it, or attach it as a PDF."),
        Slip.NO_MORE: (
            f"Together with your text so far, that would be more than {rules.longest:,} characters.",
            "Please shorten it, or attach it as a PDF.",
        ),
    }[slip]
    return f"⚠️ {why} It was not added; your text and files so far are saved. {now}"


def bad_file(bad: Bad) -> str:
    why, now = forms.not_taken(bad)
    return f"⚠️ {why} It was not saved; your text and files are unchanged. {now}"


def added(name: str, number: int, most: int) -> str:
    return f"✅ “{name}” is attached ({number} / {most}). Not sent yet."


def added_before() -> str:
    return "This file is already attached. Nothing was changed."


def full(most: int) -> str:
    return f"⚠️ Up to {most} files can be attached at a time. This file was not saved. Please remove one first."


def no_room(files: int, megabytes: int) -> str:
    return (
        f"⚠️ Until your requests have been answered, up to {files} files and {megabytes} MB are kept for you. "
        "This file was not saved. Please explain in words, or wait for an answer."
    )


def too_late() -> str:
    return "⚠️ The draft has already been sent or deleted, so what you sent was not added."


def summary_title() -> str:
    return "Check your request"


def kind_line(kind: Kind) -> str:
    return f"About: {_KINDS[kind]}"


def final() -> str:
    return "Once sent, it can't be changed, but you can add to it. Send it?"


def nothing_written() -> str:
    return "⚠️ There is no text yet, and files alone can't be sent. Please write your request."


def send() -> str:
    return "Send"


def to_discard() -> str:
    return "Delete the draft"


def ask_discard() -> str:
    return (
        "The text and files that you haven't sent will be permanently deleted. What you have sent stays. Delete them?"
    )


def discarded() -> str:
    return "The draft was deleted."
