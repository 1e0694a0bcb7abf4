"""The keys of the buttons by which a certificate is checked."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class CompareName(Press, tag="vm"):
    """Type the name that a certificate has. The token shows that whoever presses has the certificate."""

    token: str


@dataclass(frozen=True)
class Verify(Press, tag="vk"):
    """Type the number of another certificate."""
