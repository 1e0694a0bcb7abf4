"""What a member may do again and again, and by how many rows each table of the record grows by it at most."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from content.access.guarding import LADDER
from content.staff.inviting import PREFIX
from handlers.press import Press
from handlers.presses import journal, radio, settings, start
from handlers.presses.certificates import certificate
from handlers.presses.credits import noted, plan
from handlers.presses.declarations import declare
from handlers.presses.study import course, practice, quiz
from handlers.presses.trainings.trainings import TellBefore, TellNot
from storage.journal import issues
from storage.programme import courses
from storage.radio import schedule
from storage.staff import invitations, roles
from storage.study import attempts
from storage.tables import JournalSheet
from storage.trainings import published
from tests import samples
from tests.bot.neighbour import id_of
from tests.bot.pages.test_watch_logins import login_of, logs_in
from tests.conftest import NOW
from tests.files import JPEG
from tests.handlers.declaring import Declaring
from tests.handlers.talking import rulebook
from tests.phone import Phone
from tests.sizes import SOAK
from tests.stage import Stage
from tests.viewer import on_card

TIMES, FEW = (1_000, 20) if SOAK else (8, 3)
FEW_RULES = rulebook(attempts_kept=FEW, certificates_a_day=FEW, declared_a_day=FEW, strange_openings_a_day=FEW)
LATER = timedelta(seconds=6)
"""After it the same press is another one."""
RULES = FEW_RULES.now(NOW)
Does = Callable[[Stage, Phone], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class Kind:
    """What a member does again and again, and by how many rows each table grows by it at most, or that day."""

    does: Does
    adds: Mapping[str, int]


async def press(stage: Stage, phone: Phone, *keys: Press) -> None:
    """Press these, each some seconds after the one before."""
    for key in keys:
        stage.clock.jump(stage.clock.now() + LATER)
        await phone.presses(phone.last["message_id"], key.pack())


def course_of(stage: Stage) -> int:
    with stage.app.sessions.reading() as session:
        return courses.by_slug(session, "hypertension").id


async def asks_for_a_reminder_and_takes_it_back(stage: Stage, phone: Phone) -> None:
    with stage.app.sessions.reading() as session:
        number = schedule.between(session, NOW + timedelta(days=1), NOW + timedelta(days=9))[0].id
    asked = radio.AskReminder(broadcast=number, first=radio.NOW, month=False, page=radio.NOW)
    back = radio.TakeBack(broadcast=number, first=radio.NOW, month=False, page=radio.NOW)
    for _ in range(TIMES):
        await press(stage, phone, asked, back)
    await press(stage, phone, asked)


async def sits_for_a_test(stage: Stage, phone: Phone) -> None:
    """Passes now and then: practice, once the credit is there."""
    with stage.app.sessions.begin() as session:
        listed = courses.by_slug(session, "hypertension")
        samples.watch_all(session, id_of(session, login_of(phone)), listed, stage.clock.now())
    for _ in range(TIMES):
        stage.clock.jump(stage.clock.now() + timedelta(days=1))
        await press(stage, phone, quiz.Begin(listed.id))
        with stage.app.sessions.reading() as session:
            (number,) = attempts.open_ones(session, id_of(session, login_of(phone)))
        places = range(1, len(listed.course.questions) + 1)
        await press(stage, phone, *(quiz.Choose(number, place, 1) for place in places), quiz.Grade(number))
        await press(stage, phone, *(practice.Pick(number, place, 1) for place in places))


async def wants(one: Phone, period: str) -> None:
    """Have the certificate of a period made."""
    await one.says(f"/certificate {period}")
    await one.taps("この内容で発行する")


async def asks_for_one_certificate(stage: Stage, phone: Phone) -> None:
    for _ in range(TIMES):
        await wants(phone, "2026/11/22-2026/11/22")


async def asks_for_many_certificates(stage: Stage, phone: Phone) -> None:
    """Each day of those before is another period."""
    for number in range(TIMES):
        await wants(phone, f"{NOW - timedelta(days=number):%Y/%m/%d}-2026/11/22")


async def wants_to_be_told(stage: Stage, phone: Phone) -> None:
    for _ in range(TIMES):
        await press(stage, phone, certificate.TellMe())


async def prints_what_is_declared(stage: Stage, phone: Phone) -> None:
    declaring = Declaring(stage, phone)
    await declaring.writes()
    for _ in range(TIMES):
        await press(stage, phone, declare.PrintForm(declaring.every[0].id))


async def begins_and_discards(stage: Stage, phone: Phone) -> None:
    declaring = Declaring(stage, phone)
    for _ in range(TIMES):
        await declaring.begins()
        await phone.says("第1回 見本学会")
        await press(stage, phone, declare.Discard(declaring.every[0].id))


async def submits_and_withdraws(stage: Stage, phone: Phone) -> None:
    declaring = Declaring(stage, phone)
    await declaring.writes()
    for _ in range(TIMES):
        number = declaring.every[0].id
        await press(stage, phone, declare.Submit(number), declare.Withdraw(number), declare.Again(number))


async def sends_evidence(stage: Stage, phone: Phone) -> None:
    await Declaring(stage, phone).comes_to_evidence()
    for number in range(TIMES):
        await phone.sends(JPEG + b"%d" % number)


async def logs_in_elsewhere(stage: Stage, phone: Phone) -> None:
    phones = stage.phone(5), phone
    for number in range(TIMES):
        await logs_in(phones[number % 2], login_of(phone))


async def opens_old_addresses(stage: Stage, phone: Phone) -> None:
    """Each is of another second, and all are over."""
    pages = []
    for _ in range(TIMES):
        stage.clock.jump(stage.clock.now() + LATER)
        pages.append(await on_card(stage, phone))
    stage.clock.jump(stage.clock.now() + timedelta(days=1))
    for page in pages:
        assert (await page.posts("open", {})).status_code == 410
        await stage.settled()


async def watches_anew(stage: Stage, phone: Phone) -> None:
    page = await on_card(stage, phone)
    for _ in range(TIMES):
        await page.opens()


async def guesses(stage: Stage, phone: Phone) -> None:
    """At other members' IDs, as often as the waits allow."""
    for number in range(TIMES):
        await phone.says("/login")
        await press(stage, phone, start.LogIn(again=True))
        await phone.says(f"{2_000_000_000 + number}")
        await phone.says(f"guess-{number}")


async def opens_a_course(stage: Stage, phone: Phone) -> None:
    for _ in range(TIMES):
        await press(stage, phone, course.OpenCourse(course_of(stage)))


async def answers_the_journal(stage: Stage, phone: Phone) -> None:
    with stage.app.sessions.reading() as session:
        number = next(one.id for one in issues.listed(session).issues if one.issue.deadline > NOW)
    await press(stage, phone, journal.Begin(number))
    with stage.app.sessions.reading() as session:
        mine = JournalSheet.member_id == id_of(session, login_of(phone))
        sheet = session.execute(select(func.max(JournalSheet.id)).where(mine)).scalar_one()
    for times in range(TIMES):
        ticks = (journal.Choose(sheet, place, 1 + times % 2) for place in (1, 2))
        await press(stage, phone, journal.Begin(number), *ticks)


async def sets_and_notes(stage: Stage, phone: Phone) -> None:
    with stage.app.sessions.reading() as session:
        listed = published.coming(session, NOW + timedelta(days=1))[0]
    for number in range(TIMES):
        await press(stage, phone, settings.Remind("journal", number % 2 == 0), noted.NoteFilings(1 + number % 2))
        await press(stage, phone, noted.Forget(certificate=False), plan.SetPlan(NOW.toordinal() + 30 + number))
        await press(stage, phone, TellBefore(listed.id), TellNot(listed.id), TellBefore(listed.id))


async def says_anything(stage: Stage, phone: Phone) -> None:
    for number in range(TIMES):
        await phone.says(f"高血圧 {number}")


async def opens_an_invitation(stage: Stage, phone: Phone) -> None:
    """One that was meant for somebody else: it stands in the log, which is kept for ever."""
    with stage.app.sessions.begin() as session:
        cipher, by = stage.app.sessions.cipher, roles.holders(session, "owner")[0]
        _, token = invitations.invite(session, cipher, name="北見 涼", role="support", why="着任", by=by, at=NOW)
    for _ in range(TIMES):
        await phone.says(f"/start {PREFIX}_{token}")


A_DAY, CERTIFICATES = RULES.declared_a_day, RULES.certificates_a_day
KEPT = RULES.attempts_kept + 2  # and the first that was passed, and the open one
CREDIT = {"credits": 1, "enrolments": 1}


def of_files(number: int) -> dict[str, int]:
    """So many files of declarations; each has one part, since it is small."""
    return {"evidence": number, "files": number, "file_parts": number}


KINDS = (
    Kind(asks_for_a_reminder_and_takes_it_back, {"letters": 1}),
    Kind(
        sits_for_a_test,
        {"attempts": KEPT, "answers": 5 * KEPT, "practice_answers": 5, "progress": 5, "letters": 1} | CREDIT,
    ),
    Kind(asks_for_one_certificate, {"letters": 1, "certificates": 1, "certificate_checks": 1}),
    Kind(
        asks_for_many_certificates,
        {"letters": CERTIFICATES, "certificates": CERTIFICATES, "certificate_checks": CERTIFICATES},
    ),
    Kind(wants_to_be_told, {"letters": 1}),
    Kind(prints_what_is_declared, {"letters": 1, "declarations": 1} | of_files(1)),
    Kind(begins_and_discards, {"declarations": 1}),
    Kind(submits_and_withdraws, {"requests": 4, "declarations": A_DAY + 1} | of_files(RULES.declared_evidence)),
    Kind(sends_evidence, {"declarations": 1} | of_files(RULES.declared_evidence)),
    Kind(logs_in_elsewhere, {"letters": 1, "chats": 1, "consents": 1}),
    Kind(opens_old_addresses, {"letters": 1}),
    Kind(watches_anew, {"viewings": 2, "progress": 1, "enrolments": 1}),
    Kind(guesses, {"guards": 2 + 2 * (LADDER.waits_from + len(LADDER.waits))}),
    Kind(opens_a_course, {}),
    Kind(answers_the_journal, {"journal_sheets": 1, "journal_answers": 2}),
    Kind(sets_and_notes, {"preferences": 1, "noted": 1, "plans": 1, "awaited_trainings": 1}),
    Kind(says_anything, {}),
    Kind(opens_an_invitation, {"staff_acts": RULES.strange_openings_a_day, "member_keys": 1, "staff_invitations": 1}),
)
