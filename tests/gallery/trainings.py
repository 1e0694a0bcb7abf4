"""Screens of trainings, of checking in, and of the codes that staff show."""

from collections.abc import Iterator
from datetime import timedelta

from content.attendance.admission import (
    Admission,
    Closed,
    ElsewhereNow,
    OfAnother,
    Recorded,
    TooManyTries,
    TooOld,
    Unreadable,
    Wrong,
)
from content.attendance.attending import Claim, Mine, Seen
from content.attendance.checkin import Door, hours
from content.attendance.training import AttendanceStanding, Form, ListedTraining, Training
from content.credits import why
from content.rules import day_of
from content.study.course import CommonLecture
from content.words import Words
from handlers.screens.staff import receptions
from handlers.screens.trainings import awaited, calendar
from handlers.screens.trainings import checkin as doors
from handlers.screens.trainings import trainings as screens
from handlers.screens.trainings.checkin import Moment
from tests.gallery.facts import ADDRESS, NOW, NUMBER, RULES, TODAY
from tests.gallery.hanging import Exhibit, hang

AT = Moment(NOW, RULES)
WAIT = NOW + timedelta(hours=1)


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield from _lists(words)
    yield from _cards(words)
    yield from _entries(words)
    yield from _awaited(words)
    yield from _checking_in(words)
    yield from _outcomes(words)
    yield from _claims(words)
    yield from _staff(words)


def training(form: Form = Form.WEB_RECORDED, minutes: int = 0) -> Training:
    """As long as a file allows, beginning so many minutes from now."""
    starts = NOW + timedelta(minutes=minutes)
    return Training(
        slug="s" * 40,
        title="題" * 60,
        organiser="主" * 80,
        prefecture="神奈川県",
        form=form,
        code=83,
        half_units=19,
        sample=True,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        common_lecture=CommonLecture("分" * 30, 19),
    )


def _listed(form: Form = Form.WEB_LIVE, minutes: int = 0) -> ListedTraining:
    return ListedTraining(NUMBER, training(form, minutes), False)


def _mine(standing: AttendanceStanding, seen: Seen | None = None, minutes: int = 0) -> Mine:
    seen = seen or Seen(entered=True, half_units=19)
    return Mine(_listed(minutes=minutes), standing, seen, NOW if seen.entered else None, NOW if seen.left else None)


def _lists(words: Words) -> Iterator[Exhibit]:
    every = [_mine(standing) for standing in AttendanceStanding] * 3
    yield hang("nothing", screens.record, [], 1, NOW, words)
    for page in (1, 5):
        yield hang(f"page {page}", screens.record, every, page, NOW, words, samples=True)
    yield hang("nothing", screens.coming, [], 1, words)
    yield hang("a page of many", screens.coming, [_listed(form) for form in Form] * 9, 2, words)


def _cards(words: Words) -> Iterator[Exhibit]:
    for standing in AttendanceStanding:
        for minutes in (-90, -45, 20):
            view = screens.TrainingCard(
                _mine(standing, Seen(True, standing is AttendanceStanding.LEFT), minutes), NOW, RULES, True
            )
            yield hang(f"{standing}, begins in {minutes} minutes", screens.card, view, words)
    for before in (why.BroughtBefore(TODAY, "名" * 60), why.MayBeBrought(TODAY, "名" * 60)):
        named = type(before).__name__
        view = screens.TrainingCard(_mine(AttendanceStanding.COMING, Seen(), 90), NOW, RULES, False, before=before)
        yield hang(f"held before, {named}", screens.card, view, words)
        yield hang(f"held before, {named}", screens.told, _listed(), 3, words, elsewhere=True, held=before)
    for elsewhere in (True, False):
        yield hang(f"certified elsewhere {elsewhere}", screens.told, _listed(), 3, words, elsewhere=elsewhere)


def _awaited(words: Words) -> Iterator[Exhibit]:
    for minutes in (-20, 20, 24 * 60):
        listed = _listed(Form.IN_PERSON, minutes)
        yield hang(f"begins in {minutes} minutes", awaited.tomorrow, listed, NOW, RULES, words)
        yield hang(f"begins in {minutes} minutes", awaited.opened, listed, RULES, words)
    for asked in (True, False):
        view = screens.TrainingCard(_mine(AttendanceStanding.COMING, Seen(), 90), NOW, RULES, False, asked)
        yield hang(f"to come, asked {asked}", screens.card, view, words)


def _entries(words: Words) -> Iterator[Exhibit]:
    for form in (Form.IN_PERSON, Form.WEB_LIVE):
        for at in (None, NOW):
            said = words.awaited.asked(at)
            yield hang(f"{form}, {at}", calendar.training, training(form, 90), RULES, NOW, words, reminded=said)
        yield hang(f"{form}", calendar.training, training(form, 90), RULES, NOW, words, reminded=None)


def _checking_in(words: Words) -> Iterator[Exhibit]:
    yield hang("none is open", doors.ask, [], AT, words)
    yield hang("many are", doors.ask, [(_listed(), Door.ENTRY), (_listed(), Door.EXIT)] * 9, AT, words)
    yield hang("one in particular", doors.ask_for, _listed(), words)
    yield hang("a link of no one's", doors.bad_link, words)
    yield hang("no credits for this account", doors.cannot_earn, words)


def _outcomes(words: Words) -> Iterator[Exhibit]:
    for door in Door:
        for new in (True, False):
            for entered in (True, door is Door.ENTRY):
                mine = _mine(AttendanceStanding.ENTERED, Seen(entered, door is Door.EXIT))
                found = Recorded(door, mine, new)
                name = f"{door}, new {new}, entered {entered}"
                yield hang(name, doors.outcome, found, AT, words, claimable=not entered)
    for name, other in _refusals():
        for claimable in (False, True):
            yield hang(f"{name}, claimable {claimable}", doors.outcome, other, AT, words, claimable=claimable)


def _refusals() -> Iterator[tuple[str, Admission]]:
    yield "unreadable", Unreadable()
    yield "wrong", Wrong(NOW)
    yield "wrong, and wait", Wrong(WAIT)
    yield "wait", TooManyTries(WAIT)
    yield "of another", OfAnother(_listed(), _listed())
    yield "elsewhere now", ElsewhereNow(_listed(), _listed())
    for minutes in (-150, -45, -10, 20, 90):
        one = training(Form.IN_PERSON, minutes)
        times = hours(one.starts_at, one.ends_at, RULES)
        for seen in (Seen(), Seen(entered=True)):
            mine = _mine(AttendanceStanding.ENTERED, seen, minutes)
            yield f"closed, begins in {minutes}, {seen.entered}", Closed(mine, times, NOW)
            for days in (0, 1):
                shown_at = NOW - timedelta(days=days)
                yield f"{days} days old, {minutes}, {seen.entered}", TooOld(mine, shown_at, day_of(NOW), times)


def _claims(words: Words) -> Iterator[Exhibit]:
    yield hang("what happened", doors.ask_claim, _listed(), words)
    yield hang("too long", doors.bad_claim, _listed(), 5, 500, words)
    for new in (True, False):
        yield hang(f"new {new}", doors.claimed, _listed(), words, new=new)
    claimed = screens.TrainingCard(_mine(AttendanceStanding.CLAIMED, Seen(claim=Claim.OPEN)), NOW, RULES, False)
    yield hang("claimed", screens.card, claimed, words)


def _staff(words: Words) -> Iterator[Exhibit]:
    every = [receptions.Reception(_listed(), ADDRESS)] * 30
    yield hang("none", receptions.receptions, [], 1, words)
    yield hang("a page of many", receptions.receptions, every, 2, words)
