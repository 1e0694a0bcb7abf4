"""Screens of finding a course and of the course itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import get_args

from content import curriculum
from content.credits import why
from content.credits.goal import Sum, Window
from content.journal import IssueStanding
from content.operator import Profile
from content.search import entries as entries_of
from content.search.entry import Entry, Kind, Part
from content.study.course import Course, ListedCourse
from content.values import Reminder
from content.words import Words
from content.words.browse import View
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.goal import OpenWay
from handlers.presses.study import browse as presses
from handlers.presses.study.practice import Practise
from handlers.presses.study.quiz import Begin
from handlers.screens import journal, linked
from handlers.screens.paging import brief, cut
from handlers.screens.post import reminder
from handlers.screens.study import browse, course, new_courses, public, resume, search
from tests.conftest import NOW
from tests.content.published import samples
from tests.gallery.facts import ADDRESS, NUMBER, RULES, TODAY, chapters, entries, largest, published
from tests.gallery.hanging import Exhibit, hang
from tests.gallery.journal import largest as largest_issue

SHARE = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Ftani_bot"
BACK = presses.Codes(11, "courses")
VIEWS: tuple[View, ...] = get_args(View)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield from _codes(words, profile)
    yield from _found(words)
    yield from _cards(words)
    yield from _going_on(words)


def _codes(words: Words, profile: Profile) -> Iterator[Exhibit]:
    every = [
        browse.Code(
            code.number,
            _name(code, words),
            code.number % 3,
            code.number % 2 * 2026,
            code.number % 4,
            apart=code.number % 3 == 0,
        )
        for code in curriculum.load().codes
    ]
    sums = browse.Earned(84, 84, Window(2024, 2026, Sum(500, 84)), (84, 84), profile.late(None))
    for view in VIEWS:
        for page in range(1, 12):
            yield hang(f"page {page} of {view}", browse.codes, every, page, view, sums, words, OpenWay(1))
        yield hang(f"{view}, none earned", browse.codes, [], 1, view, sums, words, OpenWay(1))


def _name(code: curriculum.Code, words: Words) -> str:
    return code.en if words.language == "en" else code.ja


def _found(words: Words) -> Iterator[Exhibit]:
    real = [browse.Item(number, one, "begun") for number, one in enumerate(published(), start=1)]
    full = [browse.Item(NUMBER, largest(), "earned", ("見" * 120,)) for _ in range(30)]
    asked = [journal.MemberIssue(NUMBER, largest_issue(), IssueStanding.UNDER_WAY, 19)] * 2
    code = _name(curriculum.load().code(74), words)
    for name, items in (("real courses", real), ("one course", real[:1]), ("long titles", full)):
        yield hang(name, browse.courses, 74, code, items, 1, "all", words, BACK)
        credited = entries(30)
        yield hang(name + " and credits", browse.courses, 74, code, items, 1, "all", words, BACK, credited)
        yield hang(name + " and issues", browse.courses, 74, code, items, 1, "all", words, BACK, (), asked)
        yield hang(name, search.found, "高血圧", cut(items, 1), len(items), words)
        yield hang(f"the first of {name}", browse.courses, 74, code, items, 0, "all", words, BACK)
        yield hang(f"the first of {name}", search.found, "高血圧", brief(items) or cut(items, 1), len(items), words)
    yield hang("issues alone", browse.courses, 74, code, [], 1, "all", words, BACK, (), asked)
    yield hang("a long text", search.found, "字" * 100, cut(full, 2), len(full), words)
    yield hang("a text that a button just carries", search.found, "字" * 16, cut(full, 2), len(full), words)
    yield from _searched(words)
    yield hang("may be a password", search.may_be_secret, words)
    yield hang("a link", linked.after_login, largest().title, 24, words)
    yield hang("what to search for", search.ask, words)
    nobodys = [browse.Item(NUMBER, largest(), None, ("見" * 120,)) for _ in range(8)]
    yield hang("of courses", public.with_login, search.found("高血圧", cut(nobodys, 1), len(nobodys), words), words)
    every = [browse.Code(code.number, _name(code, words), code.number % 3, 0) for code in curriculum.load().codes]
    for view in VIEWS[:2]:
        yield hang(f"page 10 of {view}", public.codes, every, 10, view, words)
        yield hang(f"{view}, no course", public.codes, [], 1, view, words)
    for name, one in (("real", published()[0]), ("largest", largest())):
        yield hang(name, public.card, one, NUMBER, 1, 24, words)


def _searched(words: Words) -> Iterator[Exhibit]:
    """What a search of all kinds shows."""
    every = {kind: samples(kind)[:3] for kind in (Kind.COURSE, Kind.ISSUE, Kind.BROADCAST)}
    every[Kind.TRAINING] = tuple(replace(one, parts=(Part("主" * 12),)) for one in samples(Kind.TRAINING)[:3])
    every |= {Kind.CODE: entries_of.of_codes()[73:76], Kind.HELP: (*entries_of.of_help()[:2], entries_of.of_help()[-1])}
    special = next(one for one in samples(Kind.ISSUE) if isinstance(one.key, str) and "special" in one.key)
    long = Entry(
        Kind.BROADCAST, NUMBER, "題" * 60, "T" * 120, code=83, parts=(Part("講" * 80),), day=TODAY, sample=True
    )
    found = [search.Group(kind, tuple(every[kind]), 3) for kind in Kind]
    most = [search.Group(kind, (replace(long, kind=kind),) * 3, 999) for kind in Kind if kind is not Kind.ISSUE]
    near = words.search.near(search.said("字" * 100))
    note = words.refusals.no_courses(77, _name(curriculum.load().code(77), words))
    yield hang("every kind", search.grouped, "診療", found, (), "", words)
    yield hang("a note above", search.grouped, "高血圧", found[4:5], (note,), "", words)
    yield hang("near", search.grouped, "字" * 100, found, (), near, words)
    yield hang("the longest of every kind", search.grouped, "字" * 14, most, (), "", words)
    yield hang("the longest, of a text that no button carries", search.grouped, "字" * 100, most, (), near, words)
    yield hang("a special issue", search.grouped, "健康", [search.Group(Kind.ISSUE, (special,), 1)], (), "", words)
    for number in (1, 2):
        yield hang(f"page {number}", search.of_kind, "字" * 14, Kind.BROADCAST, cut([long] * 12, number), 12, words)
    for reader in search.Reader:
        yield hang(f"for {reader.name}", search.nothing, "字" * 4000, (), reader, None, words)
        yield hang(f"for {reader.name}", search.wordless, reader, words)
    yield hang("a training was asked for", search.nothing, "字", (), search.Reader.MEMBER, Kind.TRAINING, words)
    yield hang("a code that has nothing", search.nothing, "77", (note,), search.Reader.STRANGER, None, words)
    yield hang("a staff account", search.for_account, words)


def _cards(words: Words) -> Iterator[Exhibit]:
    for one in published():
        yield hang(f"{one.slug}, untouched", course.card, _card(one, 0), words, _ways(one))
        yield hang(f"{one.slug}, under way", course.card, _card(one, 1, begun=1), words, _ways(one))
    one = published()[0]
    done = len(one.chapters)
    yield hang("to be tested", course.card, _card(one, done), words, _ways(one))
    yield hang("test in progress", course.card, _card(one, done, under_way=True), words, _ways(one))
    yield hang("passed early", course.card, _card(one, 1, passed=TODAY), words, _ways(one))
    yield hang("passed", course.card, _card(one, done, passed=TODAY, can_earn=False), words, _ways(one))
    yield hang("credited", course.card, _card(one, done, credited=TODAY), words, _ways(one))
    for days, before in ((TODAY, why.BroughtBefore(TODAY, "名" * 60)), (None, why.MayBeBrought(TODAY, "名" * 60))):
        held = _card(one, 1, credited=days)
        held = replace(held, test=replace(held.test, before=before))
        yield hang(f"held before, {type(before).__name__}", course.card, held, words, _ways(one))
    yield hang("cannot earn", course.card, _card(one, 0, can_earn=False), words, _ways(one))
    for page in range(5):
        full = _card(largest(), 3, begun=9, can_earn=False, in_app=True)
        yield hang(f"largest, page {page}", course.card, full, words, _ways(largest()), page)


def _card(
    one: Course,
    done: int,
    *,
    begun: int = 0,
    under_way: bool = False,
    passed: date | None = None,
    credited: date | None = None,
    can_earn: bool = True,
    in_app: bool = False,
) -> course.CourseCard:
    asked = len(one.questions)
    test = course.Test(asked, -(-asked * 80 // 100), 80, True, under_way, passed, credited)
    addresses = {chapter.number: ADDRESS for chapter in one.chapters}
    return course.CourseCard(NUMBER, one, chapters(one, done, begun), test, can_earn, addresses, in_app, SHARE)


def _listed(one: Course) -> ListedCourse:
    return ListedCourse(NUMBER, NUMBER, one, {})


def _ways(one: Course) -> course.Ways:
    return course.Ways(
        test=Begin(NUMBER), practice=Practise(NUMBER), credits=Credits(), codes=BACK, back=presses.LeaveCourse(one.code)
    )


def _going_on(words: Words) -> Iterator[Exhibit]:
    begun = [resume.Begun(NUMBER, words.titled(one), 1, len(one.chapters)) for one in (*published()[:4], largest())]
    sheet = journal.MemberIssue(NUMBER, largest_issue(), IssueStanding.UNDER_WAY, 19)
    yield hang("five courses", resume.several, begun, [], 0, words)
    yield hang("five courses, issues and drafts", resume.several, begun, [sheet] * 5, 10, words)
    yield hang("nothing", resume.nothing, words)
    yield hang("chapters left", reminder.unfinished, words, NUMBER, words.titled(largest()), tuple(range(1, 31)))
    yield hang("only the test left", reminder.unfinished, words, NUMBER, words.titled(published()[0]), ())
    whole = reminder.unfinished(words, NUMBER, words.titled(largest()), (1, 2))
    yield hang("as it is sent", reminder.with_ways, whole, NUMBER, Reminder.COURSE, words)
    for number in (2, 8):
        yield hang(f"{number} in one message", reminder.digest, (whole,) * number, NUMBER, words)
    for number in (1, 5, 6):
        yield hang(f"{number} new", new_courses.arrived, [_listed(largest())] * number, words)
    yield hang("why several came", reminder.reasons, tuple(Reminder), RULES, words)
    yield hang("tomorrow again", reminder.snoozed, NOW, words)
    for kind in Reminder:
        yield hang(f"why: {kind.value}", reminder.why, kind, RULES, words)
    for kinds in ((Reminder.COURSE,), tuple(Reminder)):
        yield hang(f"{len(kinds)} kinds stopped", reminder.stopped, kinds, words)
