"""Seals personal data, and makes the keyed hashes by which it is looked up.

The data key (32 bytes, kept apart from the database) is never used directly: each purpose derives its own key from it.
Several data keys may be given. The first one seals and makes hashes, and any of them opens and finds: so a key can be
replaced while members tap (storage.privacy.rotation).

Seals. A sealed value is bound to its place, "table.column", and to its row, which its primary key names. Moved to
another row or column, it does not open. So whoever writes it must know the row's number before the row is there:
storage.engine.statements.new_id gives it. The first four bytes of a seal, its mark, name the data key and the form of
the seal: each data key has one mark for seals that are bound to a row, and one for those that versions before 0.4
made, which are bound to their place alone. Those still open, until `rotate-key` has renewed them.

Keyed hashes. What is looked up stands in its row as a keyed hash, "mark.digest": 8 hex digits that name the data key,
and the hash itself in 32. Rows written before version 0.4 have the digest alone. So one text has two hashes for each
data key, and whoever looks it up asks for all of them (`finds`). A unique index can't refuse two hashes of one text:
storage.engine.keyed says how an insert does.
"""

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
MARK_BYTES = 4
KEY_BYTES = 32
FEWEST_BYTES = 16
"""A random key has at least so many different bytes, except once in 10^11."""
Digest = Callable[[str, str], str]
"""The keyed hash (32 hex digits) of a text in a place, under one data key."""


class Unreadable(Exception):
    """No key of ours opens these sealed bytes: the key is wrong, they belong to another place, or they are damaged."""


def read_keys(text: str) -> tuple[bytes, ...]:
    """The keys that a setting holds: base64 of 32 bytes each, separated by commas, the newest first.

    Raises ValueError that says what is wrong and never shows the key.
    """
    keys = tuple(_read_key(part.strip()) for part in text.split(","))
    if len(set(keys)) != len(keys):
        raise ValueError("the same key stands twice")
    return keys


def new_key() -> str:
    """A new random key, as a setting holds it."""
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def _read_key(text: str) -> bytes:
    try:
        key = base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_"))
    except (binascii.Error, ValueError):
        raise ValueError("a key must be base64 of 32 bytes") from None
    if len(key) != KEY_BYTES:
        raise ValueError("a key must be base64 of 32 bytes")
    if len(set(key)) < FEWEST_BYTES:
        raise ValueError("a key must be drawn at random: this one repeats itself")
    return key


def derive(key: bytes, purpose: str) -> bytes:
    """The 32-byte key for one purpose (HKDF-SHA256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(key)


class OneKey:
    """Seals and opens with a single key, such as a member's own. Sealed bytes are bound to a place, as in Cipher."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, plain: bytes, about: str) -> bytes:
        """Nonce (12 bytes) + ciphertext + tag."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """What was sealed; raises Unreadable."""
        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about.encode())
        except (InvalidTag, ValueError):
            raise Unreadable(f"{about}: damaged, or moved from another place") from None


class Cipher:
    """Seals and opens bytes (AES-256-GCM), and makes keyed hashes. Both are bound to their place (`about`, such as
    "members.name").
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys:
            raise ValueError("no data key")
        rings = [_Ring(key) for key in keys]
        self.marks = tuple(ring.name for ring in rings)
        """The names of the keys (8 hex digits), the first one first."""
        self._bound = {ring.bound_mark: ring.bound for ring in rings}
        self._former = {ring.former_mark: ring.former for ring in rings}
        self._names = {mark: ring.name for ring in rings for mark in (ring.bound_mark, ring.former_mark)}
        if len(self._names) < 2 * len(keys):
            raise ValueError("two keys have one mark, which happens once in 10^9: draw another key")
        self.newest = rings[0].bound_mark
        """The mark (4 bytes) with which everything begins that is sealed now."""
        self._lookups = tuple((ring.name, _digest(derive(ring.root, "look up"))) for ring in rings)
        self._root = keys[0]
        self._roots = tuple(keys)
        # a cache of this object, not of the class: keys must not outlive the cipher
        self.derive = lru_cache(maxsize=64)(self._derive)

    def _derive(self, purpose: str) -> bytes:
        return derive(self._root, purpose)

    def derive_each(self, purpose: str) -> tuple[bytes, ...]:
        """The keys for one purpose, from every data key, the newest first: for proofs made with former keys."""
        return tuple(derive(root, purpose) for root in self._roots)

    def seal(self, plain: bytes, about: str, row: int) -> bytes:
        """Mark (4 bytes) + nonce (12 bytes) + ciphertext + tag."""
        return self.newest + self._bound[self.newest].seal(plain, f"{about} of row {row}")

    def open(self, sealed: bytes, about: str, row: int) -> bytes:
        """What was sealed for this row; raises Unreadable, which names the place."""
        mark, place = sealed[:MARK_BYTES], f"{about} of row {row}"
        key = self._bound.get(mark)
        if key is not None:
            return key.open(sealed[MARK_BYTES:], place)
        former = self._former.get(mark)
        if former is None:
            raise Unreadable(f"{place}: sealed under a key that is not given")
        try:
            return former.open(sealed[MARK_BYTES:], about)
        except Unreadable:
            raise Unreadable(f"{place}: damaged, or moved from another place") from None

    def name_of(self, mark: bytes) -> str:
        """The name of the key with this mark of a seal; of a key that is not given, the mark in hex digits."""
        return self._names.get(mark, mark.hex())

    @property
    def fingerprints(self) -> Mapping[str, str]:
        """What the record notes of each key (32 hex digits), by its mark; the first key first."""
        return {
            name: derive(root, "fingerprint").hex()[:32] for name, root in zip(self.marks, self._roots, strict=True)
        }

    def find(self, text: str, about: str) -> str:
        """The keyed hash with which a new row is written: equal if text, place and newest key are equal."""
        mark, digest = self._lookups[0]
        return f"{mark}.{digest(text, about)}"

    def finds(self, text: str, about: str) -> tuple[str, ...]:
        """Every keyed hash that a row with this text may have, that of `find` first. The number of them depends on the
        number of keys alone.
        """
        return self.finds_by(lambda digest: digest(text, about))

    def finds_by(self, make: Callable[[Digest], str]) -> tuple[str, ...]:
        """The same for a hash that is made of another: `make` gets the hash of each data key."""
        found: list[str] = []
        for mark, digest in self._lookups:
            made = make(digest)
            found += (f"{mark}.{made}", made)
        return tuple(found)


def _digest(key: bytes) -> Digest:
    return lambda text, about: hmac.digest(key, f"{about}\0{text}".encode(), "sha256").hex()[:32]


class _Ring:
    """What is derived from one data key to seal and open."""

    def __init__(self, root: bytes) -> None:
        self.root = root
        self.bound, self.bound_mark = OneKey(derive(root, "seal in a row")), _mark(root, "mark in a row")
        self.former, self.former_mark = OneKey(derive(root, "seal")), _mark(root, "mark")
        self.name = self.former_mark.hex()


def _mark(root: bytes, purpose: str) -> bytes:
    """A short name, which stands before what was sealed and says nothing about the key itself."""
    return hashlib.sha256(derive(root, purpose)).digest()[:MARK_BYTES]
