"""/credits: what was earned by fiscal year, and the goal of 60."""

from collections.abc import Sequence
from datetime import date

from content.credits import sums
from content.credits.common_lectures import KINDS as COMMON_KINDS
from content.credits.since import Since
from content.refusals import StaleButton
from content.rules import day_of, fiscal_year, year_span
from content.words import EN, JA
from handlers.credits import goal
from handlers.credits.kept import late
from handlers.credits.naming import named
from handlers.presses.credits import credits as presses
from handlers.screens.credits import credits as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, On, Turn
from storage.credits import common, ledger, samples


def credits(turn: Turn, argument: str) -> Screen:
    """What the member has earned. `/credits 2025` has that year if it has a credit, `/credits picture` the picture."""
    if argument in {words.goal.picture_word() for words in (JA, EN)}:
        return goal.show_picture(turn)
    for year in ledger.yearly(turn.session, turn.member.id):
        if str(year) == argument:
            return _year(turn, year, 1)
    return open_credits(turn)


def open_credits(turn: Turn, _press: presses.Credits | None = None) -> Screen:
    history = ledger.history(turn.session, turn.member.id)
    years, lectures = sums.by_year(history), common.by_category(turn.session, turn.member.id)
    standing = goal.standing(turn, history)
    shown = year_span(min([_now(turn), *screens.others_shown(years, _now(turn))]))[0] if years else standing.first_day
    view = screens.CreditOverview(
        year=_now(turn),
        kinds=sums.by_kind(one for one in history if fiscal_year(one.day) == _now(turn)),
        years=years,
        goal=standing,
        common=lectures,
        can_earn=turn.member.can_earn,
        since=_since(turn, min(shown, standing.first_day), whole=bool(lectures)),
    )
    return screens.credits(view, turn.words)


def _since(turn: Turn, first: date, *, whole: bool) -> Sequence[Since]:
    """What the record lacks from this day on. `whole`: common lectures of all days are shown too."""
    shown = late(turn, turn.member.id, first)
    return tuple(dict.fromkeys((*shown, *(late(turn, turn.member.id, None, COMMON_KINDS) if whole else ()))))


def open_year(turn: Turn, press: presses.Year) -> Screen:
    if press.year != _now(turn) and press.year not in ledger.yearly(turn.session, turn.member.id):
        raise StaleButton
    return _year(turn, press.year, press.page)


def _year(turn: Turn, year: int, page: int) -> Screen:
    history = ledger.history(turn.session, turn.member.id, *year_span(year))
    entries = named(turn, ledger.standing(turn.session, turn.member.id, *year_span(year)))
    kept, sample = late(turn, turn.member.id, year_span(year)[0]), samples.count_here(turn.session)
    view = screens.Ledger(year, sums.total(history), sums.by_kind(history), entries, kept, sample)
    return screens.year(view, page, turn.words)


def _now(turn: Turn) -> int:
    return fiscal_year(day_of(turn.now))


ROUTES = (
    Command("credits", credits, MEMBER),
    On(presses.Credits, open_credits, MEMBER),
    On(presses.Year, open_year, MEMBER),
)
