"""Screens of staff's announcements, and what their readers get."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from content.announcing.announcement import (
    LONGEST,
    Against,
    Announcement,
    Audience,
    Language,
    Of,
    Page,
    Report,
    State,
)
from content.announcing.attached import CAPTION, MOST_FILE, PDF, Attached, Unfit
from content.announcing.typed import Slip
from content.study.course import ListedCourse
from content.words import Words
from handlers.screens.paging import cut
from handlers.screens.staff import announced, announcing
from tests.gallery.facts import NOW, NUMBER, largest
from tests.gallery.hanging import Exhibit, hang

VALUES = {
    **{Of.ALL: "", Of.PREFECTURE: "和歌山県", Of.ROLE: "organiser", Of.CODE: "53"},
    **{Of.COURSE: str(NUMBER), Of.SINCE: "2026-11-22"},
}
LONG = "題" * LONGEST
ONE = Announcement(
    id=NUMBER,
    written_by=NUMBER,
    audience=Audience(Of.COURSE, str(NUMBER)),
    ja=LONG,
    en="T\n" + "t" * (LONGEST - 2),
    button=f"course:{NUMBER}",
    state=State.DRAFT,
    starts_at=NOW,
    confirmed_by=None,
    counted=170_000,
    counted_at=NOW,
)
BARE = replace(ONE, ja="", en="", button="", starts_at=None, counted=None, counted_at=None)
PAPER = Attached("題" * 36 + ".pdf", PDF, MOST_FILE, "a" * 64)
PHOTO = Attached("題.jpg", "image/jpeg", 1, "b" * 64, uploaded="AgAC")
WENT = Report(100_000, 60_000, 4_000, 3_000, 20, 2_980, tuple((NOW + timedelta(hours=n), 99_999) for n in range(12)))


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield from _drafting(words)
    yield from _going(words)
    for button in ("", f"course:{NUMBER}", *(f"page:{page.value}" for page in Page)):
        yield hang(f"button {button}", announced.message, replace(ONE, button=button), words)
    yield from _files(words)
    yield hang("of a line, to staff", announced.message, replace(ONE, ja="件", en="S", audience=_of(Of.ROLE)), words)


def _drafting(words: Words) -> Iterator[Exhibit]:
    say, course = words.announcing, "題" * 60
    yield hang("none", announcing.listed, (), 1, words)
    yield hang(
        "many", announcing.listed, tuple(replace(ONE, state=state) for state in State) * 4, 2, words, say.removed()
    )
    yield hang("by what", announcing.ask_of, words)
    listed = tuple(ListedCourse(NUMBER, NUMBER, largest(), {}) for _ in range(99))
    for of in Of:
        if of not in (Of.ALL, Of.COURSE):
            yield hang(of.value, announcing.ask_value, of, words)
        yield hang(f"for {of.value}", announcing.draft, replace(ONE, audience=_of(of)), course, words)
    yield hang("courses", announcing.pick_course, listed, 1, words)
    for slip in (Slip.NO_CODE, Slip.NO_DAY, Slip.AHEAD):
        yield hang(slip.value, announcing.ask_value, Of.SINCE, words, say.slip(slip, LONGEST))
    for language in Language:
        yield hang(language.value, announcing.ask_text, ONE, language, words)
    for slip in (Slip.EMPTY, Slip.LONG, Slip.REST):
        yield hang(slip.value, announcing.ask_text, BARE, Language.JA, words, say.slip(slip, LONGEST))
    yield hang("as it is", announcing.ask_button, ONE, words)
    yield hang("courses", announcing.pick_button_course, ONE, listed, 1, words)
    yield hang("as it is", announcing.ask_moment, ONE, words)
    for slip in (Slip.NO_MOMENT, Slip.PAST, Slip.TOO_LATE):
        yield hang(slip.value, announcing.ask_moment, ONE, words, say.slip(slip, LONGEST))
    yield hang("bare", announcing.draft, BARE, "", words)
    yield hang("on trial", announcing.draft, ONE, "", words, words.announced.trial_comes())
    for page in Page:
        yield hang(f"button {page.value}", announcing.draft, replace(ONE, button=f"page:{page.value}"), "", words)
    for against in Against:
        yield hang(against.value, announcing.draft, ONE, "", words, words.announced.against(against))
    yield hang("as it is", announcing.ask_remove, ONE, words)


def _files(words: Words) -> Iterator[Exhibit]:
    say, paper = words.attaching, replace(ONE, attached=PAPER)
    for attached in (None, PAPER, PHOTO, replace(PAPER, kept=False)):
        name = f"with {attached.name} {attached.kept}" if attached else "with no file"
        yield hang(name, announcing.ask_file, replace(ONE, attached=attached), words)
    for why in Unfit:
        yield hang(why.value, announcing.ask_file, paper, words, say.unfit(why))
    yield hang("taken", announcing.draft, paper, "", words, say.taken(PAPER.name))
    yield hang("preview comes", announcing.draft, paper, "", words, say.preview_comes())
    yield hang("text after a file", announced.message, paper, words)
    short = replace(paper, ja="件" * CAPTION, en="S" * CAPTION)
    yield hang("text below a file", announced.message, short, words)
    yield hang(
        "text of a file that ended", announced.message, replace(short, attached=replace(PAPER, kept=False)), words
    )


def _going(words: Words) -> Iterator[Exhibit]:
    say, course = words.announced, "題" * 60
    yield hang("with both", announcing.ask_send, ONE, course, words, ())
    yield hang("at once", announcing.ask_send, replace(ONE, starts_at=None), course, words, ())
    for state in (State.GOING, State.PAUSED, State.DONE, State.CANCELLED):
        yield hang(state.value, announcing.going, replace(ONE, state=state), WENT, course, words)
    going = replace(ONE, state=State.GOING)
    for said in (say.started(None), say.started(NOW), say.paused(), say.cancelled(), say.preview_below()):
        yield hang(said, announcing.going, going, Report(), course, words, said)
    yield hang("as it is", announcing.ask_cancel, going, words)
    for names in ((), ("青○○",), ("𠮷○○",) * 99):
        yield hang(f"{len(names)} unknown", announcing.unknowns, going, cut(names, 2), words)
    yield hang("ended", announcing.unknowns, going, cut((), 1), words, ended=True)
    yield hang("done", announced.over, replace(ONE, state=State.DONE), WENT, "", words)
    grew = say.against(Against.GREW)
    yield hang("grown", announced.over, replace(ONE, state=State.PAUSED), WENT, grew, words)


def _of(of: Of) -> Audience:
    return Audience(of, VALUES[of])
