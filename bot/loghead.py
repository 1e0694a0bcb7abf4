"""The head of the log of staff, noted outside the database, so that the removal of the log's last rows is noticed.

It is noted in two places: as an event of the process's own log, which a platform collects elsewhere, and as a line of a
text file. Once a day it is also sent to the operator's chat (bot/sending/heads.py).
"""

import re
from pathlib import Path

from sqlalchemy.orm import Session

from bot.logs import get
from storage.staff.log import HEAD, Head

FILE = Path("var") / "staff-log.head"
_LINE = re.compile(r"([1-9]\d{0,17}) ([0-9a-f]{64})")
log = get("loghead")


class BadHead(ValueError):
    """The text is not a head as the event or the file has it."""


def written(head: Head) -> str:
    """The head as a line: "12 5f0c…"."""
    return f"{head.number} {head.mac}"


def read_head(text: str) -> Head:
    """The head written as "12 5f0c…": number and mac; raises BadHead."""
    found = _LINE.fullmatch(text.strip())
    if found is None:
        raise BadHead("a head is the number of an act and the 64 hex digits of its seal")
    return Head(int(found[1]), found[2])


class LogHead:
    """Notes heads in a file and makes the file's folder. Several threads and processes may note at once."""

    def __init__(self, file: Path = FILE) -> None:
        self.file = file

    def note(self, number: int, mac: str) -> None:
        """Note the head of a committed act. If the file can't be written, the act stands all the same."""
        log.info("staff_log_head", number=number, mac=mac)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.touch(mode=0o600)
            self.file.chmod(0o600)
            with self.file.open("a", encoding="ascii") as lines:
                # A line begins with the line break: a line that a full disk cut off does not spoil the next.
                lines.write(f"\n{written(Head(number, mac))}")
        except OSError as error:
            log.error("staff_log_head_not_kept", error=error.strerror)

    def note_of(self, session: Session) -> None:
        """Note the head of a transaction that has committed, if staff acted in it."""
        head = session.info.get(HEAD)
        if head is not None:
            self.note(*head)

    def heads(self) -> tuple[list[Head], list[int]]:
        """All heads noted, and the numbers of those lines that are not heads. Raises OSError, but not if there is no
        file yet.
        """
        if not self.file.exists():
            return [], []
        heads, odd = [], []
        for number, line in enumerate(self.file.read_text(encoding="ascii", errors="replace").split("\n"), start=1):
            try:
                heads += [read_head(line)] if line.strip() else []
            except BadHead:
                odd.append(number)
        return heads, odd
