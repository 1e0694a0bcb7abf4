"""The keys of the buttons of the settings."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Settings(Press, tag="se"):
    """Show the settings."""


@dataclass(frozen=True)
class Speak(Press, tag="sl"):
    """Use this language from now on."""

    language: str


@dataclass(frozen=True)
class Remind(Press, tag="sk"):
    """Whether to be sent reminders of this kind."""

    kind: str
    wanted: bool
