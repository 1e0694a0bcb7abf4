"""How a code, a link and its number are kept: as a plain SHA-256. What has 128 random bits needs no key, and is not
found by trying; the six digits of a link are hashed with the link's own secret.
"""

from hashlib import sha256


def hashed(*secrets: str) -> str:
    return sha256("\n".join(secrets).encode()).hexdigest()
