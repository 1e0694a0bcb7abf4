"""Every sentence of the checks of the journal's issues and postcards, in plain words for the staff's console."""

SLUG = "an issue is called by its printed month, as 2026-12; a further issue of that month as 2026-12-special"
MOMENT = (
    "a moment is written as 2026-12-25 17:00, in Japan's time, or with its seconds in quotes; a day, in quotes as well"
)
ANSWERS_BEFORE = "the answers are published before the deadline has passed"
POSTCARD_ANSWERS = "解答 is written question by question: 3 1 5 24 -  (24: two choices ticked; -: none)"
POSTCARD_DAY = "受付日 is written as 2026-12-03"
NO_MEMBER_ID = "会員ID is empty"
NO_SLUG = "号 is written as 2026-12"


def slug_is_file(slug: str, stem: str) -> str:
    return f"the issue is called '{slug}' here and '{stem}' by the file's name"


def special(key: str) -> str:
    return f"a special issue has no questions, and so no '{key}'"


def slug_taken(slug: str, first: object) -> str:
    return f"the issue '{slug}' is described by {first} already"


def no_issue(slug: str) -> str:
    return f"there is no issue '{slug}' with questions"


def no_member(member_no: str) -> str:
    return f"there is no member {member_no}: a member ID has 10 digits, leading zeros included"


def other_questions(found: int, asked: int) -> str:
    return f"{found} answers are given, and the issue asks {asked} questions"


def no_choice(choice: int, place: int, choices: int) -> str:
    return f"choice {choice} is ticked at question {place}, and its choices run from 1 to {choices}"


def twice(member_no: str, slug: str, first: int) -> str:
    return f"a postcard of the member {member_no} for {slug} stands in line {first} already"


def late(slug: str) -> str:
    return f"received after the deadline of {slug}"


def early(day: str) -> str:
    return f"received on {day}, which is in the future"
