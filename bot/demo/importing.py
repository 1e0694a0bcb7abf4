"""Files of members, of credits already held and of grants that the demo's secretary has sent, so that they wait to be
imported. Members and credits are invented.
"""

from datetime import date
from importlib.resources import files

from bot.demo.people import PEOPLE_FILE

FILE_NAME, CREDITS_NAME, GRANTS_NAME = "members.csv", "credits.csv", "grants.csv"
ROWS = 3_900
FIRST = 2_000_000_000
_PAST = files("bot.demo") / "past.csv"
_BRINGS_NONE = "0"
_GRANTS = files("bot.demo") / "grants.csv"


def members_file() -> bytes:
    """The members of the demo, and so many more who have their names and numbers of their own."""
    head, *rows = PEOPLE_FILE.read_text(encoding="utf-8").splitlines()
    more = (_another(rows[at % len(rows)], FIRST + at) for at in range(1, ROWS + 1))
    return "\r\n".join([head, *rows, *more, ""]).encode("utf-8-sig")


def credits_file() -> bytes:
    """Credits from before the demo's record begins, for each member of the demo who can earn credits. One more row has
    the title of a published course with another code: it is doubtful, and left out.
    """
    head, *past = _PAST.read_text(encoding="utf-8").splitlines()
    people = [row.split(",") for row in PEOPLE_FILE.read_text(encoding="utf-8").splitlines()[1:]]
    able = [cells[0] for cells in people if cells[-1] != _BRINGS_NONE]
    *usual, doubtful = past
    rows = [f"{number}{row}" for number in able for row in usual]
    return "\r\n".join([head, *rows, f"{able[0]}{doubtful}", ""]).encode("utf-8-sig")


def grants_file(day: date) -> bytes:
    """What staff grant: for each member of the demo a meeting that is not published here, and a training whose list
    came late, which some have registered already. One row names an account that earns nothing, and one a title that no
    course has quite so. `day`: that of the meeting.
    """
    head, late, meeting, doubted = _GRANTS.read_text(encoding="utf-8").replace("DAY", f"{day}").splitlines()
    people = [row.split(",") for row in PEOPLE_FILE.read_text(encoding="utf-8").splitlines()[1:]]
    able = [cells[0] for cells in people if cells[-1] != _BRINGS_NONE]
    none = next(cells[0] for cells in people if cells[-1] == _BRINGS_NONE)
    rows = [f"{number}{row}" for number in able for row in (late, meeting)]
    return "\r\n".join([head, *rows, f"{none}{late}", f"{able[1]}{doubted}", ""]).encode("utf-8-sig")


def _another(row: str, number: int) -> str:
    """The line with another ID, and without what belongs to one person alone."""
    _member_id, _mamis_id, name, kana, born, _registry_no, prefecture, _email, can_earn = row.split(",")
    return ",".join([str(number), "", name, kana, born, "", prefecture, "", can_earn])
