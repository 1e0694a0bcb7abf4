"""The cheapest real hashing of passwords, for all tests but those of its cost."""

from bot.updates.hashing import Hashing


def cheap_hashing(room: int = 64) -> Hashing:
    """`room`: so many wait for their turn at most."""
    return Hashing(rounds=1, memory_kib=8, lanes=1, room=room)
