"""Screens of a member's whole record."""

from collections.abc import Iterator
from datetime import timedelta

from content.operator import Profile
from content.words import Words
from content.words.password import ForWhat
from handlers.screens.personal import mydata, password
from handlers.screens.personal.mydata import RecordPaper
from tests.gallery.facts import NOW
from tests.gallery.hanging import Exhibit, hang


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield hang("what is given", mydata.ask, profile, words)
    yield hang("within an hour", mydata.lately, NOW, words)
    for parts in (1, 12):
        for again in (False, True):
            yield hang(f"{parts} parts, again: {again}", mydata.on_its_way, parts, words, again=again)
        name = words.mydata.file_name("20261122", 1, parts)
        paper = RecordPaper(1, 1, words.language, NOW, profile.name.ja, words.mydata.whom(profile), name)
        for files in (0, 40):
            yield hang(f"{parts} parts, {files} files", mydata.document, paper, parts, files, words)
    for what in ForWhat:
        yield hang(f"for {what}", password.wrong, what, words)
        for wait in (timedelta(seconds=30), timedelta(hours=24)):
            yield hang(f"for {what}, {wait}", password.wait, what, NOW + wait, NOW, words)
