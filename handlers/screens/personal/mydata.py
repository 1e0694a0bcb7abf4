"""The copy of a member's record: what it holds, the password, and the message that brings it."""

from dataclasses import dataclass
from datetime import datetime

from content.operator import Profile
from content.words import Words
from content.words.password import ForWhat
from handlers.screens.screen import Paper, Place, Screen, bold, page, plain
from handlers.screens.ways import back


@dataclass(frozen=True)
class RecordPaper(Paper):
    """A part of the copy, made anew each time and never kept. `said_at` is when it was written; `name` and `whom`: who
    runs the bot, and whom to ask for a correction.
    """

    member_id: int
    part: int
    language: str
    said_at: datetime
    name: str
    whom: str
    file_name: str


def ask(profile: Profile, words: Words) -> Screen:
    """What is given, and the question for the password."""
    say = words.mydata
    lines = (*say.about(), words.password.ask(), "", say.whom(profile))
    return Screen(page(words.password.title(ForWhat.DATA), *lines), (back(words),), subject="mydata")


def lately(until: datetime, words: Words) -> Screen:
    said = page(words.password.title(ForWhat.DATA), words.mydata.lately(until))
    return Screen(said, (back(words),), subject="mydata")


def on_its_way(parts: int, words: Words, *, again: bool) -> Screen:
    said = page(words.password.title(ForWhat.DATA), words.mydata.on_its_way(parts, again=again))
    return Screen(said, (back(words),), subject="mydata")


def document(paper: RecordPaper, of: int, files: int, words: Words) -> Screen:
    """A part of the copy with its caption. `files`: how many are in all parts."""
    say = words.mydata
    text = f"{bold(say.file_title(paper.part, of))}\n{plain(say.caption(of, files))}"
    return Screen(text, place=Place.OWN, paper=paper)
