from collections.abc import Mapping, Sequence
from datetime import datetime

from content.announcing.announcement import MOST_ALONE, Against, Report, State
from content.words.en import common

_AGAINST: Mapping[Against, str] = {
    Against.COUNTING: "Its readers are being counted. This screen shows how many they are as soon as that is done.",
    Against.NOBODY: "⚠️ It can't be sent, because it reaches nobody.",
    Against.NO_TEXT: "⚠️ It needs a text in Japanese and in English.",
    Against.CHANGED: "⚠️ It has changed since this was shown. Please check it, and choose again.",
    Against.BEGUN: "⚠️ It has been sent or scheduled, and can't be changed any more.",
    Against.NOT_GOING: "⚠️ It is not being sent. Nothing was changed.",
    Against.NOT_PAUSED: "⚠️ It is not paused. Nothing was changed.",
    Against.GREW: f"⚠️ It was paused, because it now reaches more than {MOST_ALONE} people. "
    "It goes on once a second person confirms it.",
}


def to_refresh() -> str:
    return "How it stands now"


def to_pause() -> str:
    return "Pause"


def to_go_on() -> str:
    return "Go on"


def to_cancel() -> str:
    return "Cancel it"


def preview_below() -> str:
    return "Each member gets one of the two messages below, in the member's language."


def trial_comes() -> str:
    return "Both messages are on their way to you."


def ask_send(at: datetime | None) -> Sequence[str]:
    when = f"Sending begins on {common.moment(at)}." if at else "Sending begins at once."
    return (when, "What was sent can't be taken back. You can pause or cancel the rest.")


def do_send(number: int) -> str:
    return f"Send to {number:,}"


def started(at: datetime | None) -> str:
    return f"✅ It will be sent on {common.moment(at)}." if at else "✅ Sending has begun."


def against(against: Against) -> str:
    return _AGAINST[against]


def progress(bar: str, ended: int, number: int) -> str:
    return f"{bar} ({ended:,} of {number:,})"


def report(report: Report) -> Sequence[str]:
    return (
        f"Sent: {report.sent:,}",
        f"Blocked the bot or left Telegram: {report.blocked:,}",
        f"Failed: {report.failed:,}",
        f"Unknown whether it arrived: {report.unknown:,} (not sent again, so that nobody gets it twice)",
        f"Not wanted any more: {report.unwanted:,} (switched off, logged out, or cancelled)",
    )


def by_hour(at: datetime, number: int) -> str:
    return f"{common.moment(at)}, one hour: {number:,}"


def to_unknowns() -> str:
    return "Delivery unknown"


def unknowns() -> str:
    return (
        "The connection was lost while it was being sent to these people, so nobody knows whether it arrived. "
        "It will not be sent again, so that nobody gets it twice."
    )


def no_unknowns() -> str:
    return "It is known for everybody whether it arrived."


def unknowns_ended() -> str:
    return "Who they were is kept no longer. Only their number is."


def unknown_line(number: int, name: str) -> str:
    return f"{number} {name}"


def paused() -> str:
    return "Paused. What was already on its way still arrives."


def ask_cancel() -> str:
    return "If you cancel it, it reaches nobody else, and it can't go on later. Cancel it?"


def cancelled() -> str:
    return "Cancelled."


def over_title(state: State) -> str:
    return "The announcement was paused" if state is State.PAUSED else "The announcement was sent"


def to_stop() -> str:
    return "Stop announcements"


def stopped() -> str:
    return "You get no more announcements from the office. You can change this in the settings at any time."


def switch(wanted: bool) -> str:
    return f"Announcements from the office: {'on' if wanted else 'off'}"


def to_switch(to: bool) -> str:
    return f"{'Get' if to else 'Stop'} announcements"


def switched(wanted: bool) -> str:
    return f"Announcements from the office are {'on' if wanted else 'off'}."
