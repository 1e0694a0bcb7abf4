"""Help: its topics, and every command by its purpose."""

from collections.abc import Mapping
from itertools import chain

from content.absence import given
from content.guide import Topic
from content.words import Words
from content.words.help import Group
from handlers.presses.help import AskAbout, Commands, Contact, Help, Pages, Periods
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Screen, bold, page, row, rows_of
from handlers.screens.ways import back

GROUPS: Mapping[Group, tuple[str, ...]] = {
    Group.LEARN: ("courses", "search", "resume", "journal", "radio"),
    Group.RECORD: ("credits", "plan", "codes", "why", "fees", "verify"),
    Group.PROVE: ("certificate", "trainings", "checkin", "declare", "requests"),
    Group.OWN: ("start", "login", "settings", "help", "logout"),
    Group.DATA: ("privacy", "mydata", "erase_me"),
}
COMMANDS = tuple(chain(*GROUPS.values()))
GROUPS_ON_PAGE = 2


def overview(words: Words, announced: str | None, *, not_found: bool = False) -> Screen:
    """The topics. `announced` is a line on maintenance. `not_found`: what was asked for is none of the topics."""
    say = words.help
    asked = say.no_such_topic() if not_found else say.choose()
    topics = (Button(say.to_topic(topic), AskAbout(topic.value, 1)) for topic in Topic)
    rows = (
        *rows_of(topics, 2),
        row(Button(say.to_commands(), Commands(1)), Button(words.links.to_links(), Pages(1))),
        row(Button(words.maintenance.to_list(), Periods(1)), Button(words.links.to_desk(), Contact())),
        back(words),
    )
    return Screen(page(say.title(), *given(announced, asked)), rows, subject="help")


def commands(words: Words, number: int) -> Screen:
    """A page of the commands: two groups of them."""
    shown = cut(tuple(GROUPS), number, GROUPS_ON_PAGE)
    listed = "\n\n".join(_group(words, group) for group in shown.items)
    rows = (*pager(words, shown, Commands), row(Button(words.common.back(), Help())))
    return Screen(f"{bold(words.help.commands_title())}\n\n{listed}", rows, subject="help")


def _group(words: Words, group: Group) -> str:
    lines = (f"/{name}　{words.menu.describe(name)}" for name in GROUPS[group])
    return page(words.help.group(group), *lines)
