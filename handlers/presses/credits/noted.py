"""The keys of the buttons of what a member notes of filings and the last 認定証."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class OpenNoted(Press, tag="no"):
    """What is noted."""


@dataclass(frozen=True)
class AskFilings(Press, tag="na"):
    """How often was it filed?"""


@dataclass(frozen=True)
class NoteFilings(Press, tag="nf"):
    """So often; 2 is twice and oftener."""

    number: int


@dataclass(frozen=True)
class AskCertified(Press, tag="nc"):
    """When was the last 認定証 issued?"""


@dataclass(frozen=True)
class Forget(Press, tag="nx"):
    """Take a note back: that of the 認定証, or that of the filings."""

    certificate: bool
