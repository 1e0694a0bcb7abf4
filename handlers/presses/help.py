"""The keys of the buttons of help."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Help(Press, tag="hp"):
    """What help there is."""


@dataclass(frozen=True)
class Commands(Press, tag="hk"):
    """The commands, from this page on."""

    page: int


@dataclass(frozen=True)
class AskAbout(Press, tag="hq"):
    """Questions and answers of one of content.guide.Topic, from this page on."""

    topic: str
    page: int


@dataclass(frozen=True)
class Pages(Press, tag="hl"):
    """Pages of the association, from this page of the list on."""

    page: int


@dataclass(frozen=True)
class Contact(Press, tag="hc"):
    """Whom to ask."""


@dataclass(frozen=True)
class Periods(Press, tag="hm"):
    """Announced maintenance, from this page on."""

    page: int
