"""A role is taken away in the middle of each flow of staff: what was asked for is not answered, what was shown opens
nothing, and the record stays as it was.

A flow is what a chat of staff can wait for (a text, a PIN); the table has all of them. The buttons are those of the
last screen before the role is gone.
"""

from collections.abc import Awaitable, Callable, Mapping

import pytest

from content.importing.report import Kind, State
from content.staff.rights import is_noted
from content.words import JA
from handlers.press import Press
from handlers.presses.paging import ChoosePage
from handlers.presses.staff import announcing
from handlers.presses.staff.activating import AskList, AskPrefecture
from handlers.presses.staff.certificates import AskLeave, RevokeFor
from handlers.presses.staff.claims import AskWhyClaim
from handlers.presses.staff.crediting import AskReverse, GrantFor
from handlers.presses.staff.declarations import AskWhyFiled
from handlers.presses.staff.importing import AskUndoGrants
from handlers.presses.staff.inviting import ChooseRole, Invite
from handlers.presses.staff.joint import OpenJoint, RefuseJoint
from handlers.presses.staff.members import AskWhy
from handlers.presses.staff.membership import AskMembership
from handlers.presses.staff.requests import AskClose, AskMember, AskNote, TakeRequest, WriteAnswer
from handlers.presses.staff.roles import AskWhyRole
from handlers.presses.staff.rooms import Rooms
from handlers.presses.staff.viewing import AskView
from handlers.presses.start import Start
from handlers.screens.screen import Screen
from handlers.turn import Hears, HearsSecret
from storage.credits import ledger
from storage.importing import imports
from storage.staff import roles
from tests.handlers.staff.middle import Middle
from tests.handlers.staff.office import ABE, KITA, ROOMS, Office
from tests.handlers.staff.pairing import PIN, shown
from tests.handlers.staff.pile import MINAMI
from tests.handlers.talking import presses
from tests.snapshot import Snapshot, snapshot

NOTED = {"staff_acts", "member_keys", "letters", "chats", "refused_attempts"}
"""What an attempt changes: it is logged, told to the owners, and the chat waits for nothing more."""


async def _pin(at: Middle) -> Screen:
    await at.kita.taps(await shown(at.kita, at.request))
    return await at.kita.says(PIN)


async def _new_pin(at: Middle) -> Screen:
    return await at.kita.taps(await shown(at.kita, at.request))


async def _invited(at: Middle) -> Screen:
    await at.kita.taps(Invite())
    await at.kita.says("事務 花子")
    return await at.kita.taps(ChooseRole("support"))


async def _taken(at: Middle, press: Press) -> Screen:
    """北見 has the request, and presses this."""
    await at.kita.taps(TakeRequest(at.wish.number, 1, 0))
    return await at.kita.taps(press)


async def _asking(at: Middle) -> Screen:
    """北見 has the declaration, and asks its member."""
    request = at.file.filed.care.request
    await at.kita.taps(TakeRequest(request, 1, 0))
    return await at.kita.taps(AskMember(request, 1))


async def _reversing(at: Middle) -> Screen:
    """A credit of the member, of which the reason of a reversal is awaited."""
    with at.here.sessions.reading() as session:
        credit = ledger.standing(session, at.pile.member)[0].id
    return await at.kita.taps(AskReverse(at.pile.member, credit))


async def _granted(at: Middle) -> Screen:
    """A file of which a credit was granted; why it is to be taken back is awaited."""
    with at.here.sessions.begin() as session:
        number = imports.begin(session, Kind.GRANTS, "0" * 64, at.here.clock.now(), by=at.here.id_of(MINAMI))
        imports.settle(session, number, State.APPLIED, at.here.clock.now(), told=False)
    return await at.kita.taps(AskUndoGrants(number))


async def _doubted(at: Middle) -> Screen:
    """A certificate whose member has got another name, before it is left as it is."""
    at.paper.corrects(name="青居 遥")
    return await at.kita.taps(AskLeave(at.paper.number, 0))


Begin = Callable[[Middle], Awaitable[Screen]]
FLOWS: Mapping[str, tuple[Begin, str]] = {
    "staff_find": (lambda at: at.kita.says("/find 安部"), "青井"),
    "staff_why": (lambda at: at.kita.taps(AskWhy("give_code", at.pile.member)), "電話で本人を確認"),
    "view_why": (lambda at: at.kita.taps(AskView(at.pile.member)), "お問い合わせの確認"),
    "membership_why": (lambda at: at.kita.taps(AskMembership(at.pile.member, True)), "退会の届出がありました"),
    "claim_why": (lambda at: at.kita.taps(AskWhyClaim(at.pile.claim, 1, True)), "名簿で確認しました"),
    "declaration_why": (lambda at: at.kita.taps(AskWhyFiled(at.file.number, 1, True)), "名簿で確認しました"),
    "letters_prefecture": (lambda at: at.kita.taps(AskPrefecture()), "東京都"),
    "letters_list": (lambda at: at.kita.taps(AskList()), "名簿"),
    "case_question": (_asking, "参加証をお送りください"),
    "request_note": (lambda at: at.kita.taps(AskNote(at.wish.number, 1)), "住所を確認してください"),
    "request_answer": (lambda at: _taken(at, WriteAnswer(at.wish.number, 1)), "郵送しました"),
    "request_why": (lambda at: _taken(at, AskClose(at.wish.number, 1, at.wish.latest)), "電話で回答しました"),
    "staff_certificate": (lambda at: at.kita.says("/certificates"), "TN26-3048-7719-2209-4"),
    "revoke_why": (lambda at: at.kita.taps(RevokeFor(at.paper.number, 0, "mistake")), "発行の誤りです"),
    "leave_why": (_doubted, "記載は正しい内容です"),
    "import": (lambda at: at.kita.says("/import"), "名簿"),
    "import_credits": (lambda at: at.kita.says("/import_credits"), "名簿"),
    "grant_file": (lambda at: at.kita.says("/grant_credits"), "名簿で確認しました"),
    "grants_undo_why": (_granted, "登録の誤りです"),
    "export": (lambda at: at.kita.says("/export"), "2025年度"),
    "grant_for": (lambda at: at.kita.taps(GrantFor(at.pile.member, "course")), "高血圧"),
    "grant": (lambda at: at.kita.taps(GrantFor(at.pile.member, "other")), "見本学会"),
    "reverse_why": (_reversing, "二重の登録です"),
    "role_of": (lambda at: at.kita.says("/roles"), ABE[0].member_no),
    "role_why": (lambda at: at.kita.taps(AskWhyRole(at.pile.member, "officer", True)), "着任しました"),
    "invite_name": (lambda at: at.kita.taps(Invite()), "事務 花子"),
    "invite_why": (_invited, "着任しました"),
    "joint_why": (lambda at: at.kita.taps(RefuseJoint(at.request)), "必要がありません"),
    "new_pin": (_new_pin, PIN),
    "pin": (_pin, PIN),
    "announce_who": (lambda at: at.kita.taps(announcing.ChooseBy("code")), "74"),
    "announce_text": (lambda at: at.kita.taps(announcing.ChooseBy("all")), "冬のお知らせ"),
    "announce_file": (lambda at: at.kita.taps(announcing.AskFile(at.draft)), "冬のお知らせ"),
    "announce_when": (lambda at: at.kita.taps(announcing.AskMoment(at.draft)), "12月1日 9:00"),
    "log_filter": (lambda at: at.kita.says("/log"), "1000000001"),
}
"""By what the chat waits for: how to come there, and what is then said."""


def takes_all(here: Office, *, left: bool) -> None:
    """All roles of 北見; `left`: 北見 is an organiser instead, who shows check-in codes and no more."""
    member = here.id_of(KITA)
    with here.sessions.begin() as session:
        for role in ("support", "officer", "owner"):
            roles.take(session, member, role)
    if left:
        here.grants(KITA, "organiser")


def till(number: int) -> range:
    """Every number from 1 on."""
    return range(1, number + 1)


def kept(here: Office) -> Snapshot:
    return {name: rows for name, rows in snapshot(here.sessions).items() if name not in NOTED}


def refused(answer: Screen, *, left: bool) -> bool:
    """Told which role has it, if another role is held; otherwise as if there were nothing of the kind."""
    if left:
        return JA.rights.not_yours_title() in answer.text
    return JA.refusals.not_understood() in answer.text or answer.toast == JA.refusals.stale_button()


def test_every_flow_of_staff_is_here() -> None:
    heard = [route for feature in ROOMS for route in feature.ROUTES if isinstance(route, Hears | HearsSecret)]
    assert {route.note.expects for route in heard} == set(FLOWS)


@pytest.mark.parametrize("left", [False, True])
@pytest.mark.parametrize("flow", FLOWS)
async def test_what_was_asked_for_is_not_answered(flow: str, left: bool, middle: Middle) -> None:
    begin, text = FLOWS[flow]
    await begin(middle)
    assert middle.kita.chat.expects == flow
    takes_all(middle.here, left=left)
    before, logged = kept(middle.here), len(middle.here.log)
    answer = await middle.kita.says(text)
    assert refused(answer, left=left)
    assert kept(middle.here) == before
    written = middle.here.log[: len(middle.here.log) - logged]
    assert [(line.act, line.why) for line in written] == [("refused", "holds only: organiser")] * left
    assert not left or middle.kita.chat.expects == ""


@pytest.mark.parametrize("left", [False, True])
@pytest.mark.parametrize("flow", FLOWS)
async def test_what_was_shown_opens_nothing(flow: str, left: bool, middle: Middle) -> None:
    begin, _ = FLOWS[flow]
    screen = await begin(middle)
    opens: list[Press] = [*presses(screen), OpenJoint(middle.request)]
    takes_all(middle.here, left=left)
    before, logged = kept(middle.here), len(middle.here.log)
    # the choice of a page shows numbers alone; what it opens is a page of what was shown
    pages = [press.here if isinstance(press, ChoosePage) else press for press in opens]
    pressed = [press for press in pages if not isinstance(press, Rooms | Start)]
    for press in pressed:
        assert refused(await middle.kita.taps(press), left=left), press
    assert kept(middle.here) == before
    written = middle.here.log[: len(middle.here.log) - logged]
    times = [row[-1] for row in snapshot(middle.here.sessions)["refused_attempts"]]
    assert sum(times) == len(pressed) * left
    assert [line.act for line in written] == ["refused"] * sum(is_noted(time) for most in times for time in till(most))
