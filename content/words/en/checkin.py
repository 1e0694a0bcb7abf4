from datetime import date, datetime

from content.attendance.checkin import Door, Hours
from content.staff.rights import Act
from content.words.en import common as forms
from content.words.en import rights

_DOORS = {Door.ENTRY: "check-in", Door.EXIT: "check-out"}


def title() -> str:
    return "Check in at a training"


def ask() -> str:
    return (
        "Please enter the eight-character code shown on the screen in the room. "
        "It changes every 30 seconds. You can also scan the QR code."
    )


def named(title: str) -> str:
    return f"“{title}”"


def open_now() -> str:
    return "Open now"


def open_line(title: str, door: Door, until: datetime) -> str:
    return f"▶️ {title} · {_DOORS[door]} until {forms.time(until)} (Japan)"


def nothing_open() -> str:
    return "No training is open for check-in at the moment."


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
    return "Your check-in and check-out are recorded. You get the credit once the organiser registers your attendance."


def no_entry() -> str:
    return (
        "⚠️ There is no check-in on record, so this does not count as attendance yet. "
        "Your check-out is saved. Please use “Claim attendance”."
    )


def unreadable() -> str:
    return (
        "A code has eight characters: the digits 2 to 9, and letters other than I and O. Nothing was recorded. "
        "Please enter it as the screen shows it."
    )


def wrong() -> str:
    return "This code does not belong to any open training. Nothing was recorded. Please check the screen again."


def wrong_and_wait(seconds: int) -> str:
    return (
        f"Too many wrong codes: please try again in {forms.wait(seconds)}. Nothing was recorded. "
        "If that is too late, please speak to the staff at the venue."
    )


def wait(seconds: int) -> str:
    return (
        "Too many wrong codes: this one was not checked. "
        f"You can try again in {forms.wait(seconds)}. If that is too late, please speak to the staff at the venue."
    )


def expired(title: str, shown_at: datetime) -> str:
    return (
        f"“{title}” showed this code at about {forms.time(shown_at)} (Japan); codes are valid for about a minute. "
        "Nothing was recorded. Please enter the code on the screen now."
    )


def of_another_day(title: str, day: date) -> str:
    return (
        f"This code is for “{title}” on {forms.short_day(day)}, which is over. Nothing was recorded. "
        "Entering a code later, or watching the recording, does not count as attendance."
    )


def over_today(title: str, until: datetime) -> str:
    return (
        f"Check-in for “{title}” closed at {forms.time(until)} (Japan). "
        "Nothing was recorded. If you were there, please claim your attendance from /trainings."
    )


def of_another(wanted: str, found: str) -> str:
    return (
        f"This code is for “{found}”, not for “{wanted}”. Nothing was recorded. "
        "Please enter the code for the training you are attending."
    )


def too_early(title: str, hours: Hours) -> str:
    return (
        f"Check-in for “{title}” opens on {forms.moment(hours.entry_from)}. "
        "Nothing was recorded. Please enter the code again then."
    )


def between(title: str, hours: Hours, *, entered: bool) -> str:
    opens = f"Check-out opens at {forms.time(hours.exit_from)} (Japan)."
    if entered:
        return f"Your check-in at “{title}” is recorded. {opens} Please enter a code again when you leave."
    return f"Check-in for “{title}” closed at {forms.time(hours.entry_until)} (Japan). {opens} Nothing was recorded."


def elsewhere_now(wanted: str, inside: str) -> str:
    return (
        f"You are checked in at “{inside}”, which is held at the same time, so you can't check in at “{wanted}”. "
        "Your existing check-in is unchanged. If it is a mistake, please speak to the staff at the venue."
    )


def bad_link() -> str:
    return "You can't check in with this link. Nothing was recorded. Please enter the code on the screen in the room."


def again() -> str:
    return "Enter a code"


def claim_title() -> str:
    return "Claim attendance"


def ask_claim(title: str) -> tuple[str, ...]:
    return (
        f"“{title}”",
        "If you were there and could not check in or out, please say what happened "
        "(for example: my phone's battery was flat, so I signed the list at 10:25).",
        "Staff will check it against the organiser's list.",
    )


def bad_claim(shortest: int, longest: int) -> str:
    return f"Please write {shortest} to {longest} characters. Nothing has been sent yet. Please try again."


def claimed(title: str) -> tuple[str, ...]:
    return (
        f"▶️ Your claim for “{title}” has been received.",
        "Staff will check it against the organiser's list. The result will come to this chat and appear in /trainings.",
    )


def claimed_before() -> str:
    return "Your claim for this training has already been received."


def receptions_title() -> str:
    return "Check-in codes for trainings"


def receptions() -> str:
    return "Tap a number to open the page to show in the room, with the code and QR code. They change every 30 seconds."


def reception(number: int, title: str, starts_at: datetime, organiser: str) -> str:
    return f"{number} {forms.moment(starts_at)} · {title} · {organiser}"


def no_receptions() -> str:
    return "No training is open for check-in or starts within 24 hours."


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
        return f"Check-in opens on {forms.moment(hours.entry_from)}."
    if now < hours.exit_from:
        return f"Check-out opens at {forms.time(hours.exit_from)} (Japan)."
    return "Check-in and check-out are closed."


def page_next(seconds: str) -> str:
    return f"changes in {seconds} s"


def page_qr() -> str:
    return "QR code that opens the chat and checks you in"


def page_unreachable() -> str:
    return "No connection. A new code will appear once you are back online"


def page_refused() -> str:
    return f"This page has expired. Please open it again from /staff, “{rights.to_room(Act.SHOW_CHECKIN_CODES)}”."


def page_no_script() -> str:
    return "This page needs JavaScript."
