"""The two IDs of a member, by their keyed hashes."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from content.access import login_id
from storage.engine.cipher import Cipher, Unreadable
from storage.engine.keyed import ByKeys, Keyed
from storage.tables import Member

MEMBER_NO, MAMIS_ID = "members.member_no", "members.mamis_id"
"""The places of the keyed hashes."""
KEYED = (
    Keyed("members", "member_no_key", "member_no", MEMBER_NO, lambda plain: login_id.read(plain.decode()).text),
    Keyed("members", "mamis_key", "mamis_id", MAMIS_ID, lambda plain: login_id.read(plain.decode()).text),
)
_AT_ONCE = 100  # databases limit the parameters of one statement, and a number has several hashes
_NUMBERED = ByKeys(
    lambda keys: (
        select(Member.id, Member.member_no, Member.member_no_key, Member.earns)
        .where(Member.member_no_key.in_(keys))
        .order_by(Member.id)
    )
)


def as_asked(member_id: int, about: str, opened: str, asked: str) -> None:
    """Raises Unreadable if the ID of a row that was found by keyed hash is another one: then hashes were exchanged."""
    if login_id.read(opened).text != asked:
        raise Unreadable(f"{about} of row {member_id}: it was found by the keyed hash of another ID")


def by_numbers(session: Session, cipher: Cipher, texts: Iterable[str]) -> Mapping[str, tuple[int, bool]]:
    """(id, can earn) by the member's number as it was written. Unknown numbers are left out."""
    asked = {text: login_id.read(text).text for text in texts}
    every, found = list(dict.fromkeys(asked.values())), dict[str, tuple[int, bool]]()
    for some in (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE)):
        numbers = {key: number for number in some for key in cipher.finds(number, MEMBER_NO)}
        for row in _NUMBERED.run(session, list(numbers)):
            number = numbers[row.member_no_key]
            as_asked(row.id, MEMBER_NO, row.member_no, number)
            found.setdefault(number, (row.id, row.earns))
    return {text: found[number] for text, number in asked.items() if number in found}


def numbers(session: Session, member_ids: Iterable[int]) -> Mapping[int, str]:
    """The number of each of these members, by the row."""
    found = session.execute(select(Member.id, Member.member_no).where(Member.id.in_(sorted(member_ids))))
    return {row.id: row.member_no for row in found}
