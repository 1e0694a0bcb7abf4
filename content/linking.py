"""Deep links to what is published: c_SLUG (a course), j_2026-12 (an issue of the journal), t_SLUG (a training).

They show something and never act, so anybody may pass them on or print them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

_TARGET = re.compile(r"([cjt])_([a-z0-9][a-z0-9-]{0,59})")
_SHARE = "https://t.me/share/url"


class Kind(StrEnum):
    """What a link leads to, by its prefix."""

    COURSE = "c"
    ISSUE = "j"
    TRAINING = "t"


@dataclass(frozen=True)
class Target:
    """What a link shows."""

    kind: Kind
    slug: str

    def pack(self) -> str:
        """What follows start= in a link, and what is kept of it."""
        return f"{self.kind.value}_{self.slug}"


def read(payload: str) -> Target | None:
    """The target of "c_hypertension"; None for any other text."""
    found = _TARGET.fullmatch(payload)
    return None if found is None else Target(Kind(found[1]), found[2])


def share(address: str, text: str) -> str:
    """The address at which Telegram asks to whom a link is to be passed on."""
    return f"{_SHARE}?{urlencode({'url': address, 'text': text})}"
