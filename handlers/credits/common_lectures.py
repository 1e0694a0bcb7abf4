"""専門医共通講習, from /fees: figures by category and fiscal year."""

from content.credits.common_lectures import KINDS, by_year
from handlers.credits.kept import late
from handlers.presses.credits import common_lectures as presses
from handlers.screens.credits import common_lectures as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, On, Turn
from storage.credits import common, samples


def opened(turn: Turn, press: presses.OpenCommon) -> Screen:
    years, sample = by_year(common.earned(turn.session, turn.member.id)), samples.count_here(turn.session)
    lacks = late(turn, turn.member.id, None, KINDS)
    return screens.common(years, press.page, lacks, turn.profile, turn.words, sample=sample)


ROUTES = (On(presses.OpenCommon, opened, MEMBER),)
