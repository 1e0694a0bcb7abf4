from collections.abc import Sequence
from datetime import datetime

from content.activating.batch import LASTS, Batch, State
from content.operator import Profile
from content.prefectures import in_english
from content.words.en import common as forms
from content.words.en import operator


def title() -> str:
    return "Log in with your activation code"


def read_as(hidden: str) -> str:
    return f"Activation code: {hidden}"


def ask_birth() -> str:
    return "Please enter your birth date, as 19720204 or 720204. It is deleted from the chat at once."


def mistyped() -> str:
    return (
        "⚠️ There is a slip in the code. Please compare the seven groups of four with your letter and enter it again. "
        "0 and O are the same, and so are 1, I and L. This was not counted."
    )


def wrong(at: datetime) -> str:
    return f"⚠️ The code and the birth date don't match, or the code isn't valid ({forms.moment(at)}). Please try again."


def wait(until: datetime) -> str:
    return f"⚠️ After several failures you can't try before {forms.moment(until)}."


def whom(profile: Profile) -> str:
    return f"If the code has expired or the letter is lost, please ask {operator.whom(profile)}."


def to_password() -> str:
    return "Log in with a user ID"


def room_title() -> str:
    return "Activation letters"


def how() -> Sequence[str]:
    return (
        "Makes a file for a mail merge, with an activation code for each member who has not logged in yet. "
        "Nobody who holds a role gets one.",
        f"Two persons are needed. A code is good for {LASTS.days} days, and a new one voids the one before.",
        "Afterwards these members can't log in by their birth date alone.",
    )


def line(number: int, one: Batch) -> str:
    return f"{number}  {forms.moment(one.begun_at)} · {audience(one.prefecture)} · {_STATES[one.state]}"


def to_all() -> str:
    return "Make them for everybody"


def to_prefecture() -> str:
    return "Make them for a prefecture"


def ask_prefecture() -> str:
    return "Which prefecture, for example Tokyo?"


def no_prefecture() -> str:
    return "⚠️ That is no prefecture. Please write it again, for example Tokyo."


def usual_why() -> str:
    return "Activation letters are to be sent"


def card_title(one: Batch) -> str:
    return f"Activation letters · {forms.moment(one.begun_at)}"


def audience(prefecture: str) -> str:
    return f"For members who have not logged in ({in_english(prefecture) or 'all'})"


def state(one: Batch) -> Sequence[str]:
    name = _STATES[one.state]
    if one.state is State.ASKED:
        return (name,)
    until = f"The codes end {forms.moment(one.until)}"
    if one.state is State.OPENED and one.opened_at:
        return (f"{name} ({forms.moment(one.opened_at)}, {one.opened_by})", f"Letters: {one.made:,}", until)
    return (name, f"Letters: {one.made:,}", until) if one.state is not State.VOID else (name, f"Letters: {one.made:,}")


def to_file() -> str:
    return "Get the file"


def link(pin: str, until: datetime) -> Sequence[str]:
    return (
        f"Confirmation number: {pin}",
        f"Open the page below and enter the number. The file can be downloaded once, until {forms.moment(until)}.",
        "It holds numbers, names and codes. Please delete it as soon as the letters are printed.",
    )


def to_open() -> str:
    return "Open the page"


def nothing_to_open() -> str:
    return "⚠️ The file isn't ready yet, or was downloaded already."


def effect(prefecture: str) -> tuple[str, ...]:
    return (
        audience(prefecture),
        f"Each of them gets a new activation code, good for {LASTS.days} days. Earlier codes are void.",
        "They can't log in by their birth date alone any more. Who asked for it can download the file once.",
    )


def begun() -> str:
    return "✅ The letters are being made. Who asked for them gets the file under “Activation letters”."


def page_title() -> str:
    return "File of activation letters"


def page_how() -> str:
    return "Please enter the six-digit confirmation number from the chat. The file can be downloaded once."


def page_pin() -> str:
    return "Confirmation number"


def page_open() -> str:
    return "Download"


def page_wrong() -> str:
    return "That isn't the number in the chat."


def page_over() -> str:
    return "This link doesn't work any more: it is too old, or was used. You can make a new one in the chat."


def columns() -> Sequence[str]:
    return ("member_id", "name", "prefecture", "code", "valid_until", "link")


_STATES = {
    State.ASKED: "Waiting for a second person",
    State.MAKING: "▶️ Being made",
    State.READY: "✅ Ready",
    State.OPENED: "Downloaded",
    State.VOID: "Void: nobody downloaded it",
}
