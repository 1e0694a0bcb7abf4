"""A credit is taken back from a member's card: its certificates are listed first, and wait for an officer then."""

from datetime import timedelta

from content.credits.credit import By
from content.words import JA
from handlers.presses.credits.why import OfCredit, Why
from handlers.presses.staff.certificates import Doubted, OpenIssued
from handlers.presses.staff.crediting import AskReverse, ListCredits, ReverseFor, ReverseIt
from handlers.screens.screen import Screen
from storage.certificates import showing
from storage.credits import ledger, reversals
from storage.people import callers
from tests.handlers.staff.certifying import Paper, paper_of
from tests.handlers.staff.crediting import button as grants
from tests.handlers.staff.crediting import fills, lectures, letters_of, previewed, proved, quoted, standing
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.talking import AOI, Guest, presses
from tests.storage.racing import meanwhile
from tests.talk import Talk

SAY = JA.crediting


def of(here: Office, member: int, title: str = "糖尿病") -> int:
    return next(one.id for one in standing(here, member) if one.title == title)


async def previewed_for(guest: Guest, member: int, credit: int, why: str = "登録の重複を確認") -> Screen:
    await guest.taps(AskReverse(member, credit))
    return await guest.says(why)


def button(screen: Screen) -> ReverseIt:
    (found,) = [one for one in presses(screen) if isinstance(one, ReverseIt)]
    return found


async def test_it_is_taken_back_as_its_member_reads_it(here: Office, paper: Paper, kita: Guest, aoi: Guest) -> None:
    paper.letters()
    credit, number = of(here, paper.member), paper.printed()
    listed = await kita.taps(ListCredits(paper.member, 1))
    assert AskReverse(paper.member, credit) in presses(listed)
    asked = await kita.taps(AskReverse(paper.member, credit))
    assert f"この単位を記載した受講証明書：{number}。" in asked.text
    assert labels(asked) == ["二重の登録", "登録の誤り", "主催者からの訂正", "‹ 戻る"]
    assert "2文字以上200文字以内" in (await kita.says("x")).text
    preview = await kita.taps(ReverseFor(paper.member, credit, 0))
    assert quoted(preview)[:4] == [
        "⚠️ 単位が取り消されました",
        "糖尿病（CC 74・1単位）",
        "2026年11月20日（金）　生涯教育講座　主催：見本委員会",
        "取り消しの理由：二重の登録",
    ]
    assert f"記載のある受講証明書：{number}" in quoted(preview)
    assert len(standing(here, paper.member)) == 2
    done = await kita.taps(button(preview))
    assert SAY.reversed(1) in done.text
    assert "糖尿病" not in done.text
    assert letters_of(here) == [(paper.member, quoted(preview))]
    line = here.log[0]
    assert (line.act, line.member_id, line.why) == ("reverse_credit", paper.member, "二重の登録")
    assert (line.after["credit"], line.after["certificates"]) == (credit, [number])
    queue = await kita.taps(Doubted(1))
    assert OpenIssued(paper.number, 1) in presses(queue)
    assert "「糖尿病」の単位を11月22日（日）に取り消し" in queue.text


async def test_why_says_that_it_was_taken_back(here: Office, paper: Paper, kita: Guest, aoi: Guest) -> None:
    credit = of(here, paper.member)
    await kita.taps(button(await previewed_for(kita, paper.member, credit)))
    with here.sessions.reading() as session:
        caller = callers.member_of(session, paper.member)
    talk = Talk(here.sessions, here.turns.house, here.clock.now(), caller)
    assert "糖尿病：取消" in talk.presses(Why(1)).text
    assert "担当者が取り消しました。理由：登録の重複を確認" in talk.presses(OfCredit(credit)).text


async def test_pressed_twice_and_by_two_at_once_it_is_taken_back_once(
    here: Office, paper: Paper, kita: Guest, minami: Guest, aoi: Guest
) -> None:
    paper.letters()
    credit = of(here, paper.member)
    first, second = await previewed_for(kita, paper.member, credit), await previewed_for(minami, paper.member, credit)
    await kita.taps(button(first))
    assert JA.refusals.stale_button() in (await kita.taps(button(first))).toast
    assert "すでに取り消されています" in (await minami.taps(button(second))).text
    assert [line.act for line in here.log].count("reverse_credit") == 1
    assert len(letters_of(here)) == 1
    for press in (AskReverse(paper.member, credit), ReverseFor(paper.member, credit, 1)):
        assert "すでに取り消されています" in (await minami.taps(press)).text


def test_of_two_transactions_at_once_one_takes_it_back(here: Office, paper: Paper) -> None:
    """Neither sees the other's row before it commits; the database lets one row in."""
    credit, at, by = of(here, paper.member), here.clock.now(), By("二重の登録", here.id_of(KITA))
    first, second = meanwhile(
        here.sessions,
        lambda session: reversals.take_back(session, credit, by, at),
        lambda session: reversals.take_back(session, credit, by, at),
    )
    assert (first, second.result()) == (True, False)


async def test_a_certificate_that_was_issued_meanwhile_is_shown_first(
    here: Office, paper: Paper, kita: Guest, aoi: Guest
) -> None:
    credit = of(here, paper.member)
    press = button(await previewed_for(kita, paper.member, credit))
    paper.earns("喘息", 79)
    another = paper.issues()
    again = await kita.taps(press)
    assert "表示した後に記録が変わりました" in again.text
    assert paper.printed(another) in "\n".join(quoted(again))
    assert len(standing(here, paper.member)) == 3
    assert SAY.reversed(2) in (await kita.taps(button(again))).text


def test_which_certificates_show_it(here: Office, paper: Paper) -> None:
    """By day, code and title; not one that was ended, nor one of other days."""
    at = here.clock.now() - timedelta(days=2)

    def shown(days: int = 0, code: int = 74, title: str = "糖尿病") -> tuple[str, ...]:
        with here.sessions.reading() as session:
            return showing.of_credit(session, paper.member, (at + timedelta(days=days)).date(), code, title)

    assert shown() == (paper.printed(),)
    assert shown(days=1) == shown(code=75) == shown(title="糖尿") == ()


async def test_old_and_forged_buttons_take_nothing_back(here: Office, paper: Paper, kita: Guest, aoi: Guest) -> None:
    credit, stale = of(here, paper.member), JA.refusals.stale_button()
    press = button(await previewed_for(kita, paper.member, credit))
    await kita.taps(ListCredits(paper.member, 1))
    other = of(here, paper.member, "高血圧")
    for forged in (
        press,
        ReverseIt(paper.member, other, press.shown),
        AskReverse(here.id_of(AOI) + 1, credit),
        AskReverse(paper.member, 10**6),
        ReverseFor(paper.member, credit, 9),
    ):
        assert stale in (await kita.taps(forged)).toast, forged
    own = paper_of(here, KITA)
    mine = of(here, own.member)
    for tried in (AskReverse(own.member, mine), ReverseFor(own.member, mine, 0)):
        assert "ご自身の単位は扱えません" in (await kita.taps(tried)).text
    assert len(standing(here, paper.member)) == len(standing(here, own.member)) == 2


async def test_what_was_granted_is_taken_back_in_both_ledgers_and_can_be_granted_again(
    here: Office, kita: Guest, aoi: Guest
) -> None:
    fills(here)
    member = aoi.member_id
    await kita.taps(grants(await previewed(kita, here, member)))
    letters_of(here)
    await kita.taps(button(await previewed_for(kita, member, of(here, member, "高血圧"))))
    assert (standing(here, member), lectures(here, member)) == ((), {})
    await kita.taps(grants(await previewed(kita, here, member)))
    assert len(standing(here, member)) == 1
    assert lectures(here, member) == {"必修講習A 感染対策": 2}
    assert [lines[0] for _, lines in letters_of(here)] == ["単位が付与されました"], "what is no longer true is not sent"
    with here.sessions.reading() as session:
        assert ledger.was_granted(session, member, "course:hypertension")
    assert proved(here) == (6, 2, 0, [])
