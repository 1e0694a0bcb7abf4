from collections.abc import Sequence
from datetime import datetime

from content.operator import Profile
from content.words.en import common, operator


def to_change(*, ends: bool) -> str:
    return "End the membership" if ends else "Resume the membership"


def ended(at: datetime) -> str:
    return f"⚠️ Membership ended on {common.moment(at)}"


def title(name: str, *, ends: bool) -> str:
    return f"{to_change(ends=ends)} · {name}"


def ask(*, ends: bool) -> Sequence[str]:
    does = (
        "Once it has ended, the member can't earn new credits. The record can still be read, and certificates of past "
        "credits can still be issued."
        if ends
        else "Once it is resumed, the member can earn credits again. Tests and quizzes passed in between bring none."
    )
    return (does, "", "Please choose a reason or enter one. The member reads it, and it is logged.")


def reasons(*, ends: bool) -> Sequence[str]:
    return (
        ("Left the association", "Moved to another association", "Unpaid dues")
        if ends
        else ("Rejoined", "Ended by mistake")
    )


def own() -> str:
    return "⚠️ You can't change your own membership; a colleague can. Nothing was changed."


def done(*, ends: bool) -> str:
    said = "ended" if ends else "resumed"
    return f"✅ The membership was {said}. The member will be told."


def is_so(*, ends: bool) -> str:
    return "The membership has already ended." if ends else "The membership has not ended."


def told_title(*, ends: bool) -> str:
    return "Your membership has ended" if ends else "Your membership was resumed"


def told(why: str, profile: Profile, *, ends: bool) -> Sequence[str]:
    means = (
        "You can't earn new credits. You can still see your record, and have certificates of past credits issued."
        if ends
        else "You can earn credits again."
    )
    return (*[f"Reason: {why}"] * bool(why), means, operator.ask(profile))
