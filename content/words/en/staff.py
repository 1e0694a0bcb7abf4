from collections.abc import Sequence
from datetime import datetime

from content.words.en import common
from content.words.staff import Act, Link

_LINKS: dict[Link, str] = {
    "none": "Not logged in",
    "linked": "Logged in",
    "blocked": "Logged in, but the bot is blocked",
}
_ACTS: dict[Act, str] = {"lift_lock": "Lift the lock", "give_code": "Issue a one-time code"}


def room_title() -> str:
    return "Staff · Find a member"


def room() -> tuple[str, ...]:
    return (
        "Please enter a member ID, a MAMIS ID or a name (in kanji, kana or Latin letters).",
        "Every search, view and change is logged with your name.",
    )


def too_long(longest: int) -> str:
    return f"A search term can have up to {longest} characters. Nothing was changed. Please enter a shorter one."


def nothing(text: str) -> str:
    return f"No member matches “{text}”. A member ID has 10 digits. You can try another search."


def results_title(text: str) -> str:
    return f"Find a member · {text}"


def results(total: int) -> str:
    return f"{total} members match. Tap a number to see the card."


def near(total: int) -> str:
    similar = "1 member has a similar name" if total == 1 else f"{total} members have similar names"
    return f"No member matches. {similar}. Tap a number to see the card."


def result(number: int, name: str, kana: str, member_no: str) -> str:
    return f"{number}  {name}{f' ({kana})' if kana else ''}  {member_no}"


def card_title(name: str, kana: str) -> str:
    return f"{name} ({kana})" if kana else name


def ids(member_no: str, mamis_id: str) -> str:
    return f"Member ID {member_no}\nMAMIS ID {mamis_id or 'none'}"


def link(link: Link, has_password: bool) -> str:
    return f"{_LINKS[link]} · Password: {'set' if has_password else 'still the initial one'}"


def locked(until: datetime) -> str:
    return f"⚠️ Login locked until {common.moment(until)}"


def not_locked() -> str:
    return "Login lock: none"


def code_out(until: datetime) -> str:
    return f"One-time code: valid until {common.moment(until)}"


def cannot_earn() -> str:
    return "⚠️ This user ID can't earn credits."


def under_way(courses: int) -> str:
    return f"Courses in progress: {courses or 'none'}"


def course(title: str, code: int, touched_at: datetime) -> str:
    return f"▶️ {title} (CC {code}) · {common.moment(touched_at)}"


def more_courses(further: int) -> str:
    return f"and {further} more"


def year(year: int, half_units: int, codes: int) -> str:
    named = common.fiscal_year(year).capitalize()
    return f"{named}: {common.credits(half_units)} · {codes} {'code' if codes == 1 else 'codes'}"


def to_act(act: Act) -> str:
    return _ACTS[act]


def to_room() -> str:
    return "Find another member"


def ask_why_title(act: Act, name: str) -> str:
    return f"{_ACTS[act]} · {name}"


def ask_why(act: Act, hours: int) -> tuple[str, ...]:
    does = {
        "lift_lock": "This clears the failed logins for this ID. "
        "Any wait due to failures from the member's own Telegram account remains.",
        "give_code": f"This issues a code to use once instead of the password, valid for {hours} hours. "
        "Any earlier code stops working.",
    }
    return (does[act], "", "Please choose a reason or enter one. It is logged.")


def reasons() -> Sequence[str]:
    return ("Verified by phone", "Verified in person", "Verified in writing")


def bad_reason(longest: int) -> str:
    return f"Please enter a reason of 2 to {longest} characters. Nothing has been changed yet."


def lifted() -> str:
    return "✅ The login lock for this ID was lifted."


def was_not_locked() -> str:
    return "There was no login lock. Your reason is logged."


def no_own_code() -> str:
    return "⚠️ You can't issue a code for yourself. This is logged, and the owners will be notified."


def code_title(name: str) -> str:
    return f"One-time code · {name}"


def code(code: str, until: datetime) -> tuple[str, ...]:
    return (
        code,
        "",
        "It can be used once instead of the password, "
        f"until {common.moment(until)}. The member then sets a new password.",
        "It can't be shown again once you leave this screen. Please give it only to the member.",
    )


def copy() -> str:
    return "Copy the code"


def to_card() -> str:
    return "See the member's card"
