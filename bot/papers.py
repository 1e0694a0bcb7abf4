"""Certificates' bytes: drawn once, kept, and from then on only fetched. The first to write them wins."""

import hashlib

from bot.drawing import Drawing
from bot.turns import Turns
from content.certificate import CertificateFacts
from handlers.papers.certificate import MissingGlyph
from storage import certificates


class NoPaper(Exception):
    """The paper can't be drawn as it ought to be: a glyph that the font lacks."""


class Papers:
    """The bytes of a certificate by its number."""

    def __init__(self, turns: Turns, drawing: Drawing) -> None:
        self._turns = turns
        self._drawing = drawing

    async def fetch(self, certificate_id: int) -> bytes:
        """The one file of this certificate; raises NoPaper."""
        kept = await self._turns.read(lambda session: certificates.paper(session, certificate_id))
        if kept is not None:
            return kept
        facts = await self._turns.read(lambda session: certificates.facts(session, certificate_id))
        drawn = await self._draw(facts)
        digest = hashlib.sha256(drawn).hexdigest()
        now = self._turns.clock.now()
        return await self._turns.write(
            lambda session: certificates.keep_paper(session, certificate_id, drawn, digest, now)
        )

    async def _draw(self, facts: CertificateFacts) -> bytes:
        try:
            return await self._drawing.paper(facts)
        except MissingGlyph as error:
            raise NoPaper(str(error)) from None
