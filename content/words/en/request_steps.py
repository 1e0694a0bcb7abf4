from collections.abc import Sequence

from content.evidence import Bad
from content.requests.ceilings import RequestRules
from content.requests.requesting import Kind, Slip
from content.words.en import common as forms

_KINDS = {
    Kind.OSAKA: "Trainings in Osaka",
    Kind.NAME: "Another name",
    Kind.POST: "Paper by post",
    Kind.WRONG: "Something is wrong",
    Kind.OTHER: "Something else",
}
_HINTS = {
    Kind.OSAKA: "Please name the training and its date. Osaka's medical association issues its certificates.",
    Kind.NAME: "Which name should a certificate show, and why? If you have a document that shows it, please attach it.",
    Kind.POST: "Which certificate do you need, for which period, and where should it be sent?",
    Kind.WRONG: "Which certificate is wrong, where, and how should it read?",
    Kind.OTHER: "What can the office do for you?",
}
_MEGABYTE = 1024 * 1024


def kinds_title() -> str:
    return "New request"


def ask_kind() -> str:
    return "What is it about?"


def by_button() -> str:
    return "⚠️ Please choose with a button; it can't be typed. Nothing has been sent yet."


def kind(kind: Kind) -> str:
    return _KINDS[kind]


def hint(kind: Kind) -> str:
    return _HINTS[kind]


def writing_title(kind: Kind, *, first: bool) -> str:
    return f"{'Request' if first else 'Adding to a request'}: {_KINDS[kind].lower()}"


def how_to_write(rules: RequestRules) -> Sequence[str]:
    return (
        f"Please write your request (up to {rules.longest:,} characters). What you write next is added as a new line.",
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
    return "Change what it is about"


def remove(number: int) -> str:
    return f"Remove {number}"


def removed() -> str:
    return "Removed."


def slip(slip: Slip, rules: RequestRules) -> str:
    why, now = {
        Slip.EMPTY: ("There is no text in it.", "Please write your request."),
        Slip.LONG: (
            f"A text can have {rules.longest:,} characters.",
            "Please shorten it, or attach it as a PDF.",
        ),
        Slip.REST: ("This is the rest of the text that was too long.", "Please shorten it, or attach it as a PDF."),
        Slip.NO_MORE: (
            f"Together with your text so far that would be over {rules.longest:,} characters.",
            "Please shorten it, or attach it as a PDF.",
        ),
    }[slip]
    return f"⚠️ {why} This was not added; your text and files so far are saved. {now}"


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
        f"⚠️ Until your requests are answered, up to {files} files and {megabytes} MB are kept for you. "
        "This file was not saved. Please explain in words, or wait for an answer."
    )


def too_late() -> str:
    return "⚠️ The message was sent or deleted, so what you sent was not added."


def summary_title() -> str:
    return "Please check your request"


def kind_line(kind: Kind) -> str:
    return f"About: {_KINDS[kind]}"


def final() -> str:
    return "What is sent can't be changed, but you can add to it. Send it?"


def nothing_written() -> str:
    return "⚠️ There is no text yet, and files alone can't be sent. Please write your request."


def send() -> str:
    return "Send"


def to_discard() -> str:
    return "Delete the draft"


def ask_discard() -> str:
    return "The text and files that you have not sent are deleted for good. What was sent stays. Delete them?"


def discarded() -> str:
    return "The draft was deleted."
