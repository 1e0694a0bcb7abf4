from collections.abc import Sequence
from datetime import datetime

from content.operator import Profile
from content.staff.viewing import Ended
from content.words.en import common, operator

_ENDED: dict[Ended, str] = {
    Ended.BUTTON: "You are no longer viewing as this member.",
    Ended.COMMAND: "You are no longer viewing as this member.",
    Ended.TIME: "The time is up, so viewing has ended. Your last request was not carried out.",
    Ended.RIGHT: "You no longer have the role, so viewing has ended. Your last request was not carried out.",
    Ended.ROLE: "This member now has a role, so viewing has ended. Your last request was not carried out.",
}


def to_view() -> str:
    return "View as this member"


def ask_title(name: str) -> str:
    return f"View as this member · {name}"


def ask(minutes: int) -> Sequence[str]:
    return (
        f"For {minutes} minutes you see the bot exactly as this member does. You can only look; nothing is changed.",
        "Certificates and other files, the copy of personal data, videos and codes stay closed.",
        "Viewing is logged with your name, and the member is told afterwards, with the reason.",
        "",
        "Please choose a reason or enter one.",
    )


def reasons() -> Sequence[str]:
    return ("The member has a question", "Checking a fault", "Preparing guidance")


def own() -> str:
    return "⚠️ You can't view your own screens this way. Nothing was recorded."


def holds_a_role() -> str:
    return "⚠️ You can't view the screens of somebody who has a role. Nothing was recorded."


def banner(name: str, until: datetime) -> str:
    return f"🔒 Viewing as {name} (read-only, until {common.time(until)})"


def begun() -> Sequence[str]:
    return (
        "What follows is what this member sees. Commands and searches are answered as they are for this member.",
        "To finish, tap “Stop viewing” or send /end_view.",
    )


def to_begin() -> str:
    return "Go to home"


def to_end() -> str:
    return "Stop viewing"


def ended_title() -> str:
    return "Viewing as a member"


def ended(name: str, how: Ended) -> Sequence[str]:
    return (name, _ENDED[how], "The member will be told of it.")


def over() -> str:
    return "Viewing has ended. To view again, please start from the member's card."


def told_title() -> str:
    return "The office viewed the bot as you see it"


def told(at: datetime, until: datetime, why: str, profile: Profile) -> Sequence[str]:
    return (
        f"This was between {common.moment(at)} and {common.time(until)}.",
        *[f"Reason: {why}"] * bool(why),
        "",
        "Staff only looked: nothing in your record was changed, and no certificate, file or video was opened.",
        operator.ask(profile),
    )
