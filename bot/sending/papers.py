"""The bytes of papers. One that is kept is drawn once, and after that its bytes are only fetched; others are made."""

from collections.abc import Iterable
from typing import Any

from bot.record import Record
from bot.sending.drawing import Drawing
from bot.sending.sealing import Sealing
from handlers.keeping import Draws, Keeps, Makes, Shares, Supplies
from handlers.papers.certificate import MissingGlyph
from handlers.screens.screen import Paper


class NoPaper(Exception):
    """The paper can't be drawn as it ought to be: the font lacks a glyph. The text says which."""


class Papers:
    """The bytes of the papers that screens name. `supplies` says for each kind of paper how to get them."""

    def __init__(
        self, record: Record, drawing: Drawing, sealing: Sealing, supplies: Iterable[Supplies[Any, Any]]
    ) -> None:
        self._record = record
        self._drawing = drawing
        self._sealing = sealing
        self._supplies = {one.paper: one for one in supplies}

    async def fetch(self, paper: Paper) -> bytes:
        """The bytes of this paper; it is drawn if that was not done before. Raises NoPaper, PaperGone."""
        supply = self._supplies[type(paper)]
        if isinstance(supply, Keeps):
            content = await self._record.read(lambda session: supply.content(session, paper), unhurried=True)
            return await self._drawing.paper(supply.turned, content) if supply.turned else content
        if isinstance(supply, Makes):
            return await self._made(supply, paper)
        kept = await self._record.read(lambda session: supply.kept(session, paper), unhurried=True)
        return kept if kept is not None else await self._drawn(supply, paper)

    def shares(self, paper: Paper) -> Shares[Any]:
        """How a paper that goes to many is known to Telegram."""
        supply = self._supplies[type(paper)]
        if not isinstance(supply, Keeps) or supply.shares is None:
            raise TypeError(f"{type(paper).__name__} goes to many, and its feature does not say how")
        return supply.shares

    async def first_page(self, paper: Paper) -> bytes:
        """The first page of this paper as a picture, as a reader of the very file sees it. Raises as `fetch` does."""
        return await self._drawing.first_page(await self.fetch(paper))

    async def _made(self, supply: Draws[Any, Any] | Makes[Any, Any], paper: Paper) -> bytes:
        facts = await self._record.read(lambda session: supply.facts(session, paper), unhurried=True)
        try:
            if isinstance(supply, Draws) and supply.signed(facts):
                return await self._sealing.drawn(supply.draw, facts)
            return await self._drawing.paper(supply.draw, facts)
        except MissingGlyph as error:
            raise NoPaper(str(error)) from None

    async def _drawn(self, supply: Draws[Any, Any], paper: Paper) -> bytes:
        drawn = await self._made(supply, paper)
        # Two processes may have drawn it at the same time: `keep` returns the bytes that were written first.
        now = self._record.now()
        return await self._record.write(lambda session: supply.keep(session, paper, drawn, now), unhurried=True)
