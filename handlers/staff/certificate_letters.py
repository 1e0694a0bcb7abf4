"""What members and staff are told of a certificate's life: replaced, revoked, and a copy for an officer."""

from content.keys.certificate_letters import CertificateCopy, CertificateReplaced, CertificateRevoked
from content.staff.certificates import Issued
from content.staff.rights import Act, may
from content.text.periods import Period
from content.verifying.standing import State
from handlers.screens.screen import Screen
from handlers.screens.staff import certificates as screens
from handlers.screens.staff import ending
from handlers.turn import Personal, Turn, Unwanted, Writes, WritesToAll
from storage.certificates import ends, issued, replacing
from storage.post.letters import Letter
from storage.staff import roles

NOT_THEIRS = Unwanted("it is another member's")


def write_replaced(turn: Turn, letter: Letter[CertificateReplaced]) -> Screen | Unwanted:
    """Send the new one. When its paper is put on record for that, the former one ceases to hold."""
    new, former = issued.one(turn.session, letter.key.certificate), issued.one(turn.session, letter.key.former)
    if {new.member_id, former.member_id} != {turn.person_id}:
        return NOT_THEIRS
    reason = replacing.reason(turn.session, former.id)
    if reason is None or new.facts is None or new.state is not State.VALID:
        return Unwanted("it does not hold any more")
    return ending.replaced(former.number, new, reason, _file_name(turn, new), turn.words)


def write_revoked(turn: Turn, letter: Letter[CertificateRevoked]) -> Screen | Unwanted:
    case, end = issued.one(turn.session, letter.key.certificate), ends.last(turn.session, letter.key.certificate)
    if case.member_id != turn.person_id:
        return NOT_THEIRS
    if end is None or end.state is not State.REVOKED:
        return Unwanted("it is not revoked")
    return ending.revoked(case.number, end.at, end.reason, turn.words)


def write_copy(turn: Personal, letter: Letter[CertificateCopy]) -> Screen | Unwanted:
    """If the reader may still see it."""
    if not may(Act.HANDLE_CERTIFICATES, roles.roles(turn.session, turn.person_id)):
        return Unwanted("the role is lost")
    case = issued.one(turn.session, letter.key.certificate)
    if not case.has_file:
        return Unwanted("the file is gone")
    return screens.copy(case, _file_name(turn, case), turn.words)


def _file_name(turn: Personal, case: Issued) -> str:
    return turn.words.certificate.file_name(Period(case.first, case.last))


ROUTES = ()
LETTERS = (
    Writes(CertificateReplaced, write_replaced),
    Writes(CertificateRevoked, write_revoked),
    WritesToAll(CertificateCopy, write_copy),
)
