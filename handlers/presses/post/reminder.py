"""The keys of the buttons of a reminder."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Stop(Press, tag="rk"):
    """No reminders of this kind from now on."""

    kind: str


@dataclass(frozen=True)
class Snooze(Press, tag="rz"):
    """The same once more, tomorrow: the reminder of this letter, and those in the same message."""

    letter: int


@dataclass(frozen=True)
class WhyThis(Press, tag="ry"):
    """Why this letter came."""

    letter: int


@dataclass(frozen=True)
class Reasons(Press, tag="rg"):
    """Why each of the reminders in the message of this letter came."""

    letter: int


@dataclass(frozen=True)
class NoMore(Press, tag="rn"):
    """No reminders of any kind from now on. No screen has it any more; letters of version 0.4.0 and before do."""
