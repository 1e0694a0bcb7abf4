"""A member asks for the erasure of the record; and the receipt."""

from datetime import datetime

from content.operator import Profile
from content.words import Words
from content.words.password import ForWhat
from handlers.presses.personal import MyData
from handlers.presses.requests import Requests
from handlers.screens.screen import Button, Place, Screen, page, row
from handlers.screens.ways import back


def ask(words: Words) -> Screen:
    """What goes, what stays and why, and the question for the password."""
    say = words.erasing
    lines = (*say.goes(), "", *say.stays(), "", *say.how(), "", words.password.ask())
    rows = (row(Button(words.mydata.to_mydata(), MyData())), back(words))
    return Screen(page(words.password.title(ForWhat.ERASURE), *lines), rows, subject="erase_me")


def asked(words: Words, *, before: bool) -> Screen:
    """The request is with staff. `before`: there was one already."""
    lines = (words.erasing.asked_before(),) if before else words.erasing.asked()
    rows = (row(Button(words.erasing.to_requests(), Requests(1))), back(words))
    return Screen(page(words.password.title(ForWhat.ERASURE), *lines), rows, subject="erase_me")


def receipt(number: int, at: datetime, profile: Profile, words: Words) -> Screen:
    say = words.erasing
    return Screen(page(say.receipt_title(), *say.receipt(number, at, profile)), place=Place.OWN)
