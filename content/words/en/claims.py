from collections.abc import Sequence

from content.attendance.attending import Claim
from content.attendance.training import Training
from content.words.en import common as forms

_VERDICTS = {
    Claim.ACCEPTED: "✅ Accepted",
    Claim.REFUSED: "⚠️ Refused",
    Claim.SETTLED: "✅ Closed: the organiser registered it",
}
_ACCEPTING = ("On the organiser's list", "Confirmed by the organiser", "Signed in at the desk")
_REFUSING = ("Not on the list", "Organiser can't confirm", "Not there long enough")


def title(waiting: int) -> str:
    return f"Attendance claims · {waiting}"


def line(number: int, name: str, member_no: str, training: str, waited: str) -> str:
    return f"{number} {name} · {member_no} · {training} · {waited}"


def card_title(name: str, kana: str) -> str:
    return f"Attendance claim · {name}{f' ({kana})' if kana else ''}"


def member_no(member_no: str) -> str:
    return f"Member ID {member_no}"


def registered(half_units: int, *, others: bool) -> str:
    if half_units:
        return f"The organiser has registered this member ({forms.credits(half_units)})."
    if others:
        return "The organiser has registered the other attendees: if you accept, the credit is granted at once."
    return "The organiser has not registered anyone yet: if you accept, the credit follows when they do."


def said(note: str) -> str:
    return f"“{note}”"


def earlier(total: int, accepted: int, refused: int) -> str:
    return f"Earlier claims: {total} ({accepted} accepted, {refused} refused)" if total else "Earlier claims: none"


def cannot_earn() -> str:
    return "⚠️ This user ID can't earn credits, so this can't be accepted."


def verdict(claim: Claim) -> str:
    return _VERDICTS[claim]


def to_close() -> str:
    return "Close as registered"


def why_closed() -> str:
    return "The organiser registered it"


def to_accept() -> str:
    return "Accept"


def to_refuse() -> str:
    return "Refuse"


def ask_why_title(name: str, *, accept: bool) -> str:
    return f"{'Accept' if accept else 'Refuse'} the claim · {name}"


def what_follows(half_units: int, *, accept: bool, at_once: bool) -> str:
    if not accept:
        return "No credit is granted, and the member can't claim this training again."
    if at_once:
        return f"The organiser has registered the others, so {forms.credits(half_units)} will be granted at once."
    return "As for members who checked in and out, the credit is granted when the organiser registers it."


def reasons(*, accept: bool) -> Sequence[str]:
    return _ACCEPTING if accept else _REFUSING


def done(claim: Claim, half_units: int) -> str:
    if claim is Claim.REFUSED:
        return "✅ Refused. The member will be notified, with your reason."
    if claim is Claim.SETTLED:
        return "✅ Closed as registered."
    if half_units:
        return f"✅ Accepted: {forms.credits(half_units)} granted. The member will be notified."
    return "✅ Accepted. The member will be notified. The credit is granted when the organiser registers it."


def nothing_to_decide() -> str:
    return "⚠️ The organiser has registered this member, so there is nothing to decide. Nothing was changed."


def not_registered() -> str:
    return "⚠️ It is not registered yet, so it can't be closed. Please accept or refuse it."


def accepted_title() -> str:
    return "Your attendance was confirmed"


def refused_title() -> str:
    return "Your attendance could not be confirmed"


def accepted(training: Training) -> tuple[str, ...]:
    return (
        f"Staff confirmed that you attended “{forms.titled(training)}” on {forms.day(training.held_on)}.",
        f"It becomes {forms.credits(training.half_units)} of CC {training.code} when its organiser "
        f"({training.organiser}) registers it. You will be notified then.",
    )


def refused(training: Training, reason: str) -> tuple[str, ...]:
    return (
        f"Staff could not confirm that you attended “{forms.titled(training)}” on {forms.day(training.held_on)}.",
        f"Reason: {reason}",
        "Your credits and your check-in records stay as they are.",
        f"If you have questions, please ask its organiser ({training.organiser}). "
        "If the organiser registers it, it becomes a credit.",
    )
