"""verify-log: is the log of staff as it was written?"""

from collections.abc import Sequence
from typing import TextIO

from bot.loghead import LogHead
from storage.engine.sessions import Sessions
from storage.staff import log
from storage.staff.log import Head
from storage.staff.log_check import verify
from storage.staff.log_finding import Finding

NO_HEAD = """No head of the log was noted outside the database ({files}), so nothing can be said:
without one, nobody can see that the last acts were removed, or all of them. Give one by --head FILE,
for example a line that was sent to OPERATOR_CHAT, or one made of the event staff_log_head of a
process: its number and its mac, with a blank between."""


def run(sessions: Sessions, out: TextIO, *, heads: Sequence[LogHead] = ()) -> int:
    """0: whole. 1: something is not as it was written, and each place is told. 2: no head is noted in the files, or one
    can't be read, so the log can't be proved. Without `heads` it is the file that this folder's processes write.
    """
    files = heads or (LogHead(),)
    try:
        noted, odd = _noted(files, there=bool(heads))
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=out)
        return 2
    for said in odd:
        print(f"{said}: not a head", file=out)
    if not noted:
        print(NO_HEAD.format(files=", ".join(str(one.file) for one in files)), file=out)
        return 2
    with sessions.reading() as session:
        findings, last = verify(session, sessions.cipher, noted), log.head(session)
    return _report(findings, odd, last, max(noted).number, out)


def _noted(files: Sequence[LogHead], *, there: bool) -> tuple[list[Head], list[str]]:
    """The heads of these files, and the places of the lines that are not heads. Raises OSError, also for a file that
    does not exist if it must be `there`.
    """
    noted: list[Head] = []
    odd: list[str] = []
    for one in files:
        if there:
            one.file.stat()
        found, lines = one.heads()
        noted += found
        odd += [f"{one.file}:{line}" for line in lines]
    return noted, odd


def _report(findings: Sequence[Finding], odd: Sequence[str], last: Head, proved: int, out: TextIO) -> int:
    for finding in findings:
        print(finding, file=out)
    if findings:
        print("The log of staff is not as it was written.", file=out)
        return 1
    if odd:
        print("The log of staff agrees with the heads that can be read. The others were damaged or forged.", file=out)
        return 1
    acts = "1 act" if last.number == 1 else f"{last.number} acts"
    print(f"The log of staff is whole: {acts}, proved by a head up to act {proved}.", file=out)
    return 0
