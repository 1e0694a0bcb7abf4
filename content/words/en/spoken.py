from collections.abc import Mapping

from content.search.entry import Kind
from content.text.periods import Named

_COMMANDS = {
    "start": ("home", "home screen", "menu", "start", "main menu", "hello", "hi"),
    "login": ("log in", "login", "sign in"),
    "courses": ("courses", "find a course", "course list", "contents", "curriculum", "find courses"),
    "search": ("search", "find"),
    "resume": ("resume", "continue", "go on", "continue where I left off"),
    "credits": ("credits", "credit", "my credits", "see my credits", "progress", "points"),
    "codes": ("codes", "curriculum codes", "code list", "see the codes"),
    "plan": ("plan", "my plan", "monthly plan", "make a plan", "set a plan"),
    "why": (
        "why",
        "missing credit",
        "find a missing credit",
        "my credit is missing",
        "credit missing",
        "why is my credit missing",
    ),
    "journal": ("journal", "journal quiz", "quiz"),
    "certificate": ("certificate", "certificates", "certificate of attendance", "issue a certificate", "pdf"),
    "trainings": ("trainings", "training", "see trainings", "seminars", "lectures", "events"),
    "checkin": ("check in", "check-in", "checkin", "check out", "attendance"),
    "declare": ("declare", "declaration", "declarations"),
    "requests": ("requests", "request", "ask the office"),
    "fees": ("fees", "requirements", "training requirements"),
    "radio": ("radio", "radio schedule"),
    "verify": ("verify", "verify a certificate", "check a certificate"),
    "settings": ("settings", "language", "reminders", "notifications", "japanese", "preferences"),
    "privacy": ("privacy", "data protection"),
    "mydata": ("my data", "copy of my data", "my record", "download my data"),
    "erase_me": ("erase me", "erase my record", "delete my record", "delete my data"),
    "help": ("help", "how to", "how does this work", "contact", "contacts", "support", "question"),
    "help password": (
        *("password", "forgot password", "forgot my password", "I forgot my password", "lost password"),
        *("reset password", "change password", "can't log in", "cannot log in", "forgot my id"),
    ),
    "logout": ("log out", "logout", "sign out"),
    "staff": ("staff", "staff screens"),
}
_BEFORE_SUBJECT = (
    *("please", "tell me about", "show me", "teach me about", "i want to learn about", "i want to study"),
    *("i would like to learn about", "find", "search for", "search", "looking for", "what is", "what about"),
    *("do you have", "is there", "are there", "on", "about", "the", "a", "an", "any"),
)
_AFTER_SUBJECT = (
    "please",
    "test",
    "patients",
    "credits",
)
_KINDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.COURSE: ("courses", "course", "lectures", "lecture", "videos", "video"),
    Kind.CODE: ("curriculum codes", "curriculum code", "codes", "code"),
    Kind.TRAINING: ("trainings", "training", "seminars", "seminar", "workshops", "workshop"),
    Kind.ISSUE: ("journal issues", "journal issue", "issues", "issue", "journal"),
    Kind.BROADCAST: ("radio programmes", "radio programme", "radio", "broadcasts", "broadcast"),
}


def commands() -> Mapping[str, tuple[str, ...]]:
    return _COMMANDS


def periods() -> Mapping[Named, tuple[str, ...]]:
    return {
        Named.THIS_YEAR: ("this year", "this fiscal year"),
        Named.LAST_YEAR: ("last year", "last fiscal year"),
        Named.TWO_YEARS: ("two years", "both years"),
        Named.THIS_MONTH: ("this month",),
        Named.LAST_MONTH: ("last month",),
    }


def certificates() -> tuple[str, ...]:
    return ("'s certificate", "certificate", "certificates")


def credits() -> tuple[str, ...]:
    return ("credits", "credit")


def before_subject() -> tuple[str, ...]:
    return _BEFORE_SUBJECT


def after_subject() -> tuple[str, ...]:
    return _AFTER_SUBJECT


def kinds() -> Mapping[Kind, tuple[str, ...]]:
    return _KINDS


def before_kind() -> tuple[str, ...]:
    return (" ",)


def after_kind() -> tuple[str, ...]:
    return (" on ", " about ", " of ", ": ", " ")
