from datetime import date

from content.declarations.declaring import Evidence, State
from content.operator import Profile
from content.words.en import common as forms

_STATES = {
    State.DRAFT: "not submitted",
    State.SUBMITTED: "submitted",
    State.ACCEPTED: "accepted",
    State.REFUSED: "not accepted",
    State.WITHDRAWN: "withdrawn",
}
_MIMES = {"application/pdf": "PDF", "image/jpeg": "photo", "image/png": "image", "image/heic": "photo"}


def purpose(profile: Profile) -> str:
    return (
        f"A declaration that is accepted here becomes part of the record of {profile.name.en}. The Japan Medical "
        f"Association's own declaration form (申告書) still has to go to {profile.declarations_to.en}."
    )


def to_form() -> str:
    return "Print what I declared"


def on_its_way() -> str:
    return "Your list of declarations is being made as a PDF."


def form_title(year: int) -> str:
    return f"Your declarations, {forms.fiscal_year(year)}"


def file_name(year: int) -> str:
    return f"declarations_{year}.pdf"


def caption(profile: Profile) -> str:
    return (
        "What you entered for this year, with a list of the evidence, in Japanese. It is not the official form: that "
        f"one has to go to {profile.declarations_to.en}."
    )


def held() -> str:
    return (
        "⚠️ The list could not be made, because your entries or name contain a character that can't be printed. The "
        "operator has been notified automatically. If it is in a draft (an emoji, say), correct it and print again."
    )


def state(state: State) -> str:
    return _STATES[state]


def file(number: int, file: Evidence) -> str:
    return f"{number} {file.name} ({_MIMES.get(file.mime, 'file')})"


def due_title(last: date) -> str:
    return f"Declarations are due by {forms.short_day(last)}"


def due(drafts: int, year: int) -> str:
    what = "a draft" if drafts == 1 else f"{drafts} drafts"
    last = f"That is the last day to declare learning from {forms.fiscal_year(year)}."
    return f"You have {what} that you haven't submitted. {last}"


def to_draft() -> str:
    return "Open the draft"


def to_declarations() -> str:
    return "See my declarations"
