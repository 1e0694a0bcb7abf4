"""What the page says of a certificate, as values for its template."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from content.operator import Profile
from content.verifying.names import masked
from content.verifying.standing import LARGEST_FILE, Standing
from content.words import Words
from content.words.pages import unrunnable
from content.words.verify import page_words
from storage.certificates.asking import Compared


@dataclass(frozen=True)
class Shown:
    """The certificate, if the token is one's; a name that was compared; whose record it is, and when it was asked.

    Without a certificate, `busy` and `away` say why it is not even said that it is unknown: too much was asked, or the
    record can't be read.
    """

    found: Standing | None
    profile: Profile
    now: datetime
    compared: Compared | None = None
    busy: bool = False
    away: bool = False


def given(shown: Shown, words: Words) -> Mapping[str, object]:
    """The values by their names in the template."""
    say, found = words.verify, shown.found
    operator = shown.profile.name.en if words.language == "en" else shown.profile.name.ja
    unable = unrunnable(words.pages)
    return {
        "lang": words.language,
        "say": say,
        "operator": operator,
        "as_of": say.as_of(operator, shown.now),
        "unknown": "" if found else _unknown(shown, words),
        "state": found.state.value if found else "unknown",
        "heading": say.state(found.state) if found else "",
        "ended": _lines(say.ended(found.end)) if found and found.end else (),
        "facts": _facts(found, words) if found else (),
        "compares": found is not None and found.name is not None,
        "compared": _compared(shown, words),
        "given": {"sha256": found.sha256 if found else "", "most": LARGEST_FILE} | page_words(say),
        **unable,
    }


def _lines(said: str) -> list[str]:
    """On a phone a reason has a line of its own: otherwise it breaks behind its label."""
    return said.replace("　", "\n").split("\n")


def _unknown(shown: Shown, words: Words) -> str:
    if shown.away:
        return words.verify.away()
    return words.verify.busy() if shown.busy else words.verify.unknown()


def _facts(found: Standing, words: Words) -> tuple[tuple[str, str], ...]:
    """Labels and values."""
    say = words.verify
    return (
        (say.number(), found.number),
        (say.issued(), say.issued_at(found.issued_at)),
        (say.period(), say.span(found.first, found.last)),
        (say.credits(), words.common.marked(say.totals(found.half_units, found.codes), sample=found.sample)),
        (say.name(), say.erased() if found.name is None else masked(found.name)),
    )


def _compared(shown: Shown, words: Words) -> str:
    """What came of a comparison. If the name was erased after the page was opened, the page says so."""
    compared = shown.compared
    if compared is None:
        return ""
    if shown.found is not None and shown.found.name is None:
        return words.verify.erased()
    if compared.agrees is None:
        return words.verify.no_tries()
    return words.verify.agrees() if compared.agrees else words.verify.differs(compared.left)
