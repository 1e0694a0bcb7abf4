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


@dataclass(frozen=True)
class Announce(Press, tag="sv"):
    """Whether to be sent announcements of staff."""

    wanted: bool


@dataclass(frozen=True)
class StopAnnouncements(Press, tag="sw"):
    """The same from an announcement, which stays as it is: no more of them."""


@dataclass(frozen=True)
class Kinds(Press, tag="sn"):
    """Show the kinds of reminders, each with its switch."""


@dataclass(frozen=True)
class GoOn(Press, tag="sa"):
    """Whether a test shows the next question by itself."""

    wanted: bool


@dataclass(frozen=True)
class OpenHours(Press, tag="sh"):
    """Show at which hours the member is written to unasked."""


@dataclass(frozen=True)
class PickHour(Press, tag="sp"):
    """Show the hours that can be chosen for this (content.hours.HourOf)."""

    what: str


@dataclass(frozen=True)
class SetHour(Press, tag="sg"):
    """This hour for it from now on."""

    what: str
    hour: int


@dataclass(frozen=True)
class SetQuiet(Press, tag="sq"):
    """Whether there are quiet hours."""

    wanted: bool
