"""/credits: what was earned, by fiscal year."""

from content.refusals import StaleButton
from content.rules import day_of, fiscal_year, year_span
from handlers.screens import credits as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, On, Turn
from storage import ledger
from storage.ledger import Totals


def credits(turn: Turn, argument: str) -> Screen:
    """This fiscal year, or, of `/credits 2025`, that one if it has any credit."""
    wanted = next((year for year in ledger.yearly(turn.session, turn.member.id) if str(year) == argument), _now(turn))
    return _year(turn, wanted, 1)


def open_credits(turn: Turn, _press: screens.Credits) -> Screen:
    return _year(turn, _now(turn), 1)


def open_year(turn: Turn, press: screens.Year) -> Screen:
    if press.year != _now(turn) and press.year not in ledger.yearly(turn.session, turn.member.id):
        raise StaleButton
    return _year(turn, press.year, press.page)


def _year(turn: Turn, year: int, page: int) -> Screen:
    years = ledger.yearly(turn.session, turn.member.id)
    view = screens.Ledger(
        year=year,
        total=years.get(year, Totals(0, frozenset())),
        entries=ledger.entries(turn.session, turn.member.id, *year_span(year)),
        years=years,
        can_earn=turn.member.can_earn,
    )
    return screens.credits(view, page, turn.words)


def _now(turn: Turn) -> int:
    return fiscal_year(day_of(turn.now))


ROUTES = (
    Command("credits", credits, MEMBER),
    On(screens.Credits, open_credits, MEMBER),
    On(screens.Year, open_year, MEMBER),
)
