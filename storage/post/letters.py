"""Letters: everything that must reach a member unasked. A letter is written by the transaction that causes it, and sent
once.

A letter is claimed in one transaction, marked as being sent in a second one right before the request, and settled in a
third one. If the process dies in between, the claim runs out. A letter that was only claimed is then claimed again. One
that was being sent is sent again if its key says that it may arrive twice; any other becomes "unknown", since it may
have been sent.

The moment until which a letter is claimed says whose claim it is: whatever is done with a claimed letter changes
nothing if its claim is another one by now.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Table, bindparam, delete, update
from sqlalchemy.orm import Session

from content.keys import letter
from content.keys.letter import BadSubject, LetterKey, NoSuchLetter
from storage.engine.claims import by
from storage.engine.statements import insert_new, rows, run
from storage.post import claimed, waiting
from storage.post.waiting import CLAIM, OPEN
from storage.tables import Letter as LetterRow

_WRITTEN = "letters were written"
_COMING = "who gets a letter at once"
_PUT = insert_new(LetterRow)
_TABLE = cast(Table, LetterRow.__table__)
_CLAIM = (
    update(_TABLE)
    .where(_TABLE.c.id.in_(bindparam("these", expanding=True)))
    .values(state="claimed", claimed_until=bindparam("until"), tries=_TABLE.c.tries + 1)
)
_ENDED = (
    delete(LetterRow)
    .where(LetterRow.member_id == bindparam("member"), LetterRow.kind == bindparam("its_kind"), ~OPEN)
    .execution_options(synchronize_session=False)
)
K = TypeVar("K")


@dataclass(frozen=True)
class Unread:
    """The key of a row that this version can't read. `known`: only the subject is unreadable, which is a fault."""

    kind: str
    subject: str
    known: bool

    def pack(self) -> str:
        return self.subject


@dataclass(frozen=True)
class Letter(Generic[K]):
    """A claimed letter. `chat_id` is set only if the letter goes to a chat that is no longer the member's.

    `claimed_until` tells this claim from all others, and `begun` whether it is being sent: who has only claimed it has
    lost it then. `parts_sent`: how many of its messages have gone. `others` are reminders that go in the same message.
    """

    id: int
    member_id: int
    chat_id: int | None
    key: K
    slot: str
    tries: int
    due_at: datetime
    claimed_until: datetime
    begun: bool = False
    parts_sent: int = 0
    others: tuple["Letter[Any]", ...] = ()

    @property
    def kind(self) -> str:
        return self._row_key.kind

    @property
    def subject(self) -> str:
        return self._row_key.pack()

    @property
    def _row_key(self) -> LetterKey | Unread:
        key: Any = self.key
        found: LetterKey | Unread = key
        return found


def put(
    session: Session,
    *,
    member_id: int,
    key: LetterKey,
    slot: str,
    at: datetime,
    due_at: datetime | None = None,
    chat_id: int | None = None,
) -> bool:
    """Queue a letter for `due_at` (default: `at`). False if this (member, key, slot) has a letter already.

    `slot` tells letters of one key apart: "1" if a member gets only one for ever, the number of the update if every
    press asks for a letter, the day of the deadline if a postponed deadline is to be announced again.
    """
    values = {
        "member_id": member_id,
        "chat_id": chat_id,
        "kind": key.kind,
        "subject": key.pack(),
        "slot": slot,
        "written_at": at,
        "due_at": due_at or at,
        "state": "waiting",
        "rank": key.rank,
    }
    new = run(session, _PUT, values) == 1
    if new:
        note(session, member_id, at_once=values["due_at"] == at)
    return new


def note(session: Session, member_id: int, *, at_once: bool) -> None:
    """Note that this transaction has queued a letter to this person: see were_written and one_comes."""
    were_queued(session)
    if at_once:
        session.info.setdefault(_COMING, set()).add(member_id)


def were_queued(session: Session) -> None:
    """Note that this transaction has queued letters: see were_written."""
    session.info[_WRITTEN] = True


def forget(session: Session, member_id: int, kind: type[LetterKey]) -> None:
    """Drop the person's letters of this kind that have ended. It is for kinds whose key holds a moment: any other kind
    that was sent could then be sent again.
    """
    session.execute(_ENDED, {"member": member_id, "its_kind": kind.kind})


def were_written(session: Session) -> bool:
    """Whether a letter was written in this transaction; asked once it has committed."""
    return _WRITTEN in session.info


def one_comes(session: Session, member_id: int) -> bool:
    """Whether this transaction has written a letter that this member gets at once."""
    return member_id in session.info.get(_COMING, ())


def claim(
    session: Session, now: datetime, *, limit: int = 20, one_each: bool = False, but: Collection[int] = ()
) -> Sequence[Letter[Any]]:
    """Claim the next due letters for two minutes, by rank, the oldest first. The key of an unreadable row is `Unread`.

    `one_each`: of each person the oldest alone, and none if a process has one in work, so that the many of one keep
    nobody waiting. `but`: whom to leave out.
    """
    look = waiting.look(session, now)
    if look.cut_off:
        at_most_once = tuple(kind for kind, key in letter.kinds().items() if not key.again)
        session.execute(waiting.ends_cut_off(at_most_once), by(now, CLAIM))
    due = waiting.oldest(session, now, limit, but, one_each=one_each, ranks=look.ranks)
    if due:
        session.execute(_CLAIM, {"these": [row.id for row in due], "until": now + CLAIM})
    return [of_row(row, now + CLAIM) for row in due]


def begin_sending(session: Session, letter: Letter[Any], now: datetime) -> Letter[Any] | None:
    """Note that this letter is about to be sent, and claim it anew for two minutes. None if it is not to be sent: its
    claim ran out and another process has it, or it was taken back.
    """
    until = now + CLAIM
    begun = rows(session.execute(claimed.BEGIN, _held(letter) | {"new_until": until}))
    return replace(letter, claimed_until=until, begun=True) if begun else None


def part_sent(session: Session, letter: Letter[Any], now: datetime) -> Letter[Any] | None:
    """Note that the next of its messages has gone. Nothing is on its way any more: the rest is claimed for two minutes,
    and goes on from there whatever happens. None if the claim is not ours any more.
    """
    until = now + CLAIM
    noted = rows(session.execute(claimed.PART_SENT, _held(letter) | {"new_until": until}))
    gone = letter.parts_sent + 1
    return replace(letter, claimed_until=until, begun=False, parts_sent=gone) if noted else None


def settle(
    session: Session,
    letter: Letter[Any],
    state: str,
    at: datetime,
    *,
    message_id: int | None = None,
    outcome: str = "",
) -> bool:
    """Record how a claimed letter ended (sent, dropped, failed or unknown), and why. False if the claim is not ours any
    more.

    That it was sent is recorded even if another process wrote "unknown" when the claim ran out: now it is known.
    """
    change = claimed.SETTLE_SENT if state == "sent" else claimed.SETTLE
    values = {"new_state": state, "at": at, "message": message_id, "why": outcome}
    return rows(session.execute(change, _held(letter) | values)) == 1


def postpone(session: Session, letter: Letter[Any], due_at: datetime, outcome: str, *, counts: bool = False) -> bool:
    """Put a claimed letter back for later: quiet hours, or a passing failure. What was taken back stays so.

    It `counts` as a try if the letter may have arrived, or if nobody knows whether it ever will. False if the claim is
    not ours any more.
    """
    values = {"at": due_at, "why": outcome, "less": 0 if counts else 1}
    return rows(session.execute(claimed.POSTPONE, _held(letter) | values)) == 1


def give_back(session: Session, some: Iterable[Letter[Any]]) -> int:
    """Give up the claims on those that nobody has begun to send, so that they are due at once. Returns how many."""
    return sum(rows(session.execute(claimed.GIVE_BACK, _held(one))) for one in some)


def _held(letter: Letter[Any]) -> dict[str, Any]:
    """The claim by which the letter is held."""
    held = "sending" if letter.begun else "claimed"
    return {"letter": letter.id, "held": held, "held_until": letter.claimed_until}


def of_row(row: waiting.Due, until: datetime) -> Letter[Any]:
    """The letter of this row, which is claimed until then."""
    about = (row.id, row.member_id, row.chat_id, _key(row), row.slot, row.tries + 1, row.due_at, until)
    return Letter(*about, parts_sent=row.parts_sent)


def _key(row: waiting.Due) -> LetterKey | Unread:
    try:
        return letter.unpack(row.kind, row.subject)
    except NoSuchLetter:
        return Unread(row.kind, row.subject, known=False)
    except BadSubject:
        return Unread(row.kind, row.subject, known=True)
