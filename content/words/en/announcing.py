from collections.abc import Mapping, Sequence
from datetime import date, datetime

from content.announcing.announcement import Audience, Language, Of, Page, State
from content.announcing.typed import LATEST, Slip
from content.curriculum import load
from content.prefectures import in_english
from content.staff.rights import Role
from content.words.en import common, rights

_OF: Mapping[Of, str] = {
    Of.ALL: "Everybody",
    Of.PREFECTURE: "A prefecture",
    Of.ROLE: "A role of staff",
    Of.CODE: "A missing code",
    Of.COURSE: "An unfinished course",
    Of.SINCE: "Not logged in since",
}
_VALUES: Mapping[Of, str] = {
    Of.ALL: "",
    Of.PREFECTURE: "Please choose the prefecture.",
    Of.ROLE: "Please choose the role.",
    Of.CODE: "Please enter the number of a curriculum code (0 to 83). "
    "It goes to members without a credit of it in the years that count for the goal.",
    Of.COURSE: "Please choose the course. It goes to members who began it and have not finished it.",
    Of.SINCE: "Please enter a day (for example 2026/11/1). "
    "It goes to members who logged in before that day and have not logged in again since.",
}
_LANGUAGES: Mapping[Language, str] = {Language.JA: "Japanese", Language.EN: "English"}
_STATES: Mapping[State, str] = {
    State.DRAFT: "draft",
    State.GOING: "being sent or scheduled",
    State.PAUSED: "paused",
    State.DONE: "sent",
    State.CANCELLED: "cancelled",
}
_PAGES: Mapping[Page, str] = {
    Page.COURSES: "Find courses",
    Page.CREDITS: "See my credits",
    Page.CERTIFICATE: "My certificates",
    Page.JOURNAL: "The journal quiz",
    Page.TRAININGS: "See trainings",
    Page.DECLARE: "My declarations",
    Page.REQUESTS: "My requests",
}
_SLIPS: Mapping[Slip, str] = {
    Slip.EMPTY: "There is no text in it. Please enter some.",
    Slip.REST: "This looks like the rest of a text that was too long. Please wait a moment, then send a shorter text.",
    Slip.NO_CODE: "Please enter one number from 0 to 83.",
    Slip.NO_DAY: "This could not be read as a day. Please enter it like 2026/11/1.",
    Slip.AHEAD: "This day is still ahead.",
    Slip.NO_MOMENT: "This could not be read as a day and a time. Please enter it like 12/1 9:00.",
    Slip.PAST: "This moment has passed.",
    Slip.TOO_LATE: f"This is more than {LATEST.days} days ahead.",
}


def title() -> str:
    return "Announcements"


def none_yet() -> str:
    return "There are no announcements yet."


def line(place: int, title: str, state: State) -> str:
    return f"{place}. {title} ({_STATES[state]})"


def to_new() -> str:
    return "New announcement"


def new_title() -> str:
    return "New announcement"


def ask_of() -> Sequence[str]:
    return (
        "Who is it for?",
        "It does not go to anybody who is not logged in, has blocked the bot, or has switched announcements off.",
    )


def of(of: Of) -> str:
    return _OF[of]


def ask_value(of: Of) -> str:
    return _VALUES[of]


def audience(audience: Audience, title: str) -> str:
    return f"For: {_audience(audience, title)}"


def ask_text(language: Language, longest: int) -> Sequence[str]:
    return (
        f"Please enter the text in {_LANGUAGES[language]} (up to {longest} characters).",
        "Its first line becomes the heading, in bold. Please write nothing that identifies a person.",
    )


def slip(slip: Slip, longest: int) -> str:
    return f"The text is too long: {longest} characters at most." if slip is Slip.LONG else _SLIPS[slip]


def bare_title() -> str:
    return "(no text)"


def card_title(title: str) -> str:
    return f"Announcement: {title}"


def state(state: State) -> str:
    return f"State: {_STATES[state]}"


def people(number: int, at: datetime | None) -> str:
    when = f" (as of {common.moment(at)})" if at else ""
    return f"Reaches: {number:,}{when}"


def counting() -> str:
    return "Reaches: being counted"


def text_line(language: Language, letters: int) -> str:
    return f"Text in {_LANGUAGES[language]}: {f'{letters:,} characters' if letters else 'none'}"


def button_line(label: str) -> str:
    return f"Button: {label or 'none'}"


def when(at: datetime | None) -> str:
    return f"Goes: {common.moment(at) if at else 'at once'}"


def needs_second(most: int) -> str:
    return f"It reaches more than {most} people, so a second person must confirm it."


def to_text(language: Language) -> str:
    return f"{_LANGUAGES[language]} text"


def to_button() -> str:
    return "Its button"


def to_moment() -> str:
    return "Its time"


def to_preview() -> str:
    return "Preview"


def to_trial() -> str:
    return "Send it to me"


def to_count() -> str:
    return "Count again"


def to_remove() -> str:
    return "Delete draft"


def to_send() -> str:
    return "Go on to sending"


def ask_button() -> str:
    return "Please choose the button of the announcement. It opens this page."


def page(page: Page) -> str:
    return _PAGES[page]


def to_course() -> str:
    return "Open the course"


def by_course() -> str:
    return "Choose a course"


def without() -> str:
    return "No button"


def ask_moment() -> Sequence[str]:
    return (
        "Please enter when to begin (for example 12/1 9:00), in Japan's time.",
        "Members in their quiet hours get it when these end.",
    )


def at_once() -> str:
    return "Send it at once"


def ask_remove() -> str:
    return "Delete this draft? This can't be undone."


def removed() -> str:
    return "The draft was deleted."


def _audience(audience: Audience, title: str) -> str:
    value = audience.value
    match audience.of:
        case Of.ALL:
            return "everybody"
        case Of.PREFECTURE:
            return f"members in {in_english(value)}"
        case Of.ROLE:
            return f"staff with the role {rights.role(Role(value))}"
        case Of.CODE:
            return f"members without a credit of CC{value} ({load().code(int(value)).en})"
        case Of.COURSE:
            return f"members who began “{title or value}” and have not finished it"
        case Of.SINCE:
            return f"members who have not logged in since {common.day(date.fromisoformat(value))}"
