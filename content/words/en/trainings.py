from datetime import date, datetime

from content.absence import given
from content.attendance.checkin import Hours
from content.attendance.training import AttendanceStanding, Form, Training
from content.prefectures import in_english
from content.study.course import CommonLecture
from content.words.en import common as forms
from content.words.en import common_lectures

_FORMS = {Form.IN_PERSON: "on site", Form.WEB_LIVE: "live on the web", Form.WEB_RECORDED: "recorded, on the web"}
_STATES = {
    AttendanceStanding.COMING: "upcoming",
    AttendanceStanding.ABSENT: "no attendance on record",
    AttendanceStanding.ENTERED: "checked in",
    AttendanceStanding.LEFT: "checked out",
    AttendanceStanding.AWAITING: "waiting for the organiser",
    AttendanceStanding.INCOMPLETE: "only check-in or check-out",
    AttendanceStanding.CLAIMED: "your claim is being checked",
    AttendanceStanding.REFUSED: "attendance not confirmed",
    AttendanceStanding.RECORDED: "recording (not attendance)",
}
_SIGNS = {
    AttendanceStanding.COMING: "⬜",
    AttendanceStanding.ABSENT: "⬜",
    AttendanceStanding.ENTERED: "▶️",
    AttendanceStanding.LEFT: "▶️",
    AttendanceStanding.AWAITING: "▶️",
    AttendanceStanding.CLAIMED: "▶️",
    AttendanceStanding.REGISTERED: "✅",
    AttendanceStanding.ELSEWHERE: "✅",
}
_FOLLOWS = {
    AttendanceStanding.ENTERED: "Check-out is from {leaving} (Japan). Please enter the code again when you leave.",
    AttendanceStanding.LEFT: "You get the credit once the organiser registers your attendance.",
    AttendanceStanding.AWAITING: (
        "You get the credit once the organiser registers your attendance. If it takes long, please ask the organiser."
    ),
    AttendanceStanding.INCOMPLETE: "Both check-in and check-out must be recorded.",
    AttendanceStanding.CLAIMED: "Staff are checking it. You get the credit once the organiser registers it.",
    AttendanceStanding.REFUSED: "Staff could not confirm your attendance. Please ask the organiser for details.",
    AttendanceStanding.REGISTERED: "It appears on certificates from the day after it was held, once it is registered.",
    AttendanceStanding.ELSEWHERE: "Trainings held in Osaka do not appear on certificates issued here. "
    "Please ask the Osaka Medical Association (大阪府医師会) for one.",
    AttendanceStanding.RECORDED: "Watching the recording of a web seminar does not count as attendance and earns no "
    "credit. The videos that earn credits are those of the e-learning courses.",
}


def title() -> str:
    return "Trainings · your record"


def registered(year: int, half_units: int, number: int) -> str:
    trainings = "training" if number == 1 else "trainings"
    return f"Registered in {forms.fiscal_year(year)}: {forms.credits(half_units)} ({number} {trainings})"


def nothing() -> str:
    return "There are no trainings on your record yet. They appear here once the organiser has registered you."


def line(number: int, training: Training, standing: AttendanceStanding, half_units: int) -> str:
    title = forms.marked(forms.titled(training), sample=training.sample)
    sign, name = _SIGNS.get(standing, "⚠️"), f"{title} (CC {training.code})"
    return f"{number} {sign} {forms.short_day(training.held_on)} · {name} · {state(standing, half_units)}"


def coming_title() -> str:
    return "Upcoming trainings"


def coming_line(number: int, training: Training) -> str:
    where = f"{in_english(training.prefecture)}, {form(training.form)}"
    what = f"CC {training.code} · {forms.credits(training.half_units)}"
    title = forms.marked(forms.titled(training), sample=training.sample)
    return f"{number} {forms.moment(training.starts_at)} · {title} · {where} · {what}"


def nothing_coming() -> str:
    return "No upcoming trainings are announced at the moment."


def to_trainings() -> str:
    return "See trainings"


def to_coming() -> str:
    return "See upcoming trainings"


def to_list() -> str:
    return "See my record"


def to_card() -> str:
    return "Go to the training"


def to_checkin() -> str:
    return "Enter a check-in code"


def card_title(training: Training) -> str:
    return f"{forms.titled(training)} (CC {training.code} · {forms.credits(training.half_units)})"


def organiser(training: Training) -> str:
    return f"{f'{forms.sample()} · ' if training.sample else ''}Held by {training.organiser}"


def when_and_where(training: Training) -> str:
    starts, ends = forms.time(training.starts_at), forms.time(training.ends_at)
    if training.form is Form.WEB_RECORDED:
        return f"{forms.moment(training.starts_at)} to {forms.moment(training.ends_at)} · {form(training.form)}"
    where = f"{in_english(training.prefecture)}, {form(training.form)}"
    return f"{forms.day(training.held_on)}, {starts} to {ends} (Japan) · {where}"


def form(form: Form) -> str:
    return _FORMS[form]


def common_lecture(common: CommonLecture) -> str:
    return f"Specialist common lecture · {common_lectures.category(common.category, common.half_units)}"


def state(standing: AttendanceStanding, half_units: int) -> str:
    if standing is AttendanceStanding.REGISTERED:
        return f"registered ({forms.credits(half_units)})"
    if standing is AttendanceStanding.ELSEWHERE:
        return f"registered ({forms.credits(half_units)}, Osaka)"
    return _STATES[standing]


def explained(training: Training, standing: AttendanceStanding, half_units: int, hours: Hours) -> tuple[str, ...]:
    leaving = f"{forms.time(hours.exit_from)} to {forms.time(hours.exit_until)}"
    if standing is AttendanceStanding.COMING:
        entry = (
            f"{forms.short_day(training.held_on)}, {forms.time(hours.entry_from)} to {forms.time(hours.entry_until)}"
        )
        return (
            f"⬜ Check-in {entry} · check-out {leaving} (Japan)",
            "Please check in and out with the code on the screen in the room. "
            "You get the credit once the organiser registers it.",
        )
    waiting = ", waiting for the organiser" if standing is AttendanceStanding.LEFT else ""
    said = state(standing, half_units)
    first = f"{_SIGNS.get(standing, '⚠️')} {said[:1].upper()}{said[1:]}{waiting}"
    follows = _FOLLOWS.get(standing)
    return given(first, follows.format(leaving=leaving) if follows else None)


def times(entered: datetime | None, left: datetime | None) -> str:
    def said(at: datetime | None) -> str:
        return forms.time(at) if at else "not recorded"

    return f"Check-in: {said(entered)} · check-out: {said(left)} (Japan)"


def to_enter() -> str:
    return "Enter the check-in code"


def to_leave() -> str:
    return "Enter the check-out code"


def to_claim() -> str:
    return "Claim attendance"


def attended_title() -> str:
    return "Your attendance is registered"


def attended(training: Training, held_on: date) -> str:
    return f"The organiser registered that you attended “{forms.titled(training)}” on {forms.day(held_on)}."


def told_title() -> str:
    return "You earned a training credit"


def told(training: Training, half_units: int, held_on: date, *, elsewhere: bool) -> tuple[str, ...]:
    earned = (
        f"You attended “{forms.titled(training)}” on {forms.day(held_on)} and "
        f"earned {forms.credits(half_units)} in CC {training.code}."
    )
    if elsewhere:
        return (
            earned,
            "It was held in Osaka: please ask the Osaka Medical Association (大阪府医師会) for a certificate.",
        )
    return (earned, "It appears on certificates from the day after it was held.")
