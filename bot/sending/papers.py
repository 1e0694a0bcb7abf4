"""The bytes of kept papers. One that is drawn is drawn once, kept and then only fetched: the first to write it wins."""

from collections.abc import Iterable
from typing import Any

from bot.record import Record
from bot.sending.drawing import Drawing
from handlers.keeping import Draws, Keeps, Supplies
from handlers.papers.certificate import MissingGlyph
from handlers.screens.screen import Paper


class NoPaper(Exception):
    """The paper can't be drawn as it ought to be: a glyph that the font lacks."""


class Papers:
    """The bytes of what a screen names; `supplies` says for each kind of paper where they come from."""

    def __init__(self, record: Record, drawing: Drawing, supplies: Iterable[Supplies[Any, Any]]) -> None:
        self._record = record
        self._drawing = drawing
        self._supplies = {one.paper: one for one in supplies}

    async def fetch(self, paper: Paper) -> bytes:
        """The bytes of this paper, drawn first if it is drawn and was not yet; raises NoPaper, PaperGone."""
        supply = self._supplies[type(paper)]
        if isinstance(supply, Keeps):
            content = await self._record.read(lambda session: supply.content(session, paper))
            return await self._drawing.drawn(supply.turned, content) if supply.turned else content
        kept = await self._record.read(lambda session: supply.kept(session, paper))
        return kept if kept is not None else await self._drawn(supply, paper)

    async def _drawn(self, supply: Draws[Any, Any], paper: Paper) -> bytes:
        facts = await self._record.read(lambda session: supply.facts(session, paper))
        try:
            drawn = await self._drawing.drawn(supply.draw, facts)
        except MissingGlyph as error:
            raise NoPaper(str(error)) from None
        now = self._record.now()
        return await self._record.write(lambda session: supply.keep(session, paper, drawn, now))
