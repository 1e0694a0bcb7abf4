"""verify-log: is the log of staff as it was written?"""

from typing import TextIO

from bot.loghead import BadHead, LogHead, read_head
from storage.engine.sessions import Sessions
from storage.staff.log import Head
from storage.staff.log_check import verify


def run(sessions: Sessions, out: TextIO, *, heads: LogHead | None = None, given: str = "") -> int:
    """0: whole. 1: rows were changed, removed or inserted, and each is told. 2: `given` is not a head, or a file can't
    be read.

    `given` is one more head ("12 5f0c…"), from the place where the process's own log was collected.
    """
    heads = heads or LogHead()
    try:
        noted, odd = heads.heads()
        noted += [read_head(given)] if given else []
    except (BadHead, OSError) as error:
        print(f"The head of the log can't be read: {error}", file=out)
        return 2
    for line in odd:
        print(f"{heads.file}:{line}: not a head, passed over", file=out)
    return _report(sessions, noted, heads, out)


def _report(sessions: Sessions, noted: list[Head], heads: LogHead, out: TextIO) -> int:
    with sessions.reading() as session:
        findings = verify(session, sessions.cipher, noted)
    if not noted:
        print(f"No head was noted outside ({heads.file}): the removal of the last acts can't be seen.", file=out)
    for finding in findings:
        print(finding, file=out)
    if findings:
        print("The log of staff is not as it was written.", file=out)
        return 1
    last = f", up to act {max(noted).number} by its head" if noted else ""
    print(f"The log of staff is whole{last}.", file=out)
    return 0
