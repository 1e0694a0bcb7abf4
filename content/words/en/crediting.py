from collections.abc import Mapping, Sequence
from datetime import date

from content.certificates.unlisted import CertifiedElsewhere, LineReason
from content.operator import Profile
from content.staff.crediting import LONGEST_TITLE, SHORTEST, Of, Outcome, Slip, Step, Told
from content.words.en import common, course, ledger, operator, why

_OF: Mapping[Of, str] = {
    Of.COURSE: "A course",
    Of.JOURNAL: "A journal quiz",
    Of.TRAINING: "A training",
    Of.OTHER: "Something else",
}
_NAMES: Mapping[Of, str] = {
    Of.COURSE: "Choose a published course: enter its title, a chapter, a supervisor or its CC number.",
    Of.JOURNAL: "Choose an issue whose answers are published: enter the issue (2026-11), its feature or its CC number.",
    Of.TRAINING: "Choose a training that its organiser registered and that is over (recordings excluded): enter its "
    "title or organiser.",
    Of.OTHER: "",
}
_ASKS: Mapping[Step, Sequence[str]] = {
    Step.TITLE: (
        "What is the credit for?",
        "The member sees this title, and it stays on record. Please don't write anything that identifies a person.",
    ),
    Step.ORGANISER: ("Who organised it?",),
    Step.CODE: ("Please enter the number of the curriculum code (0 to 83).",),
    Step.UNITS: ("How many credits? Choose or enter a number, in steps of 0.5.",),
    Step.DAY: ("On which day was it earned? Choose or enter a day, such as 2026-11-03.",),
    Step.WHY: (
        "Please choose a reason for the grant or enter one (2 to 200 characters).",
        "The member reads it, and it is logged.",
    ),
}
_SLIPS: Mapping[Slip, str] = {
    Slip.LENGTH: f"Please enter {SHORTEST} to {LONGEST_TITLE} characters.",
    Slip.REASON: "Please enter a reason of 2 to 200 characters.",
    Slip.NO_CODE: "Please enter one number from 0 to 83.",
    Slip.NO_UNITS: "Please enter a number of credits in steps of 0.5, such as 1.5.",
    Slip.NO_DAY: "This can't be read as a day. Please enter one such as 2026-11-03.",
    Slip.AHEAD: "A credit can't be granted for a day after today.",
    Slip.EARLY: "A credit can't be granted for a day before the programme began (April 1987).",
}
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.DONE: "✅ Done.",
    Outcome.OWN: "⚠️ You can't handle your own credits. A colleague does. Nothing was changed.",
    Outcome.CANNOT_EARN: "⚠️ This user ID can't earn credits. Nothing was changed.",
    Outcome.STANDS: "⚠️ The credit for this has been earned already. It is granted only once. Nothing was changed.",
    Outcome.GONE: "⚠️ This credit was withdrawn before. Nothing was changed.",
    Outcome.CHANGED: "⚠️ The record has changed since this was shown. Please check it and choose again.",
}


def to_list() -> str:
    return "Grant or withdraw credits"


def list_title(name: str) -> str:
    return f"Credits · {name}"


def line(place: int, day: date, title: str, code: int, half_units: int) -> str:
    return f"{place}  {common.day(day)} {course.title(title, code, half_units)}"


def how(credits: int) -> str:
    return "Tap the number of a credit to withdraw it." if credits else "No credit stands."


def to_grant() -> str:
    return "Grant a credit"


def grant_title(name: str) -> str:
    return f"Grant a credit · {name}"


def ask_of() -> Sequence[str]:
    return (
        "What is the credit for?",
        "Certificates show courses, and trainings that their organiser registered.",
        "Unregistered trainings and congresses are “Something else”. Like declarations, they count towards 60 and are "
        "on no certificate.",
    )


def of(of: Of) -> str:
    return _OF[of]


def ask_name(of: Of) -> Sequence[str]:
    return (_NAMES[of],)


def found(place: int, title: str, code: int, half_units: int) -> str:
    return f"{place}  {course.title(title, code, half_units)}"


def further(number: int) -> str:
    return f"{number} more match. Please enter more of the name."


def not_found(of: Of, text: str) -> str:
    return f"Nothing matches “{text}”. Please enter something else."


def ask(step: Step) -> Sequence[str]:
    return _ASKS[step]


def today() -> str:
    return "Today"


def yesterday() -> str:
    return "Yesterday"


def slip(slip: Slip) -> str:
    return f"⚠️ {_SLIPS[slip]}"


def granting() -> Sequence[str]:
    return ("On the organiser's list", "Completion was confirmed", "Makes up for a fault")


def do_grant() -> str:
    return "Grant this credit"


def reverse_title(name: str) -> str:
    return f"Withdraw a credit · {name}"


def ask_reverse() -> str:
    return "Please choose a reason or enter one (2 to 200 characters). The member reads it, and it is logged."


def shown_on(numbers: Sequence[str]) -> str:
    if not numbers:
        return "No valid certificate shows this credit."
    return f"Certificates that show this credit: {', '.join(numbers)}. They will then wait for an officer."


def reversing() -> Sequence[str]:
    return ("Recorded twice", "Recorded by mistake", "Organiser's correction")


def do_reverse() -> str:
    return "Withdraw this credit"


def preview() -> str:
    return "The member will read:"


def final() -> str:
    return "Nothing has been changed yet. The button puts it on record and notifies the member."


def said_of(outcome: Outcome) -> str:
    return _OUTCOMES[outcome]


def granted() -> str:
    return "✅ The credit was granted. The member will be notified."


def reversed(certificates: int) -> str:
    if not certificates:
        return "✅ The credit was withdrawn. The member will be notified."
    wait = "1 certificate waits" if certificates == 1 else f"{certificates} certificates wait"
    return f"✅ The credit was withdrawn. The member will be notified. {wait} for an officer."


def granted_title() -> str:
    return "You were granted a credit"


def told_granted(told: Told, profile: Profile) -> Sequence[str]:
    return (
        *_credit(told),
        *(why.common(one.category, one.half_units) for one in told.common),
        f"Reason: {told.why}",
        "",
        _certified(told.never_certified),
        operator.ask(profile),
    )


def reversed_title() -> str:
    return "⚠️ A credit was withdrawn"


def told_reversed(told: Told, profile: Profile) -> Sequence[str]:
    numbers = ", ".join(told.certificates)
    shown = [f"Certificates that show it: {numbers}", "Staff will look at them and notify you."] if numbers else []
    return (
        *_credit(told),
        f"Reason: {told.why}",
        "",
        "It is no longer in any total, nor in the 60.",
        *shown,
        operator.ask(profile),
    )


def _credit(told: Told) -> Sequence[str]:
    title = course.title(common.marked(told.title, sample=told.sample), told.code, told.half_units)
    by = f" · {told.organiser}" if told.organiser else ""
    return title, f"{common.day(told.day)} · {ledger.kind(told.kind)}{by}"


def _certified(never: LineReason | None) -> str:
    if never is None:
        return "📄 Certificates can show it from the day after it was earned."
    if isinstance(never, CertifiedElsewhere):
        return "No certificate shows it. For trainings held in Osaka, please ask the Osaka Medical Association."
    return "It counts towards 60. No certificate shows it."
