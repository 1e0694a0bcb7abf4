"""The bytes of kept papers. A certificate is drawn once, kept and then only fetched: the first to write it wins."""

import hashlib

from bot.sending.drawing import Drawing
from bot.updates.turns import Turns
from content.certificate import CertificateFacts
from content.refusals import NoSuchDeclaration
from handlers.papers.certificate import MissingGlyph
from handlers.screens.screen import KeptEvidence, Paper
from storage.certificates import certificates
from storage.declarations import evidence


class NoPaper(Exception):
    """The paper can't be drawn as it ought to be: a glyph that the font lacks."""


class PaperGone(Exception):
    """The file does not go with its declaration any more."""


class Papers:
    """The bytes of what a screen names."""

    def __init__(self, turns: Turns, drawing: Drawing) -> None:
        self._turns = turns
        self._drawing = drawing

    async def fetch(self, paper: Paper) -> bytes:
        """The one file of a certificate, or a file of a declaration; raises NoPaper, PaperGone."""
        if isinstance(paper, KeptEvidence):
            return await self._evidence(paper)
        return await self._certificate(paper.certificate_id)

    async def _evidence(self, paper: KeptEvidence) -> bytes:
        try:
            return await self._turns.read(
                lambda session: evidence.content(session, paper.declaration_id, paper.evidence_id)
            )
        except NoSuchDeclaration:
            raise PaperGone from None

    async def _certificate(self, certificate_id: int) -> bytes:
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
