"""Screens of staff: finding a member, the member's card, and acts on it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime

from content.staff.people import Found, MemberCard, Person, Results
from content.staff.rights import Act as Right
from content.words import Words
from content.words.desk import Queue
from content.words.staff import Act
from handlers.press import Press
from handlers.presses.staff.certificates import OfMember
from handlers.presses.staff.crediting import ListCredits
from handlers.presses.staff.desk import OpenClaim, OpenFiled
from handlers.presses.staff.erasing import AskErase
from handlers.presses.staff.members import AskWhy, DoIt, OpenMember, Room, Turned
from handlers.presses.staff.requests import OpenAsked
from handlers.presses.staff.rooms import Rooms
from handlers.screens.credits import since
from handlers.screens.labels import summed
from handlers.screens.paging import PAGE, Page, pager
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from handlers.screens.staff.membership import to_change
from handlers.screens.staff.viewing import to_view

COURSES = 5
"""At most so many courses are listed on a card."""


def room(words: Words) -> Screen:
    """Look for a member."""
    rows = (row(Button(words.common.back(), Rooms())),)
    return Screen(page(words.staff.room_title(), *words.staff.room()), rows=rows, subject="staff")


def too_long(words: Words, longest: int) -> Screen:
    return _say(words, words.staff.too_long(longest))


def nothing(words: Words, text: str) -> Screen:
    return _say(words, words.staff.nothing(text))


def results(words: Words, text: str, found: Results, number: int) -> Screen:
    """One page of the members that match."""
    shown = Page(found.shown, number, -(-found.total // PAGE), (number - 1) * PAGE)
    told = words.staff.near(found.total) if found.near else words.staff.results(found.total)
    lines = [told, "", *_numbered(words, shown)]
    numbers = [Button(str(place), OpenMember(one.id)) for place, one in enumerate(shown.items, shown.before + 1)]
    return Screen(
        page(words.staff.results_title(text), *lines),
        rows=(*rows_of(numbers, 5), *pager(words, shown, Turned), row(Button(words.common.back(), Room()))),
        subject="staff",
    )


def card(
    words: Words, shown: MemberCard, now: datetime, *, back: Press, acts: Collection[Right], said: str = ""
) -> Screen:
    """All that staff are shown of a member. `said` is what was done just now; `back` leads to the list in which the
    member was found. The buttons are those of the `acts` that the caller may do.
    """
    person, locked, helps = shown.person, shown.locked_until > now, Right.HELP_MEMBERS in acts
    credits = Right.HANDLE_CREDITS in acts
    sees = Right.HANDLE_CERTIFICATES in acts and shown.certificates > 0
    told = (said, "") if said else ()
    lines = (*told, *_login(words, shown, now), "", *_courses(words, shown), "", *_years(words, shown))
    rows = (
        *[_act(words, "lift_lock", person.id)] * (locked and helps),
        *[_act(words, "give_code", person.id)] * helps,
        *[row(to_view(person.id, words))] * (Right.VIEW_AS_MEMBER in acts),
        *_waiting(words, shown, acts),
        *[row(Button(words.crediting.to_list(), ListCredits(person.id, 1)))] * credits,
        *[row(Button(words.issued.to_list(shown.certificates), OfMember(person.id, 1)))] * sees,
        *[row(to_change(person.id, words, ends=person.ended_at is None))] * (Right.END_MEMBERSHIP in acts),
        *[row(Button(words.erasing.to_propose(), AskErase(person.id)))] * (Right.ANSWER_REQUESTS in acts),
        *[row(Button(words.staff.to_room(), Room()))] * (back != Room()),
        row(Button(words.common.back(), back)),
    )
    title = words.staff.card_title(person.name, person.kana)
    return Screen(page(title, *lines), rows=rows, subject=f"staff:{person.id}")


def ask_why(words: Words, act: Act, member_id: int, name: str, hours: int) -> Screen:
    """Ask for the reason, by a button or a text."""
    return Screen(
        page(words.staff.ask_why_title(act, name), *words.staff.ask_why(act, hours)),
        rows=(
            *(row(Button(why, DoIt(act, member_id, number))) for number, why in enumerate(words.staff.reasons())),
            row(Button(words.common.back(), OpenMember(member_id))),
        ),
        subject=f"staff:{member_id}",
    )


def bad_reason(words: Words, member_id: int, longest: int) -> Screen:
    rows = (row(Button(words.common.back(), OpenMember(member_id))),)
    return Screen(page(words.staff.room_title(), words.staff.bad_reason(longest)), rows=rows, subject="staff")


def _say(words: Words, line: str) -> Screen:
    rows = (row(Button(words.common.back(), Room())),)
    return Screen(page(words.staff.room_title(), line), rows=rows, subject="staff")


def _numbered(words: Words, shown: Page[Found]) -> Sequence[str]:
    return [
        words.staff.result(place, one.name, one.kana, one.member_no)
        for place, one in enumerate(shown.items, shown.before + 1)
    ]


def _waiting(words: Words, shown: MemberCard, acts: Collection[Right]) -> Iterator[Row]:
    """The ways to what the member waits for, to the first of each kind."""
    kinds: tuple[tuple[Right, Queue, Sequence[int], Callable[[int], Press]], ...] = (
        (Right.DECIDE_CLAIMS, "claims", shown.claims, OpenClaim),
        (Right.DECIDE_DECLARATIONS, "declarations", shown.declarations, OpenFiled),
        (Right.ANSWER_REQUESTS, "requests", shown.requests, OpenAsked),
    )
    for right, name, every, opens in kinds:
        if right in acts and every:
            yield row(Button(words.desk.to_queue(name, len(every)), opens(every[0])))


def _login(words: Words, shown: MemberCard, now: datetime) -> Sequence[str]:
    say, person = words.staff, shown.person
    return [
        say.ids(person.member_no, person.mamis_id),
        *_membership(words, person),
        say.link(shown.link, person.has_password),
        say.locked(shown.locked_until) if shown.locked_until > now else say.not_locked(),
        *[say.code_out(shown.code_until)] * (shown.code_until > now),
    ]


def _membership(words: Words, person: Person) -> Sequence[str]:
    if person.ended_at is not None:
        return [words.membership.ended(person.ended_at)]
    return [] if person.can_earn else [words.staff.cannot_earn()]


def _courses(words: Words, shown: MemberCard) -> Sequence[str]:
    listed = shown.under_way[:COURSES]
    further = len(shown.under_way) - len(listed)
    return [
        words.staff.under_way(len(shown.under_way)),
        *(words.staff.course(words.titled(course), course.code, course.touched_at) for course in listed),
        *[words.staff.more_courses(further)] * bool(further),
    ]


def _years(words: Words, shown: MemberCard) -> Sequence[str]:
    years = [words.staff.year(year, earned.half_units, len(earned.codes)) for year, earned in shown.years]
    return [*years, *summed(words, sample=shown.sample), *since.line(shown.since, words)]


def _act(words: Words, act: Act, member_id: int) -> Row:
    return row(Button(words.staff.to_act(act), AskWhy(act, member_id)))
