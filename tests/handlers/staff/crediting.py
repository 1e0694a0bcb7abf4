"""What staff can grant a credit for, and the ways to the button that does it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from content.attendance.training import Form
from content.credits.credit import StandingCredit
from content.keys.credit_letters import CreditGranted, CreditReversed
from content.rules import Rulebook
from content.study.course import CommonLecture
from content.words import speak
from handlers.presses.staff.crediting import Answer, GrantFor, GrantIt, PickContent
from handlers.screens.screen import Screen
from handlers.screens.staff.crediting import RULE
from handlers.staff.crediting.letters import LETTERS
from handlers.turn import Turn, Unwanted
from storage.credits import common, ledger
from storage.people import callers, chats
from storage.post import letters
from storage.proofs import proving, wordings
from storage.proofs.proving import Proof
from storage.proofs.span import Span
from tests import issues, samples
from tests.handlers.staff.office import Office
from tests.handlers.talking import Guest, presses
from tests.storage import training as trainings

LECTURE = CommonLecture("必修講習A 感染対策", 2)
REASON = "主催者の名簿で確認"


def fills(here: Office) -> None:
    """Publish a course that is a common lecture too, two issues of the journal, and trainings: held in Tokyo, held in
    Osaka, coming, and recorded. The answers of one issue are published.
    """
    now = here.clock.now()
    hour, day = trainings.HOUR, timedelta(days=1)
    talks = (
        trainings.training(now - 3 * day, "held"),
        trainings.training(now - 3 * day, "osaka", title="大阪の講演会", prefecture="大阪府"),
        trainings.training(now + day, "coming", title="これからの講演会"),
        trainings.training(now - hour, "under-way", title="開催中の講演会"),
        trainings.training(now - 3 * day, "recorded", title="録画の講演会", form=Form.WEB_RECORDED),
    )
    with here.sessions.begin() as session:
        samples.publish(session, samples.course(common=LECTURE), now)
        samples.publish(session, samples.course("sample", "肩こり入門", 8, sample=True), now)
        told = issues.an_issue("2026-09", deadline=now - 9 * day, told=now)
        for issue in (told, issues.an_issue("2026-10", deadline=now - 9 * day, told=now + day)):
            issues.publish(session, issue, now)
        for talk in talks:
            trainings.publish(session, talk, now - 9 * day)


def day(here: Office, ago: int = 1) -> date:
    return (here.clock.now() + timedelta(hours=9)).date() - timedelta(days=ago)


async def picked(guest: Guest, member: int, of: str, name: str) -> Screen:
    """Choose the one content of that name."""
    await guest.taps(GrantFor(member, of))
    found = await guest.says(name)
    (pick,) = [one for one in presses(found) if isinstance(one, PickContent)]
    return await guest.taps(pick)


async def previewed(guest: Guest, here: Office, member: int, why: str = REASON) -> Screen:
    """The preview of yesterday's credit of the course, for this reason."""
    await picked(guest, member, "course", "高血圧")
    await guest.taps(Answer(member, "day", day(here).toordinal()))
    return await guest.says(why)


def button(screen: Screen) -> GrantIt:
    (found,) = [one for one in presses(screen) if isinstance(one, GrantIt)]
    return found


def quoted(screen: Screen) -> list[str]:
    """What the member will read, as a preview shows it."""
    return screen.text.split(f"{RULE}\n")[1].splitlines()


def standing(here: Office, member: int) -> Sequence[StandingCredit]:
    with here.sessions.reading() as session:
        return ledger.standing(session, member)


def lectures(here: Office, member: int) -> dict[str, int]:
    with here.sessions.reading() as session:
        return dict(common.by_category(session, member))


def letters_of(here: Office) -> list[tuple[int, list[str]]]:
    """Every letter about a credit that is due and still true: to whom, and its lines. They are claimed by that."""
    write = {one.key: one.make for one in LETTERS}
    with here.sessions.begin() as session:
        found = []
        for letter in letters.claim(session, here.clock.now(), limit=99):
            if not isinstance(letter.key, CreditGranted | CreditReversed):
                continue
            chat, member = chats.of_member(session, letter.member_id), callers.caller(session, letter.member_id)
            assert chat is not None
            house = here.turns.house
            turn = Turn(session, chat, here.clock.now(), speak(chat.language), house, 0, member=member)
            screen = write[type(letter.key)](turn, letter)
            if isinstance(screen, Unwanted):
                continue
            lines = replace(screen, text=screen.text.replace("<b>", "").replace("</b>", "")).text.splitlines()
            found.append((letter.member_id, lines))
    return found


def proved(here: Office) -> Proof:
    with here.sessions.reading() as session:
        return proving.proof(session, Span(1, 99), wordings.programme(session), Rulebook())
