"""The pages of the association, and whom to ask: the help desk with its hours."""

from collections.abc import Iterator
from datetime import datetime

from content import desk as hours
from content import links
from content.absence import given
from content.links import Link
from content.operator import Profile
from content.rules import Rulebook
from content.words import Words
from handlers.presses.help import Help, Pages
from handlers.presses.requests import Requests
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Screen, page, row

SIZE = 4


def pages(words: Words, number: int) -> Screen:
    """Some of the links, each with what it is for."""
    say, shown = words.links, cut(links.load().links, number, SIZE)
    lines = [line for link in shown.items for line in _described(link, words)]
    doubt = ["", say.unverified()] if any(link.verified is None for link in shown.items) else []
    rows = (
        *(row(Button(link.title.text(words.language), url=link.address)) for link in shown.items),
        *pager(words, shown, Pages),
        row(Button(words.common.back(), Help())),
    )
    return Screen(page(say.title(), *lines, *doubt), rows, subject="help")


def contact(words: Words, now: datetime, rulebook: Rulebook, profile: Profile) -> Screen:
    """Who helps: the operator's help desk first, and whether the help desk of MAMIS answers now."""
    say, own, desk = words.links, profile.help_desk, links.load().desk
    answers = (
        say.open_now(hours.closes(desk, now))
        if hours.is_open(desk, now, rulebook)
        else say.opens(hours.opens_next(desk, now, rulebook))
    )
    lines = (
        say.desk_about(words.operator.office(profile, own)),
        *words.operator.ways(own, form=False),
        "",
        *say.whom_to_ask(profile),
        "",
        say.desk_for(desk.name.text(words.language)),
        say.phone(desk),
        answers,
    )
    ways = given(
        row(Button(words.operator.to_form(), url=own.form)) if own.form else None,
        row(Button(words.operator.copy_phone(), copies=own.phone)) if own.phone else None,
    )
    rows = (
        row(Button(words.requests.to_requests(), Requests(1))),
        *ways,
        row(Button(say.copy_phone(), copies=desk.phone)),
        row(Button(words.common.back(), Help())),
    )
    return Screen(page(say.desk_title(), *lines), rows, subject="help")


def _described(link: Link, words: Words) -> Iterator[str]:
    yield words.links.described(link.title.text(words.language), link.about.text(words.language))
    if where := link.where(words.language):
        yield words.links.found(where)
