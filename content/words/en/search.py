from content.search.entry import Entry, Kind
from content.words.en import common as forms

_KINDS = {
    Kind.COURSE: ("Courses", "More courses"),
    Kind.CODE: ("Codes", "More codes"),
    Kind.TRAINING: ("Trainings", "More trainings"),
    Kind.ISSUE: ("Journal", "More journal issues"),
    Kind.BROADCAST: ("Radio", "More on the radio"),
    Kind.HELP: ("Help", "More help topics"),
}


def title(text: str) -> str:
    return f"Search: {text}"


def count(found: int) -> str:
    return f"{found} course{'' if found == 1 else 's'} found."


def found(found: int) -> str:
    return f"{found} result{'' if found == 1 else 's'}."


def heading(kind: Kind, total: int) -> str:
    name = _KINDS[kind][0]
    return f"{name} ({total})" if total else name


def line(kind: Kind, name: str, one: Entry) -> str:
    title = f"{name} ({forms.sample()})" if one.sample else name
    if kind is Kind.COURSE:
        return f"{title} (CC {one.code})"
    if kind is Kind.CODE:
        return f"CC {one.code} {title}"
    beside = [one.parts[0].title] if kind in (Kind.TRAINING, Kind.BROADCAST) and one.parts else []
    day = [forms.day(one.day)] if kind in (Kind.TRAINING, Kind.BROADCAST) and one.day else []
    return ", ".join([*day, title, *beside])


def to_more(kind: Kind) -> str:
    return _KINDS[kind][1]


def chapter(number: int, title: str) -> str:
    return f"Chapter {number}: {title}"


def supervisor(name: str) -> str:
    return f"Supervisor: {name}"


def more(further: int) -> str:
    return f"There are {further} more. Use a more specific search to narrow them down."


def nothing(text: str) -> str:
    return f"Nothing close to “{text}” was found."


def near(text: str) -> str:
    return f"Nothing matches “{text}” exactly. These are the closest."


def other_ways() -> str:
    return "Try another word, or use one of the buttons below."


def wordless_title() -> str:
    return "There is no word to search for"


def wordless() -> str:
    return "Your message has no letters or digits, so there was nothing to search for. Nothing was changed."


def account_title() -> str:
    return "You are using a staff account"


def for_account() -> str:
    return "Searching for courses and the like is for members. What staff can do is behind the buttons below."


def hint() -> str:
    return (
        "Search courses, curriculum codes, trainings, the journal and the radio by title, chapter, name of a "
        "supervisor or speaker, or the number of a code, such as hypertension, 高血圧, 74 or December issue."
    )


def ask_title() -> str:
    return "Enter a search term"


def secret_title() -> str:
    return "Your message was deleted"


def may_be_secret() -> str:
    return (
        "It looks like a check-in code, but no training is open for check-in now. As it may be a password, it was "
        "deleted and not searched for. Your record is unchanged. At a training, send the code that the room shows."
    )
