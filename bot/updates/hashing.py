"""Hashing of passwords (argon2id): one at a time, in a queue of limited length.

A hash takes some 150 ms and 64 MiB on purpose. Two at once would halve the speed of the whole bot, and with an endless
queue a flood of guesses would keep everybody else waiting.
"""

import asyncio
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import DEFAULT_MEMORY_COST, DEFAULT_PARALLELISM, DEFAULT_TIME_COST, PasswordHasher
from argon2.exceptions import VerifyMismatchError

from content.access import passwords

T = TypeVar("T")


class QueueFull(Exception):
    """Too many hashes wait already. The failure passes: the same update may be taken again a little later."""


class Hashing:
    """Hashes and compares passwords, at the costs of argon2-cffi (RFC 9106, low memory): 3 rounds, 64 MiB, 4 lanes.
    `close` it at the end.
    """

    def __init__(
        self,
        *,
        rounds: int = DEFAULT_TIME_COST,
        memory_kib: int = DEFAULT_MEMORY_COST,
        lanes: int = DEFAULT_PARALLELISM,
        room: int = 64,
    ) -> None:
        self._hasher = PasswordHasher(time_cost=rounds, memory_cost=memory_kib, parallelism=lanes)
        # An unknown ID is compared with this, so that the answer takes as long as for a known one.
        self._nothing = self._hasher.hash(secrets.token_hex())
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hashing")
        self._room = room
        self._waiting = 0
        self.verifications = 0

    async def verify(self, stored: str | None, password: str) -> bool:
        """Whether this hash is of this password. If `stored` is None, it takes as long and is False.

        Raises QueueFull, and argon2's InvalidHashError for a stored text that is not a hash.
        """
        return await self._in_turn(lambda: self._verify(stored, password))

    def is_outdated(self, stored: str) -> bool:
        """Whether this hash was made at other costs than today's."""
        return self._hasher.check_needs_rehash(stored)

    async def guessable(self, password: str) -> bool:
        """Whether the password is easily guessed. It waits in the same queue, for it is slow too. Raises QueueFull."""
        return await self._in_turn(lambda: passwords.is_guessable(password))

    async def hash(self, password: str) -> str:
        """The password's hash, salted, with its parameters. Raises QueueFull."""
        return await self._in_turn(lambda: self._hasher.hash(password))

    def close(self) -> None:
        """Drop what waits. The hash under way is finished first."""
        self._worker.shutdown(cancel_futures=True)

    async def _in_turn(self, work: Callable[[], T]) -> T:
        if self._waiting >= self._room:
            raise QueueFull
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, work)
        finally:
            self._waiting -= 1

    def _verify(self, stored: str | None, password: str) -> bool:
        self.verifications += 1
        try:
            self._hasher.verify(self._nothing if stored is None else stored, password)
        except VerifyMismatchError:
            return False
        return stored is not None
