"""The first room of staff: who gets in, what is shown and done there, and what the log says of it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from content.words import EN, JA
from handlers.press import Press, unpack
from handlers.routing import Routes
from handlers.screens.screen import Screen
from handlers.screens.staff.members import AskWhy, DoIt, OpenMember, Room, Turned
from handlers.screens.start import Start
from handlers.staff import members as feature
from handlers.turn import House
from storage import enrolments, guards, staff, stafflog
from storage.guards import Gate
from storage.logproof import verify
from storage.members import MemberRecord
from storage.sessions import Sessions
from storage.stafflog import Entry
from storage.tables import Member, Staff
from tests import samples
from tests.handlers import talking
from tests.handlers.talking import AOI, SHIRO, Guest, presses

KITA = MemberRecord("1000000009", "北見 涼", date(1980, 5, 1))
ABE = [MemberRecord(f"20000000{n:02}", f"安部 {n:02}", date(1970, 1, 1), kana=f"アベ {n:02}") for n in range(1, 11)]
STAFF_PRESSES: list[Press] = [Room(), Turned(1), OpenMember(1), AskWhy("give_code", 1), DoIt("give_code", 1, 0)]


class Office(talking.Room):
    """A room with staff's features in it."""

    def __init__(self, sessions: Sessions, house: House, now: datetime) -> None:
        super().__init__(sessions, house, now)
        self.turns.routes = Routes((*talking.FEATURES, feature))

    @property
    def log(self) -> list[Entry]:
        """The latest act first."""
        with self.sessions.reading() as session:
            assert verify(session, self.sessions.cipher) == []
            return stafflog.read(session)

    def locks(self, member_id: int, failures: int = 8) -> None:
        """So many wrong passwords for this member's ID."""
        with self.sessions.begin() as session:
            gate = Gate("id", session.get_one(Member, member_id).member_no_key)
            for _ in range(failures):
                guards.fail(session, [gate], self.clock.now())

    def locked_until(self, member_id: int) -> datetime:
        with self.sessions.reading() as session:
            return guards.member_until(session, member_id, self.clock.now())


@pytest.fixture
def here(sessions: Sessions, house: House, now: datetime) -> Iterator[Office]:
    opened = Office(sessions, house, now)
    opened.joins(AOI, SHIRO, KITA, *ABE)
    yield opened
    opened.hashing.close()
    opened.turns.close()


@pytest.fixture
async def kita(here: Office) -> Guest:
    """A member of staff, logged in."""
    guest = here.guest(700000009)
    await guest.chooses(KITA)
    with here.sessions.begin() as session:
        staff.grant(session, here.id_of(KITA), "support", here.clock.now())
    return guest


@pytest.fixture
async def aoi(here: Office) -> Guest:
    """A member, logged in."""
    guest = here.guest(700000001)
    await guest.chooses(AOI)
    return guest


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


async def test_a_stranger_and_a_member_do_not_know_the_command(here: Office, aoi: Guest) -> None:
    for guest in (here.guest(700000002), aoi):
        for said in ("/staff", "/staff 青井", "/STAFF", "/staff@tani_bot"):
            assert await guest.says(said) == await guest.says("/nothing_of_ours")
    assert here.log == []


@pytest.mark.parametrize("press", STAFF_PRESSES)
async def test_a_stranger_and_a_member_do_not_know_the_buttons(press: Press, here: Office, aoi: Guest) -> None:
    class Unknown(Press, tag="zz"):
        pass

    for guest in (here.guest(700000002), aoi):
        assert await guest.taps(press) == await guest.taps(Unknown())
        assert await guest.taps(Unknown()) == Screen("", toast=JA.refusals.stale_button(), alert=True)
    assert here.log == []


async def test_what_a_chat_waits_for_stays_when_a_command_is_not_known(here: Office) -> None:
    guest = here.guest(700000002)
    await guest.comes_to_password(AOI.member_no)
    for said in ("/staff", "/nothing_of_ours"):
        await guest.says(said)
        assert guest.chat.expects == "password"


async def test_a_lost_role_is_lost_at_once(here: Office, kita: Guest) -> None:
    await kita.says("/staff")
    with here.sessions.begin() as session:
        session.delete(session.get_one(Staff, (here.id_of(KITA), "support")))
    assert JA.refusals.not_understood() in (await kita.says("青井")).text
    assert (await kita.taps(OpenMember(here.id_of(AOI)))).toast == JA.refusals.stale_button()
    assert here.log == []


async def test_the_command_is_not_in_the_menu(here: Office) -> None:
    assert not here.turns.routes.commands["staff"].menu


async def test_the_room_waits_for_a_name_or_an_id(here: Office, kita: Guest) -> None:
    screen = await kita.says("/staff")
    assert JA.staff.room_title() in screen.text
    assert presses(screen) == [Start()]
    card = await kita.says("１００００００００１")
    assert "青井 遥" in card.text
    assert "白石 結子" in (await kita.says("白石")).text, "the next text looks for the next member"


async def test_one_match_opens_the_card_and_is_logged(here: Office, kita: Guest) -> None:
    card = await kita.says("/staff 青井")
    assert "会員ID 1000000001　MAMIS ID M2026-0001" in card.text
    assert JA.staff.link("none", False) in card.text
    assert JA.staff.not_locked() in card.text
    assert "受講中：なし" in card.text
    assert "2026年度：0単位・0コード" in card.text
    assert "2024年度" in card.text
    assert "1972" not in card.text, "the birth date is the initial password"
    assert presses(card) == [AskWhy("give_code", here.id_of(AOI)), Room()]
    (viewed,) = here.log
    assert (viewed.act, viewed.staff_id, viewed.member_id) == ("viewed", here.id_of(KITA), here.id_of(AOI))
    assert viewed.why == "in the role of support"


async def test_the_card_shows_login_and_study(here: Office, kita: Guest, aoi: Guest, now: datetime) -> None:
    member = here.id_of(AOI)
    with here.sessions.begin() as session:
        listed = samples.publish(session, samples.course(), now)
        for number in range(1, 8):
            other = samples.publish(session, samples.course(f"course-{number}", f"講座{number}"), now)
            enrolments.touch(session, member, other.id, now - timedelta(days=number))
        enrolments.touch(session, member, listed.id, now)
    card = await kita.says("/staff 青井")
    assert JA.staff.link("linked", True) in card.text
    assert "受講中：8講座" in card.text
    assert "▶️ 高血圧（CC 74）　11月22日（日） 10:00" in card.text
    assert "講座4" in card.text
    assert "講座5" not in card.text
    assert "ほかに3講座" in card.text


async def test_many_matches_come_in_pages(here: Office, kita: Guest) -> None:
    first = await kita.says("/staff あべ")
    assert "10名が見つかりました" in first.text
    assert "1　安部 01（アベ 01）　2000000001" in first.text
    assert labels(first) == [*map(str, range(1, 9)), "1 / 2", "›", "‹ 戻る"]
    second = await kita.taps(Turned(2))
    assert labels(second) == ["9", "10", "‹", "2 / 2", "‹ 戻る"]
    card = await kita.taps(presses(second)[1])
    assert "安部 10" in card.text
    assert presses(card)[-1] == Turned(2)
    assert await kita.taps(Turned(2)) == second
    assert [entry.act for entry in here.log] == ["searched", "viewed", "searched", "searched"]
    assert here.log[0].after == {"found": 10, "shown": [here.id_of(one) for one in ABE[8:]]}
    assert here.log[0].member_id is None


@pytest.mark.parametrize("page", [0, -1, 3, 10**8])
async def test_a_page_that_there_is_none_of_is_the_first(page: int, here: Office, kita: Guest) -> None:
    first = await kita.says("/staff 安部")
    assert await kita.taps(Turned(page)) == first


async def test_an_old_list_leads_to_the_room(kita: Guest) -> None:
    await kita.says("/staff 安部")
    await kita.says("/settings")
    assert JA.staff.room_title() in (await kita.taps(Turned(2))).text


@pytest.mark.parametrize(
    ("text", "answer"), [("誰も", "見つかりません"), ("あ" * 100, "見つか"), ("あ" * 101, "100文字まで")]
)
async def test_nobody_is_found(text: str, answer: str, here: Office, kita: Guest) -> None:
    await kita.says("/staff")
    assert answer in (await kita.says(text)).text
    assert "青井 遥" in (await kita.says("青井")).text


async def test_text_of_staff_is_no_markup(kita: Guest) -> None:
    assert "&lt;b&gt;" in (await kita.says("/staff <b>")).text


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


async def test_a_lock_is_lifted_for_a_reason(here: Office, kita: Guest) -> None:
    member = here.id_of(AOI)
    here.locks(member)
    until = here.locked_until(member)
    card = await kita.says("/staff 青井")
    assert JA.staff.locked(until) in card.text
    why = await kita.taps(presses(card)[0])
    assert why.text.startswith("<b>制限を解除する　青井 遥</b>")
    assert here.locked_until(member) == until, "asking for the reason lifts nothing"
    done = await kita.taps(presses(why)[1])
    assert JA.staff.lifted() in done.text
    assert JA.staff.not_locked() in done.text
    assert here.locked_until(member) == here.clock.now()
    lifted = here.log[0]
    assert (lifted.act, lifted.member_id, lifted.why) == ("lift_lock", member, JA.staff.reasons()[1])
    assert lifted.before == {"locked_until": until.isoformat(), "failures": True}
    assert lifted.after == {"locked_until": "", "failures": False}


async def test_lifting_what_is_not_locked_says_so(here: Office, kita: Guest) -> None:
    done = await kita.taps(DoIt("lift_lock", here.id_of(AOI), 0))
    assert JA.staff.was_not_locked() in done.text
    assert here.log[0].before == {"locked_until": "", "failures": False}


async def test_a_reason_in_own_words(here: Office, kita: Guest) -> None:
    member = here.id_of(AOI)
    here.locks(member)
    await kita.says("/staff 青井")
    await kita.taps(AskWhy("lift_lock", member))
    for bad in ("x", "　", "あ" * 201):
        assert "2文字以上200文字以内" in (await kita.says(bad)).text
    assert here.locked_until(member) > here.clock.now()
    assert JA.staff.lifted() in (await kita.says(" 会員証を\n確認 ")).text
    assert here.log[0].why == "会員証を 確認"
    assert "白石 結子" in (await kita.says("白石")).text, "the next text is a search again"


async def test_a_one_time_code_is_shown_once_and_works_once(here: Office, kita: Guest, aoi: Guest) -> None:
    member = here.id_of(AOI)
    card = await kita.says("/staff 青井")
    shown = await kita.taps(presses(await kita.taps(presses(card)[0]))[0])
    code = shown.rows[0][0].copies
    assert f"{code[:4]} {code[4:]}" in shown.text
    assert "11月23日（月） 10:00 まで" in shown.text
    back = await kita.taps(presses(shown)[0])
    assert code[:4] not in back.text
    assert JA.staff.code_out(here.clock.now() + timedelta(hours=24)) in back.text
    given = here.log[1]
    assert (given.act, given.why) == ("give_code", JA.staff.reasons()[0])
    assert given.before == {"code_until": ""}
    assert given.after == {"code_until": (here.clock.now() + timedelta(hours=24)).isoformat()}

    elsewhere = here.guest(700000003)
    await elsewhere.comes_to_password(AOI.member_no)
    assert JA.login.new_title() in (await elsewhere.says(code)).text
    await elsewhere.says("another-river-99")
    assert elsewhere.member_id == member
    third = here.guest(700000004)
    await third.comes_to_password(AOI.member_no)
    assert JA.login.wrong() in (await third.says(code)).text


@pytest.mark.parametrize(("hours", "good"), [(23.999, True), (24, False)])
async def test_a_code_is_good_for_a_day(hours: float, good: bool, here: Office, kita: Guest) -> None:
    shown = await kita.taps(DoIt("give_code", here.id_of(AOI), 0))
    here.waits(hours=hours)
    guest = here.guest(700000003)
    await guest.comes_to_password(AOI.member_no)
    asked = await guest.says(shown.rows[0][0].copies)
    assert (JA.login.new_title() in asked.text) is good


async def test_a_new_code_ends_the_former(here: Office, kita: Guest) -> None:
    press = DoIt("give_code", here.id_of(AOI), 0)
    first, second = [(await kita.taps(press)).rows[0][0].copies for _ in range(2)]
    guest = here.guest(700000003)
    await guest.comes_to_password(AOI.member_no)
    assert JA.login.wrong() in (await guest.says(first)).text
    assert JA.login.new_title() in (await guest.says(second)).text
    assert here.log[0].before == here.log[1].after


async def test_staff_read_english_too(here: Office, sessions: Sessions) -> None:
    guest = here.guest(700000010, "en")
    await guest.chooses(SHIRO)
    with sessions.begin() as session:
        staff.grant(session, here.id_of(SHIRO), "owner", here.clock.now())
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
