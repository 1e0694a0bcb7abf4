"""What can be done, the guide's questions and answers, and whom to ask."""

from dataclasses import dataclass

from content.words import Words
from handlers.press import Press
from handlers.screens.screen import Button, Screen, bold, page, plain, row
from handlers.screens.start import back

COMMANDS = (
    "start",
    "login",
    "courses",
    "search",
    "resume",
    "credits",
    "codes",
    "journal",
    "certificate",
    "trainings",
    "checkin",
    "fees",
    "radio",
    "settings",
    "privacy",
    "help",
    "logout",
)


@dataclass(frozen=True)
class Help(Press, tag="hp"):
    """The commands."""


@dataclass(frozen=True)
class Questions(Press, tag="hq"):
    """Questions and answers."""


@dataclass(frozen=True)
class Contact(Press, tag="hc"):
    """Whom to ask."""


def commands(words: Words) -> Screen:
    lines = (f"/{name}　{words.menu.describe(name)}" for name in COMMANDS)
    questions, contact = Button(words.help.to_questions(), Questions()), Button(words.help.to_contact(), Contact())
    text = page(words.help.title(), *lines, "", words.help.texts_search())
    return Screen(text, rows=(row(questions, contact), back(words)), subject="help")


def questions(words: Words, *, pass_pct: int) -> Screen:
    answers = [f"{bold(question)}\n{plain(answer)}" for question, answer in words.help.questions(pass_pct)]
    text = "\n\n".join([bold(words.help.to_questions()), *answers])
    rows = (row(Button(words.help.to_contact(), Contact())), row(Button(words.common.back(), Help())))
    return Screen(text, rows=rows, subject="help")


def contact(words: Words) -> Screen:
    text = page(words.help.to_contact(), *words.help.contact())
    return Screen(text, rows=(row(Button(words.common.back(), Help())),), subject="help")
