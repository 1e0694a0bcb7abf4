"""The attendance certificate (受講証明書): facts in, the bytes of a PDF out, the same bytes for the same facts."""

from __future__ import annotations

from datetime import UTC, datetime, time

from content.certificates.certificate import CertificateFacts
from content.words import paper as words
from handlers.papers.certificate_layout import pages
from handlers.papers.fonts import uncovered
from handlers.papers.marks import Page, texts
from handlers.papers.sheet import About, Attachment, written


class MissingGlyph(Exception):
    """The font lacks characters of the paper, so it is not made. `glyphs` names them, as `missing_glyphs` does."""

    def __init__(self, *glyphs: str) -> None:
        super().__init__(*glyphs)
        self.glyphs = glyphs

    def __str__(self) -> str:
        return ", ".join(" ".join(f"U+{ord(sign):04X}" for sign in glyph) for glyph in self.glyphs)


def missing_glyphs(facts: CertificateFacts) -> tuple[str, ...]:
    """What the font lacks for this certificate: characters, and pairs of a character and a variation selector."""
    return _missing(pages(facts))


def draw(facts: CertificateFacts) -> bytes:
    """The certificate as a PDF/A-3U, with its facts attached as JSON. Raises MissingGlyph."""
    return written(checked(pages(facts)), _about(facts), _attached(facts))


def _attached(facts: CertificateFacts) -> Attachment:
    return Attachment("certificate.json", "application/json", words.ATTACHED, facts.to_json())


def checked(laid_out: tuple[Page, ...]) -> tuple[Page, ...]:
    """These pages, if the font has every character of them. Raises MissingGlyph."""
    if missing := _missing(laid_out):
        raise MissingGlyph(*missing)
    return laid_out


def _missing(laid_out: tuple[Page, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(glyph for text in texts(laid_out) for glyph in uncovered(text)))


def _about(facts: CertificateFacts) -> About:
    return About(
        title=words.TITLE,
        author=facts.issuer.name,
        subject=words.period(facts.period_from, facts.period_to),
        language="ja-JP",
        created=datetime.combine(facts.issued_on, time(), UTC),
    )
