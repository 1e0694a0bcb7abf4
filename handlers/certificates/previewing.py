"""What will stand on a certificate and what will not, before it is made."""

from content.certificates.certifying import KINDS as KINDS_OF
from content.certificates.certifying import Draft, Wish
from content.values import CERTIFIED
from handlers.certificates import drafting
from handlers.credits import kept
from handlers.press import Press
from handlers.presses.certificates import certificate as presses
from handlers.screens.certificates import preview as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, On, Turn
from storage.credits import samples
from storage.people import members


def preview(turn: Turn, wish: Wish, back_to: Press | None = None) -> Screen:
    """`back_to` is the screen from which it was asked for, if that is not the choice of a period."""
    return screens.preview(_view(turn, drafting.draft(turn, wish), back_to), turn.profile, turn.words)


def of_days(turn: Turn, press: presses.Preview) -> Screen:
    wish = drafting.wished(turn, press.purpose, press.first, press.last, registry=press.registry)
    return preview(turn, wish)


def standing(turn: Turn, press: presses.Standing) -> Screen:
    wish = drafting.wished(turn, press.purpose, press.first, press.last, registry=press.registry)
    draft = drafting.draft(turn, wish)
    return screens.standing(wish, drafting.in_words(turn, draft.shown), press.page, turn.words)


def left_out(turn: Turn, press: presses.LeftOut) -> Screen:
    wish = drafting.wished(turn, press.purpose, press.first, press.last, registry=press.registry)
    draft = drafting.draft(turn, wish)
    return screens.left_out(wish, draft.left, press.page, turn.words)


def _view(turn: Turn, draft: Draft, back_to: Press | None) -> screens.View:
    purpose = draft.wish.purpose
    return screens.View(
        draft=draft,
        has_registry=bool(members.person(turn.session, turn.member.id).registry_no),
        can_earn=turn.member.can_earn,
        since=kept.certified(turn, turn.member.id, draft.wish.period.first, KINDS_OF.get(purpose, CERTIFIED)),
        sample=samples.count_here(turn.session),
        back_to=back_to,
    )


ROUTES = (
    On(presses.Preview, of_days, MEMBER),
    On(presses.Standing, standing, MEMBER),
    On(presses.LeftOut, left_out, MEMBER),
)
