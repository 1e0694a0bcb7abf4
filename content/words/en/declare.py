from collections.abc import Sequence
from datetime import date, datetime

from content.absence import given
from content.declarations.declaring import Declared, State, Step
from content.operator import Profile
from content.rules import Rules
from content.words.en import common as forms
from content.words.en import declare_steps as steps

_SIGNS = {State.DRAFT: "⬜ ", State.SUBMITTED: "▶️ ", State.ACCEPTED: "✅ ", State.REFUSED: "⚠️ ", State.WITHDRAWN: ""}
_STATES = {
    State.DRAFT: "draft",
    State.SUBMITTED: "submitted",
    State.ACCEPTED: "accepted",
    State.REFUSED: "not accepted",
    State.WITHDRAWN: "withdrawn",
}
_SHOWN = 30


def title() -> str:
    return "Declarations"


def to_declare() -> str:
    return "Declarations"


def card_title(kind: str) -> str:
    return f"Declaration: {kind[0].lower()}{kind[1:]}"


def to_drafts() -> str:
    return "Draft declarations"


def about(rules: Rules) -> Sequence[str]:
    last = f"{date(2000, *rules.declared_until):%-d %B}"
    return (f"Learning you report yourself. Submit a fiscal year's declarations by the {last} after it ends.",)


def nothing() -> str:
    return "You have no declarations yet."


def line(number: int, one: Declared, *, closed: bool) -> str:
    state = "closed" if closed else _STATES[one.state]
    what = one.what if len(one.what) <= _SHOWN else one.what[:_SHOWN] + "…"
    parts = [steps.kind(one.kind), what, forms.short_day(one.held_on) if one.held_on else "", state]
    return f"{number}  {_SIGNS[one.state]}" + " · ".join(part for part in parts if part)


def to_new() -> str:
    return "Make a new declaration"


def facts(one: Declared) -> Sequence[str]:
    return [
        f"{steps.step(step)}: {steps.value(step, one) or 'not entered yet'}"
        for step in Step
        if step not in _optional(one)
    ]


def state(one: Declared, until: date | None, *, closed: bool) -> str:
    name = f"{_SIGNS[one.state]}{_STATES[one.state].capitalize()}"
    if one.state is State.DRAFT:
        return name if until is None or closed else f"{name}, please submit it by {forms.day(until)}"
    if one.state is State.WITHDRAWN:
        return name
    if one.state is State.SUBMITTED:
        return ", ".join(given(name, _moment(one.submitted_at), "waiting for staff to review it"))
    return ", ".join(given(name, _moment(one.decided_at)))


def _moment(at: datetime | None) -> str | None:
    return None if at is None else forms.moment(at)


def missing(left: Sequence[Step]) -> str:
    return f"Not entered yet: {', '.join(steps.step(step) for step in left)}"


def closed(last: date, profile: Profile) -> str:
    return (
        f"⚠️ Declarations for this fiscal year closed on {forms.day(last)}. Your draft is kept. "
        f"If the date is wrong, please correct it; otherwise please ask {profile.declarations_to.en}."
    )


def reason(reason: str) -> str:
    return f"From staff: {reason}"


def credited_on(day: date, year: int) -> str:
    return (
        f"The credit is dated {forms.day(day)} ({forms.fiscal_year(year)}). "
        "It does not appear on certificates of attendance."
    )


def reversed() -> str:
    return "⚠️ This credit was later withdrawn."


def go_on() -> str:
    return "Continue"


def to_submit() -> str:
    return "Review and submit"


def confirm_title() -> str:
    return "Submit the declaration"


def final() -> str:
    return "You can't change it after submitting (but you can withdraw it until it is decided). Submit it?"


def submit() -> str:
    return "Submit"


def receipt_title() -> str:
    return "Your declaration is submitted"


def receipt(number: int) -> str:
    return f"Reference number {number}. You will be notified in this chat when it has been decided."


def submitted_before() -> str:
    return "This declaration has already been submitted."


def to_discard() -> str:
    return "Delete the draft"


def ask_discard() -> str:
    return "The draft and its files will be permanently deleted. Delete them?"


def discarded() -> str:
    return "The draft was deleted."


def to_withdraw() -> str:
    return "Withdraw"


def ask_withdraw() -> str:
    return "Staff will no longer review it. You can declare the same learning again. Withdraw it?"


def withdrawn() -> str:
    return "The declaration was withdrawn."


def decided_before() -> str:
    return "This declaration can't be withdrawn. Please check its current status."


def to_again() -> str:
    return "Declare it again"


def decided_title(*, accepted: bool) -> str:
    return "Your declaration was accepted" if accepted else "Your declaration was not accepted"


def to_card() -> str:
    return "See details"


def _optional(one: Declared) -> set[Step]:
    """The kind stands in the title, and an empty note is none."""
    return {Step.KIND} if one.note else {Step.KIND, Step.NOTE}
