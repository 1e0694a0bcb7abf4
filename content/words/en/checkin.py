from datetime import date, datetime

from content.checkin import Door, Hours
from content.words.en import common as forms

_DOORS = {Door.ENTRY: "check-in", Door.EXIT: "check-out"}


def title() -> str:
    return "Check in at a training"


def ask() -> str:
    return (
        "Please enter the eight characters on the screen in the room. "
        "They change every 30 seconds. You can also scan the QR code."
    )


def named(title: str) -> str:
    return f"“{title}”"


def open_now() -> str:
    return "Open now"


def open_line(title: str, door: Door, until: datetime) -> str:
    return f"▶️ {title} · {_DOORS[door]} until {forms.time(until)} (Japan)"


def nothing_open() -> str:
    return "No training is open for check-in at present."


def more_open(further: int) -> str:
    return f"and {further} more"


def recorded_title(door: Door) -> str:
    return f"Your {_DOORS[door]} is recorded"


def recorded(title: str, door: Door, at: datetime, *, new: bool) -> str:
    if new:
        return f"✅ “{title}” · {_DOORS[door]} {forms.moment(at)}"
    return f"✅ Your {_DOORS[door]} at “{title}” was already recorded: {forms.moment(at)}."


def leave_too(hours: Hours) -> str:
    return (
        f"Check-out is from {forms.time(hours.exit_from)} to {forms.time(hours.exit_until)} (Japan). "
        "Please enter the code again when you leave."
    )


def awaiting() -> str:
    return "Both are recorded. It becomes a credit when the organiser registers your attendance."


def no_entry() -> str:
    return (
        "⚠️ There is no check-in on record, so this does not count as attendance yet. "
        "Your check-out is kept. Please use “Claim attendance”."
    )


def unreadable() -> str:
    return (
        "A code has eight characters: the digits 2 to 9, and letters other than I and O. Nothing was recorded. "
        "Please enter it as the screen shows it."
    )


def wrong() -> str:
    return "No training shows this code. Nothing was recorded. Please look at the screen again."


def wrong_and_wait(seconds: int) -> str:
    return (
        f"Too many wrong codes: the next one can be entered in {forms.wait(seconds)}. Nothing was recorded. "
        "If that is too late, please speak to those in charge of the room."
    )


def wait(seconds: int) -> str:
    return (
        "Too many wrong codes: this one was not looked at. "
        f"You can enter one in {forms.wait(seconds)}. If that is too late, please speak to those in charge of the room."
    )


def expired(title: str, shown_at: datetime) -> str:
    return (
        f"“{title}” showed this code at about {forms.time(shown_at)}; a code is good for about a minute. "
        "Nothing was recorded. Please enter the code that the screen shows now."
    )


def of_another_day(title: str, day: date) -> str:
    return (
        f"This is a code of “{title}” on {forms.short_day(day)}, which is over. Nothing was recorded. "
        "Entering a code later, or watching the recording, does not count as attendance."
    )


def over_today(title: str, until: datetime) -> str:
    return (
        f"“{title}” took codes until {forms.time(until)} (Japan). "
        "Nothing was recorded. If you were there, please claim it at /trainings."
    )


def of_another(wanted: str, found: str) -> str:
    return (
        f"This is a code of “{found}”, not of “{wanted}”. Nothing was recorded. "
        "Please enter the code of the training that you attend."
    )


def too_early(title: str, hours: Hours) -> str:
    return (
        f"Check-in at “{title}” begins on {forms.moment(hours.entry_from)}. "
        "Nothing was recorded. Please enter it again then."
    )


def between(title: str, hours: Hours, *, entered: bool) -> str:
    opens = f"Check-out begins at {forms.time(hours.exit_from)} (Japan)."
    if entered:
        return f"Your check-in at “{title}” is recorded. {opens} Please enter a code again when you leave."
    return f"Check-in at “{title}” ended at {forms.time(hours.entry_until)}. {opens} Nothing was recorded."


def elsewhere_now(wanted: str, inside: str) -> str:
    return (
        f"You are checked in at “{inside}”, which is held at the same time, so you can't be at “{wanted}”. "
        "That check-in stays. If it is a mistake, please speak to those in charge of the room."
    )


def bad_link() -> str:
    return "This link does not check you in. Nothing was recorded. Please enter the code on the screen in the room."


def again() -> str:
    return "Enter a code"


def claim_title() -> str:
    return "Claim attendance"


def ask_claim(title: str) -> tuple[str, ...]:
    return (
        f"“{title}”",
        "If you were there and could not check in or out, please say what happened "
        "(for example: my phone's battery was empty, I signed the list at 10:25).",
        "Staff compare it with the organiser's list.",
    )


def bad_claim(shortest: int, longest: int) -> str:
    return f"A claim has {shortest} to {longest} characters. Nothing has been sent yet. Please write it again."


def claimed(title: str) -> tuple[str, ...]:
    return (
        f"▶️ Your claim for “{title}” has been received.",
        "Staff compare it with the organiser's list. You will be told in this chat, and /trainings shows the outcome.",
    )


def claimed_before() -> str:
    return "Your claim for this training has already been received."


def receptions_title() -> str:
    return "Check-in codes of trainings"


def receptions() -> str:
    return "A number opens the page with the code and the QR code to be shown in the room. It changes every 30 seconds."


def reception(number: int, title: str, starts_at: datetime, organiser: str) -> str:
    return f"{number} {forms.moment(starts_at)} · {title} · {organiser}"


def no_receptions() -> str:
    return "No training is under way or begins within 24 hours."


def page_title() -> str:
    return "Check-in code"


def page_how() -> str:
    return "Scan the QR code, or enter /checkin and the code in the chat"


def page_door(door: Door) -> str:
    return _DOORS[door].capitalize()


def page_until(until: datetime) -> str:
    return f"until {forms.time(until)} (Japan)"


def page_closed(hours: Hours, now: datetime) -> str:
    if now < hours.entry_from:
        return f"Check-in begins on {forms.moment(hours.entry_from)}."
    if now < hours.exit_from:
        return f"Check-out begins at {forms.time(hours.exit_from)} (Japan)."
    return "Check-in and check-out are over."


def page_next(seconds: str) -> str:
    return f"changes in {seconds} s"


def page_qr() -> str:
    return "QR code that opens the chat and checks you in"


def page_unreachable() -> str:
    return "No connection. A new code appears as soon as there is one"


def page_refused() -> str:
    return "This page has expired. Please open it again from /staff, “Check-in codes”."


def page_no_script() -> str:
    return "This page needs JavaScript."
