"""The names of all members, opened once by each process that searches, and kept current.

They are kept in memory alone: an index in the database would reveal names, even if they are sealed. Opening and folding
all of them takes seconds, a look through what is kept takes milliseconds. Before each search, what was changed since
the last one is read again, so a corrected or erased name is forgotten.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import LargeBinary, Result, bindparam, select, type_coerce
from sqlalchemy.orm import Session

from content.text.folding import fold, is_reading, words
from content.text.slips import in_kana, near, near_places, readings_of
from storage.engine.base import memory_of
from storage.engine.cipher import Cipher, Unreadable
from storage.tables import Member

MARGIN = timedelta(hours=1)
"""So much of what was read before is read again: a long transaction commits what it wrote earlier."""

_STEP = 5_000
# these select the sealed bytes: opening 170,000 of them one by one in the column's type takes twice as long
_SEALED = select(Member.id, type_coerce(Member.name, LargeBinary), type_coerce(Member.kana, LargeBinary))
_EVERY = _SEALED.execution_options(yield_per=_STEP)
_CHANGED = _SEALED.where(Member.imported_at >= bindparam("since")).execution_options(yield_per=_STEP)
_NEWER = select(Member.id).where(Member.id > bindparam("last")).limit(1)  # a number is never given twice


def always() -> bool:
    return True


def _opened(cipher: Cipher, sealed: bytes, place: str, row: int) -> str:
    """The name. One that can't be opened is empty: its member is found by number, and all others by name too."""
    try:
        return cipher.open(sealed, place, row).decode()
    except Unreadable:
        return ""


@dataclass
class Names:
    """Every name of one record, by places that don't change. Several threads may use it.

    `_names` and `_kanas` are folded, without blanks. `_words` has the places at which a folded word stood once: one
    that was corrected stays there, so what it finds is looked at again.
    """

    _places: dict[int, int] = field(default_factory=dict)
    _ids: list[int] = field(default_factory=list)
    _seals: list[int] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _kanas: list[str] = field(default_factory=list)
    _words: dict[str, list[int]] = field(default_factory=dict)
    _read_at: datetime | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def knows_all(self) -> bool:
        """Whether they were read at all."""
        return self._read_at is not None

    def refresh(self, session: Session, cipher: Cipher, now: datetime, goes_on: Callable[[], bool] = always) -> None:
        """Read what was changed since the last time; everything if that can't be told. If it is not to go on, it ends
        early, and the next time reads everything.
        """
        with self._lock:
            if self._read_at is not None and self._read_at > now:  # the clock was set back: nothing can be told
                self._read_at = None
            if self._read_at is not None:
                self._take(session.execute(_CHANGED, {"since": self._read_at - MARGIN}), cipher, always)
            if self._read_at is None or session.execute(_NEWER, {"last": max(self._ids, default=0)}).first():
                for kept in (self._places, self._ids, self._seals, self._names, self._kanas, self._words):
                    kept.clear()
                self._read_at = None
                self._take(session.execute(_EVERY), cipher, goes_on)
            self._read_at = now if goes_on() else None

    def find(self, text: str) -> tuple[tuple[int, ...], bool]:
        """The members whose name or kana contains every word of the text, in the order of their names; if there is
        none, those that are near to it. Then True follows.
        """
        wanted = [folded for folded in map(fold, words(text)) if folded]
        if not wanted or all(word.isdecimal() for word in wanted):
            return (), False
        with self._lock:
            holding = self._holding(wanted)
            found = holding or self._near(wanted)
            ordered = sorted(found, key=lambda at: (self._names[at], self._ids[at]))
            return tuple(self._ids[at] for at in ordered), bool(found) and not holding

    def forget(self, members: Sequence[int]) -> None:
        """Let these members, who are on record no more, be found no more."""
        with self._lock:
            for at in (self._places[one] for one in members if one in self._places):
                self._names[at] = self._kanas[at] = ""

    def _take(self, rows: Result[Any], cipher: Cipher, goes_on: Callable[[], bool]) -> None:
        folded = lru_cache(maxsize=65_536)(fold)  # for this reading alone: many share a family name
        with closing(rows):  # it is not read to the end if the process ends
            for row in rows:
                if not goes_on():
                    return
                self._put(row, cipher, folded)

    def _put(self, row: Sequence[Any], cipher: Cipher, folded: Callable[[str], str]) -> None:
        one, *sealed = row
        seal, at = hash(tuple(sealed)), self._places.setdefault(one, len(self._ids))
        if at == len(self._ids):
            self._ids.append(one)
            self._seals.append(seal)
            self._names.append("")
            self._kanas.append("")
        elif self._seals[at] == seal:
            return
        self._seals[at] = seal
        self._names[at] = self._folded(_opened(cipher, sealed[0], "members.name", one), at, folded)
        self._kanas[at] = self._folded(_opened(cipher, sealed[1], "members.kana", one), at, folded)

    def _folded(self, text: str, at: int, folded: Callable[[str], str]) -> str:
        every = [word for word in map(folded, words(text)) if word]
        for word in every:
            self._words.setdefault(word, []).append(at)
        return "".join(every)

    def _holding(self, wanted: Sequence[str]) -> set[int]:
        """The places of names that contain each of the words, as it is written or as it is read."""
        if all(map(is_reading, wanted)):
            kanas = enumerate(zip(self._kanas, self._names, strict=True))
            # without kana it is the name, which may itself be in kana
            return {at for at, (kana, name) in kanas if all(word in (kana or name) for word in wanted)}
        found = {at for at, name in enumerate(self._names) if all(word in name for word in wanted)}
        readings = [in_kana(word) for word in wanted]
        if all(readings):
            found |= {at for at, kana in enumerate(self._kanas) if all(word in kana for word in readings)}
        return found

    def _near(self, wanted: Sequence[str]) -> set[int]:
        """The places of names that have a word near to each of the words, or are near to all of them as one word."""
        by_word = set.intersection(*(self._having(word) for word in wanted))
        whole = "".join(wanted)
        places = (near_places(one, texts) for one in readings_of(whole) for texts in (self._names, self._kanas))
        return by_word.union(*places)

    def _having(self, word: str) -> set[int]:
        """The places of members of whom a word is this one, or near to it, as it is written or as it is read."""
        close = {word}.union(*(near(one, self._words.keys()) for one in readings_of(word)))
        return {
            at for one in close for at in self._words.get(one, ()) if one in self._names[at] or one in self._kanas[at]
        }


def of(session: Session) -> Names:
    """The names of the record of this session, which may be unread yet."""
    # of two threads at once, one puts its own there, and both get that one
    found: Names = memory_of(session.get_bind().dialect).setdefault(Names, Names())
    return found
