"""Help, for anybody: the guide's questions, the commands, the association's pages, and whom to ask."""

from content import guide
from content.guide import Topic
from content.refusals import StaleButton
from content.rules import day_of
from content.words import EN, JA
from handlers import maintenance
from handlers.presses import help as presses
from handlers.screens import answers, links
from handlers.screens import help as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, Command, On, Visit


def asked(visit: Visit, argument: str) -> Screen:
    """/help shows the topics; /help 受講証明書 opens that one."""
    topic = topic_called(argument)
    if topic is not None:
        return answers.topic(visit.words, topic, 1, visit.rules, day_of(visit.now), visit.profile)
    return screens.overview(visit.words, maintenance.all_announced(visit), not_found=bool(argument))


def show(visit: Visit, _press: presses.Help) -> Screen:
    return asked(visit, "")


def commands(visit: Visit, press: presses.Commands) -> Screen:
    return screens.commands(visit.words, press.page)


def about(visit: Visit, press: presses.AskAbout) -> Screen:
    try:
        topic = Topic(press.topic)
    except ValueError:
        raise StaleButton from None
    return answers.topic(visit.words, topic, press.page, visit.rules, day_of(visit.now), visit.profile)


def pages(visit: Visit, press: presses.Pages) -> Screen:
    return links.pages(visit.words, press.page)


def contact(visit: Visit, _press: presses.Contact) -> Screen:
    return links.contact(visit.words, visit.now, visit.house.rulebook, visit.profile)


def topic_called(typed: str) -> Topic | None:
    """The topic that was typed, in either language; None if it is no topic."""
    names = [
        (topic, name)
        for topic in Topic
        for words in (JA, EN)
        for name in (words.help.topic(topic), words.help.to_topic(topic), *words.help.also_called(topic))
    ]
    return guide.find(typed, names)


ROUTES = (
    Command("help", asked, who=ANYONE),
    On(presses.Help, show, who=ANYONE),
    On(presses.Commands, commands, who=ANYONE),
    On(presses.AskAbout, about, who=ANYONE),
    On(presses.Pages, pages, who=ANYONE),
    On(presses.Contact, contact, who=ANYONE),
)
