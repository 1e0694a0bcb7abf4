"""The keys of the buttons of an act that waits for a second person."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class OpenJoint(Press, tag="yo"):
    """The act, as it would be carried out now."""

    request: int


@dataclass(frozen=True)
class ConfirmJoint(Press, tag="yc"):
    """Confirm what was shown: `shown` is its fingerprint."""

    request: int
    shown: str


@dataclass(frozen=True)
class RefuseJoint(Press, tag="yr"):
    """Refuse it: for which reason?"""

    request: int
