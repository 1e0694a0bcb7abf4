"""A list of members that the demo's secretary has sent, so that it waits to be imported. Its members are invented."""

from bot.demo.people import PEOPLE_FILE

FILE_NAME = "members.csv"
ROWS = 2_000
FIRST = 2_000_000_000


def members_file() -> bytes:
    """The members of the demo, and so many more who have their names and numbers of their own."""
    head, *rows = PEOPLE_FILE.read_text(encoding="utf-8").splitlines()
    more = (_another(rows[at % len(rows)], FIRST + at) for at in range(1, ROWS + 1))
    return "\r\n".join([head, *rows, *more, ""]).encode("utf-8-sig")


def _another(row: str, number: int) -> str:
    """The line with another ID, and without what belongs to one person alone."""
    _member_id, _mamis_id, name, kana, born, _registry_no, prefecture, _email, can_earn = row.split(",")
    return ",".join([str(number), "", name, kana, born, "", prefecture, "", can_earn])
