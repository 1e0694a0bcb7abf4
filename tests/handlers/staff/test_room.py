"""The first room of staff: who gets in, in which language, and by which buttons."""

import pytest

from content.staff.logged import Filter
from content.words import EN, JA
from handlers.features import FEATURES
from handlers.press import Press, unpack
from handlers.presses.staff import activating as letters
from handlers.presses.staff import announcing as news
from handlers.presses.staff import certificates as kept
from handlers.presses.staff import crediting, erasing
from handlers.presses.staff import exporting as exported
from handlers.presses.staff import importing as imported
from handlers.presses.staff import requests as asked
from handlers.presses.staff.claims import AskWhyClaim, CloseClaim, DecideClaim
from handlers.presses.staff.declarations import AskWhyFiled, DecideFiled, OpenEvidence
from handlers.presses.staff.desk import Claims, Desk, Filed, OpenClaim, OpenFiled
from handlers.presses.staff.inviting import (
    AskAgain,
    ChooseRole,
    ConfirmInvitation,
    Invite,
    InviteAgain,
    InviteFor,
    OpenInvitation,
    RefuseInvitation,
)
from handlers.presses.staff.joint import ConfirmJoint, OpenJoint, RefuseJoint
from handlers.presses.staff.log import ExportLog, Log, LogActs, LogDays, LogPeople, OpenEntry
from handlers.presses.staff.members import AskWhy, DoIt, OpenMember, Receptions, Room, Turned
from handlers.presses.staff.membership import AskMembership, ChangeMembership
from handlers.presses.staff.roles import AskWhyRole, ChangeRole, OpenHolder, Roles
from handlers.presses.staff.rooms import Rooms
from handlers.presses.staff.viewing import AskView, EndView, Seen, ViewFor
from handlers.presses.start import Start
from handlers.screens.screen import Screen
from handlers.staff.rights import MayDo
from handlers.turn import On
from storage.engine.sessions import Sessions
from storage.staff import roles
from storage.staff.roles import Taken
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.talking import AOI, SHIRO, Guest, presses

WHAT = Filter().pack()
STAFF_PRESSES: list[Press] = [
    *(Roles(1), OpenHolder(1), AskWhyRole(1, "officer", True), ChangeRole(1, "officer", True, 0)),
    *(Rooms(), Receptions(1), Room(), Turned(1), OpenMember(1), AskWhy("give_code", 1), DoIt("give_code", 1, 0)),
    *(AskView(1), ViewFor(1, 0), EndView(), Seen(1, "st"), AskMembership(1, True), ChangeMembership(1, True, 0)),
    *(Desk(), Claims(1), OpenClaim(1), AskWhyClaim(1, 1, True), DecideClaim(1, 1, True, 0), CloseClaim(1, 1)),
    *(Invite(), ChooseRole("officer"), InviteFor(0), AskAgain(1), InviteAgain(1, 0)),
    *(OpenInvitation(1), ConfirmInvitation(1), RefuseInvitation(1)),
    *(OpenJoint(1), ConfirmJoint(1, "x"), RefuseJoint(1)),
    *(Log(WHAT, 1), OpenEntry(WHAT, 1, 1), LogPeople(WHAT, 1), LogActs(WHAT, 1), LogDays(WHAT), ExportLog(WHAT)),
    *(Filed(1), OpenFiled(1), OpenEvidence(1, 1), AskWhyFiled(1, 1, True), DecideFiled(1, 1, True, 0)),
    *(asked.Asked(1), asked.OpenAsked(1), asked.TakeRequest(1, 1, 0), asked.PutBack(1, 1), asked.ToWhom(1, 1, 1)),
    *(asked.HandOn(1, 1, 1), asked.AskNote(1, 1), asked.WriteAnswer(1, 1), asked.RewriteAnswer(1, 1)),
    *(asked.RemoveAnswerFile(1, 1, 1), asked.ReviewAnswer(1, 1), asked.SendAnswer(1, 1, 1, 0)),
    *(kept.CertificateRoom(), kept.OfMember(1, 1), kept.Doubted(1), kept.OpenIssued(1), kept.FetchIssued(1)),
    *(kept.AskReplace(1, 1), kept.ReplaceIssued(1, 1, "name", "x"), kept.AskRevoke(1, 1), kept.RevokeFor(1, 1, "wish")),
    *(kept.AskLeave(1, 1), kept.LeaveIssued(1, 1, 0)),
    *(crediting.ListCredits(1, 1), crediting.AskGrant(1), crediting.GrantFor(1, "course"), crediting.GrantIt(1, "x")),
    *(crediting.PickContent(1, "course", 1), crediting.Answer(1, "why", 0), crediting.AskReverse(1, 1)),
    *(crediting.ReverseFor(1, 1, 0), crediting.ReverseIt(1, 1, "x")),
    *(erasing.AskErase(1), erasing.EraseFor(1, 0)),
    *(imported.ImportRoom(), imported.OpenImport(1), imported.ApplyImported(1), imported.DropImport(1)),
    *(imported.FetchReport(1), imported.AskUndoImport(1), imported.UndoImport(1)),
    *(imported.CreditImportRoom(), imported.OpenCreditImport(1), imported.ApplyCreditImport(1)),
    *(imported.DropCreditImport(1), imported.FetchCreditReport(1), imported.AskUndoCreditImport(1)),
    imported.UndoCreditImport(1),
    *(imported.GrantRoom(), imported.GrantsFor(0), imported.OpenGrants(1), imported.ApplyGrants(1)),
    *(imported.DropGrants(1), imported.FetchGrantReport(1), imported.AskUndoGrants(1)),
    *(imported.UndoGrantsFor(1, 0), imported.UndoGrants(1)),
    *(exported.ExportRoom(), exported.ChooseAudience(1, 1), exported.ChooseKind(1, 1, 1), exported.OpenExport(1)),
    *(exported.BeginExport(1, 1, 1, "whole", "utf-8"), exported.MakeFile(1), exported.DropExport(1)),
    exported.FetchExport(1),
    *(news.Announcements(1), news.NewAnnouncement(), news.ChooseBy("all"), news.PickCourse(1), news.AtOnce(1)),
    *(news.BeginFor("all", ""), news.OpenAnnouncement(1), news.WriteText(1, "ja"), news.ChooseButton(1)),
    *(news.ChooseButtonCourse(1, 1), news.SetButton(1, "credits", 0), news.AskMoment(1), news.Preview(1)),
    *(news.AskFile(1), news.RemoveFile(1)),
    *(news.Trial(1), news.CountAnew(1), news.AskRemoveDraft(1), news.RemoveDraft(1), news.AskSend(1)),
    *(news.SendIt(1, "x"), news.Pause(1), news.GoOn(1, "x"), news.AskCancel(1), news.Cancel(1)),
    news.Unknowns(1, 1),
    *(letters.LetterRoom(), letters.MakeForAll(), letters.AskPrefecture(), letters.OpenBatch(1), letters.GetFile(1)),
    *(letters.AskList(), letters.OrderForList(1), letters.GetRefused(1), letters.DropOrder(1)),
    *(asked.AskMember(1, 1), asked.SendQuestion(1, 1, 1), asked.OpenCase(1)),
    *(asked.DiscardAnswer(1, 1), asked.AskClose(1, 1), asked.CloseRequest(1, 1, 0), asked.FetchAsked(1, 1, 1)),
]


def test_every_button_and_command_of_a_room_of_staff_asks_for_a_role() -> None:
    """What stands in a room's module is for staff, and every such button is pressed by others below."""
    rooms = [feature for feature in FEATURES if feature.__name__.startswith("handlers.staff.")]
    routes = [route for feature in rooms for route in feature.ROUTES]
    assert {type(route.who) for route in routes} == {MayDo}
    assert {route.press for route in routes if isinstance(route, On)} == {type(press) for press in STAFF_PRESSES}


async def test_a_stranger_and_a_member_do_not_know_the_command(here: Office, aoi: Guest) -> None:
    for guest in (here.guest(700000002), aoi):
        for said in ("/staff", "/staff 青井", "/STAFF", "/staff@tani_bot"):
            assert await guest.says(said) == await guest.says("/nothing_of_ours")
    assert here.log == []


async def test_a_stranger_and_a_member_do_not_know_the_buttons(here: Office, aoi: Guest) -> None:
    class Unknown(Press, tag="zz"):
        pass

    for guest in (here.guest(700000002), aoi):
        stale = await guest.taps(Unknown())
        assert stale == Screen("", toast=JA.refusals.stale_button(), alert=True)
        for press in STAFF_PRESSES:
            assert await guest.taps(press) == stale, press
    assert here.log == []


async def test_what_a_chat_waits_for_stays_when_a_command_is_not_known(here: Office) -> None:
    guest = here.guest(700000002)
    await guest.comes_to_password(AOI.member_no)
    for said in ("/staff", "/nothing_of_ours"):
        await guest.says(said)
        assert guest.chat.expects == "password"


async def test_a_lost_role_is_lost_at_once(here: Office, kita: Guest) -> None:
    await kita.says("/staff")
    member = here.id_of(KITA)
    with here.sessions.begin() as session:
        for role in ("support", "officer"):
            assert roles.take(session, member, role) is Taken.DONE
    assert JA.refusals.not_understood() in (await kita.says("青井")).text
    assert (await kita.taps(OpenMember(here.id_of(AOI)))).toast == JA.refusals.stale_button()
    assert here.log == []


async def test_the_room_waits_for_a_name_or_an_id(here: Office, kita: Guest) -> None:
    screen = await kita.says("/staff")
    assert JA.rights.rooms_title() in screen.text
    imports = [imported.ImportRoom(), imported.CreditImportRoom(), imported.GrantRoom(), exported.ExportRoom()]
    assert presses(screen) == [Desk(), Room(), kept.CertificateRoom(), *imports, letters.LetterRoom(), Start()]
    room = await kita.taps(Room())
    assert JA.staff.room_title() in room.text
    assert presses(room) == [Rooms()]
    card = await kita.says("１００００００００１")
    assert "青井 遥" in card.text
    assert "白石 結子" in (await kita.says("白石")).text, "the next text looks for the next member"


@pytest.mark.parametrize(
    "press",
    [
        OpenMember(999),
        OpenMember(99_999_999_999),
        OpenMember(-1),
        AskWhy("give_code", 999),
        DoIt("lift_lock", 999, 0),
        AskWhy("erase", 1),
        DoIt("erase", 1, 0),
    ],
)
async def test_forged_buttons_change_nothing(press: Press, here: Office, kita: Guest) -> None:
    assert (await kita.taps(press)).toast == JA.refusals.stale_button()
    assert here.log == []


@pytest.mark.parametrize("reason", [-1, 3])
async def test_a_forged_reason_changes_nothing(reason: int, here: Office, kita: Guest) -> None:
    assert (await kita.taps(DoIt("give_code", here.id_of(AOI), reason))).toast == JA.refusals.stale_button()
    assert here.log == []


async def test_staff_read_english_too(here: Office, sessions: Sessions) -> None:
    guest = here.guest(700000010, "en")
    await guest.chooses(SHIRO)
    with sessions.begin() as session:
        roles.grant(session, here.id_of(SHIRO), "owner", here.clock.now())
    card = await guest.says("/staff 1000000001")
    assert EN.staff.not_locked() in card.text
    why = await guest.taps(presses(card)[0])
    assert EN.staff.reasons()[0] in labels(why)
    await guest.taps(presses(why)[0])
    assert here.log[0].why == EN.staff.reasons()[0]


async def test_every_button_fits_and_is_a_press_of_ours(here: Office, kita: Guest) -> None:
    screens = [await kita.says("/staff 安部"), await kita.says("/staff 青井")]
    screens.append(await kita.taps(AskWhy("give_code", here.id_of(AOI))))
    for screen in screens:
        assert labels(screen)[-1] == JA.common.back()
        for press in presses(screen):
            assert unpack(press.pack()) == press
