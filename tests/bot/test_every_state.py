"""Whatever is sent while the chat waits for something, or behind a command: answered, and nothing of others changed.

What a chat can wait for is drawn from the features; the way there is listed, and a missing one is a fault.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.sandbox.kinds import KINDS
from content.activating.code import grouped, written
from content.rules import BOOK
from content.words import JA
from handlers.presses.certificates.verify import CompareName
from handlers.presses.staff.announcing import AskFile, AskMoment
from handlers.presses.staff.certificates import AskLeave, RevokeFor
from handlers.presses.staff.crediting import AskReverse, GrantFor
from handlers.presses.staff.declarations import AskWhyFiled
from handlers.presses.staff.importing import AskUndoGrants
from handlers.presses.staff.joint import OpenJoint
from handlers.presses.staff.membership import AskMembership
from handlers.presses.staff.requests import AskMember, AskNote, TakeRequest, WriteAnswer
from handlers.presses.trainings.checkin import AskClaim
from handlers.turn import HearsSecret
from storage.tables import Evidence, RequestFile, StaffAct
from tests.bot.answering import answered, bots
from tests.bot.beside import Beside
from tests.bot.hostile import FILES, TEXTS, TEXTS_FOR_DATABASES
from tests.bot.waiting import ROUTES, Waiting, asks_for_a_second, granted_by_file
from tests.sizes import todays
from tests.snapshot import owned
from tests.stage import Stage, logged_in

# said by python-telegram-bot to itself, of a message about a timer
pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2:telegram.warnings.PTBDeprecationWarning")

AOI, EMMA, STAFF, STRANGER, OFFICER, OWNER = 1, 7, 9, 10, 11, 14
DECLARING = (
    "/declare",
    "新しく申告する",
    "日本医学会分科会の学会",
    "2026年度見本学会",
    "11/3",
    "1.5",
    "74",
    "備考なしで進む",
)
OSAKA = 2
"""A training of last week at which she was not, by number; and, below, the declaration that waits for staff."""
SUBMITTED, ASKED, ABOUT = 4, 7, 4
"""The request of the member beside that waits, and that of the declaration."""
PAPER, CREDIT, OTHER = 1, 2, 5
"""The certificate of the member beside, which is in doubt, a credit of the same member, and the member."""
WAYS: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "login_id": (STRANGER, ("/login", "同意")),
    "login_consent": (STRANGER, ("1000000004",)),
    "activation_birth": (STRANGER, ("/login", "同意", grouped(written(7)))),
    "letters_prefecture": (OFFICER, ("/letters", "都道府県を選んで作成する")),
    "letters_list": (OFFICER, ("/letters", "会員IDのファイルで作成する")),
    "password": (STRANGER, ("/login", "同意", "1000000004")),
    "new_password": (4, ("/login", "同意", "1000000004", "880331")),
    "mydata_password": (AOI, ("/mydata",)),
    "erase_password": (AOI, ("/erase_me",)),
    "certificate_dates": (AOI, ("/certificate", "一般", "期間を指定")),
    "fees_dates": (AOI, ("/fees", "地域包括診療", "期間を指定する")),
    "report_dates": (AOI, ("/fees", "かかりつけ医機能報告", "期間を指定する")),
    "filed_on": (AOI, ("/settings", "届出・認定証", "届出の回数", "2回以上")),
    "certified_on": (AOI, ("/settings", "届出・認定証", "認定証の発行日")),
    "plan_day": (AOI, ("/plan", "ほかの日を入力")),
    "why": (AOI, ("/why",)),
    "checkin_code": (AOI, ("/checkin",)),
    "late_claim": (AOI, ("/trainings", AskClaim(OSAKA).pack())),
    **{
        f"declare_{step}": (AOI, DECLARING[:far])
        for far, step in enumerate(("kind", "what", "day", "units", "code", "note", "evidence"), start=2)
    },
    "certificate_number": (AOI, ("/verify",)),
    "certificate_name": (AOI, (CompareName("t" * 22).pack(),)),
    "staff_find": (STAFF, ("/staff",)),
    "staff_why": (STAFF, ("/staff 1000000005", "1回限りのコード")),
    "view_why": (STAFF, ("/staff 1000000005", "会員の画面を見る")),
    "membership_why": (OFFICER, ("/staff", AskMembership(OTHER, True).pack())),
    "role_of": (OWNER, ("/roles",)),
    "role_why": (OWNER, ("/roles 1000000006", "審査を付与")),
    "new_pin": (OWNER, (OpenJoint(1).pack(), "確認して実行する")),
    "pin": (OWNER, (OpenJoint(1).pack(), "確認して実行する", "480271")),
    "joint_why": (OWNER, (OpenJoint(1).pack(), "断る")),
    "announce_who": (OWNER, ("/broadcast", "新しく作る", "未取得のコード")),
    "announce_text": (OWNER, ("/broadcast", "新しく作る", "全員")),
    "announce_file": (OWNER, ("/broadcast", "新しく作る", "全員", AskFile(1).pack())),
    "announce_when": (OWNER, ("/broadcast", "新しく作る", "全員", AskMoment(1).pack())),
    "log_filter": (OWNER, ("/log",)),
    "invite_name": (OWNER, ("/roles", "会員ではない職員を招待する")),
    "invite_why": (OWNER, ("/roles", "会員ではない職員を招待する", "事務 花子", "審査")),
    "request_kind": (AOI, ("/requests", "新しく依頼する")),
    "request": (AOI, ("/requests", "新しく依頼する", "その他")),
    "case_question": (OFFICER, ("/staff", TakeRequest(ABOUT, 1, 0).pack(), AskMember(ABOUT, 1).pack())),
    "request_note": (OFFICER, ("/staff", AskNote(ASKED, 1).pack())),
    "request_answer": (OFFICER, ("/staff", TakeRequest(ASKED, 1, 0).pack(), WriteAnswer(ASKED, 1).pack())),
    "request_why": (OFFICER, ("/staff", TakeRequest(ASKED, 1, 0).pack(), "回答せず終了")),
    "staff_certificate": (OFFICER, ("/certificates",)),
    "revoke_why": (OFFICER, ("/staff", RevokeFor(PAPER, 0, "mistake").pack())),
    "leave_why": (OFFICER, ("/staff", AskLeave(PAPER, 0).pack())),
    **{kind: (OFFICER, (f"/{kind}",)) for kind in ("import", "import_credits", "export")},
    **dict.fromkeys(("grant_file", "grants_undo_why"), (OFFICER, ("/grant_credits",))),
    "grant_for": (OFFICER, ("/staff", GrantFor(OTHER, "course").pack())),
    "grant": (OFFICER, ("/staff", GrantFor(OTHER, "other").pack())),
    "reverse_why": (OFFICER, ("/staff", AskReverse(OTHER, CREDIT).pack())),
    "claim_why": (OFFICER, ("/staff 1000000003", "出席確認の申請", "認めない")),
    "declaration_why": (OFFICER, ("/staff", AskWhyFiled(SUBMITTED, 1, False).pack())),
}
"""Whose chat waits for it, and what is said, tapped (a label) or pressed (a key) to come there."""
BESIDE, BESIDE_ASKED = 5, 2
"""Files of the member beside: of declarations, and of requests."""
MEANT_OTHERWISE = ("糖尿", "高血圧", "不眠 休薬")
"""Searches that find a course."""
WAITS = timedelta(minutes=BOOK[0][1].answer_awaited_min)
SILENT = {"auto_delete_timer", "write_access_allowed"}


def test_the_way_to_every_state_is_known() -> None:
    assert set(WAYS) == {*ROUTES.heard, *ROUTES.received}


async def comes_to(stage: Stage, expected: str) -> Waiting:
    number, way = WAYS[expected]
    if number == OWNER:
        asks_for_a_second(stage)
    if expected == "grants_undo_why":
        way = (*way, AskUndoGrants(granted_by_file(stage)).pack())
    phone = await logged_in(stage, number) if number in (AOI, STAFF, OFFICER, OWNER) else stage.phone(number)
    for step in way:
        if ":" in step:
            await phone.presses(phone.last["message_id"], step)
        else:
            await (phone.taps(step) if any(step in label for label in phone.buttons) else phone.says(step))
    waiting = Waiting(stage, phone)
    assert waiting.expects == expected
    return waiting


@pytest.fixture
async def untouched(stage: Stage, other: Beside) -> AsyncIterator[None]:
    """In the end nothing on record of the member beside has changed, but where staff were at work."""
    yield
    with stage.app.sessions.reading() as session:
        by_staff = set(session.execute(select(StaffAct.act)).scalars()) & {
            "refuse_claim",
            "refuse_declaration",
            "give_code",
            "take_request",
            "note_on_request",
            "close_request",
            "leave_certificate",
            "end_membership",
            "resume_membership",
            "send_import",  # its report names the members who are missing from the file
        }
    assert by_staff or owned(stage.app.sessions, other.member) == other.before


async def none_is_swallowed(waiting: Waiting) -> None:
    """What is no answer means what it means in a chat that waits for nothing, and the wait is over. So does everything
    after ten minutes; what could have been the answer hears of that.
    """
    for text in todays(MEANT_OTHERWISE, 3, [*WAYS].index(waiting.expects)):
        waiting.not_at_all()
        calm = await waiting.phone.says(text)
        fits = waiting.can_be(text)
        if not fits:
            waiting.again()
            assert await waiting.phone.says(text) == calm, text
            assert waiting.awaited == "", text
        if not isinstance(ROUTES.heard[waiting.expects], HearsSecret):
            waiting.again(WAITS)
            late = await waiting.phone.says(text)
            assert late == (f"{calm}\n\n{JA.refusals.answer_too_late()}" if fits else calm), text
            assert waiting.awaited == "", text


def texts(expected: str, kind: str) -> Sequence[str]:
    """What is said in this state today: some of those on which databases differ, and on SQLite some others too."""
    turn = [*WAYS].index(expected)
    others = TEXTS[len(TEXTS_FOR_DATABASES) :] if kind == "sqlite" else ()
    return todays(TEXTS_FOR_DATABASES, 6, turn) + todays(others, 12, turn)


async def any_text(stage: Stage, waiting: Waiting) -> None:
    for text in texts(waiting.expects, stage.app.sessions.kind):
        waiting.again()
        assert await answered(stage, waiting.phone, text=text), text
    assert "カリキュラムコード" in await waiting.phone.says("/courses") or "ログインが必要" in waiting.phone.sees


async def any_message_that_is_no_text(stage: Stage, waiting: Waiting) -> None:
    person = waiting.phone.person.id
    for kind in todays(KINDS, 6, [*WAYS].index(waiting.expects)):
        waiting.again()
        seen = len(bots(waiting.phone))
        stage.world.send_other(person, kind)
        await stage.settled()
        assert len(bots(waiting.phone)) > seen or kind in SILENT, kind


async def any_file(stage: Stage, waiting: Waiting) -> None:
    """One is kept where one was asked for, and nowhere else. Where none was, a third of them is sent: among all states
    that is each of them, and tomorrow it is another third.
    """
    asked = waiting.expects in ROUTES.received
    for name, content in FILES if asked else todays(FILES, 3, [*WAYS].index(waiting.expects)):
        waiting.again()
        seen = len(bots(waiting.phone))
        stage.world.send_document(waiting.phone.person.id, name, content, "/logout")
        await stage.settled()
        assert len(bots(waiting.phone)) > seen, name
    with stage.app.sessions.reading() as session:
        evidence, files = (
            session.execute(select(func.count()).select_from(one)).scalar_one() for one in (Evidence, RequestFile)
        )
    assert evidence == BESIDE + (5 if waiting.expects == "declare_evidence" else 0)
    assert files == BESIDE_ASKED + (3 if waiting.expects in ("request", "request_answer") else 0)


@pytest.mark.usefixtures("unharmed", "untouched")
@pytest.mark.parametrize("expected", WAYS)
async def test_anything_is_answered(stage: Stage, expected: str) -> None:
    waiting = await comes_to(stage, expected)
    if WAYS[expected][0] in (AOI, STAFF, OFFICER, OWNER):
        await none_is_swallowed(waiting)  # first: what follows may be an answer, and lead elsewhere
    await any_message_that_is_no_text(stage, waiting)
    await any_file(stage, waiting)
    await any_text(stage, waiting)


@pytest.mark.usefixtures("unharmed", "untouched")
@pytest.mark.parametrize(
    ("furnished_url", "number"),
    [("sqlite", AOI), ("postgresql", AOI), ("postgresql", STAFF), ("sqlite", STRANGER)],
    indirect=["furnished_url"],
)
async def test_anything_behind_any_command(stage: Stage, number: int) -> None:
    phone = stage.phone(number) if number == STRANGER else await logged_in(stage, number)
    for turn, command in enumerate(sorted(ROUTES.commands)):
        for argument in ("", *todays(TEXTS_FOR_DATABASES, 12, turn)):
            assert await answered(stage, phone, text=f"/{command} {argument}"[:4096]), (command, argument)
    for prefix in ROUTES.opens:
        for argument in ("", "1", "1_1", f"{2**63}-K7MP3XQ2", "\0", "x" * 60):
            assert await answered(stage, phone, text=f"/start {prefix}_{argument}"), argument
