"""A credit is granted from a member's card: shown first as the member will read it, written once, and attested."""

import pytest

from content.values import CreditKind
from content.words import EN, JA
from handlers.presses.staff.crediting import Answer, AskGrant, GrantFor, GrantIt, ListCredits, PickContent
from handlers.presses.staff.members import OpenMember
from storage.programme import courses
from storage.staff import log as staff_log
from storage.study import progress
from tests import samples
from tests.handlers.staff.crediting import (
    REASON,
    button,
    day,
    fills,
    lectures,
    letters_of,
    picked,
    previewed,
    proved,
    quoted,
    standing,
)
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.talking import AOI, TOKYO, Guest

SAY = JA.crediting


@pytest.fixture(autouse=True)
def shelf(here: Office) -> None:
    fills(here)


async def test_a_course_is_granted_as_its_member_reads_it(here: Office, kita: Guest, aoi: Guest) -> None:
    member = aoi.member_id
    card = await kita.taps(OpenMember(member))
    assert SAY.to_list() in labels(card)
    listed = await kita.taps(ListCredits(member, 1))
    assert listed.text.endswith("有効な単位はありません。")
    assert SAY.to_grant() in labels(listed)
    preview = await previewed(kita, here, member)
    assert "まだ何も変更していません" in preview.text
    assert standing(here, member) == ()
    assert quoted(preview)[:5] == [
        "単位が付与されました",
        "高血圧（CC 74・1単位）",
        "2026年11月21日（土）　生涯教育講座　主催：見本委員会",
        "専門医共通講習：必修講習A 感染対策　1単位（60には含みません）",
        "付与の理由：主催者の名簿で確認",
    ]
    done = await kita.taps(button(preview))
    assert SAY.granted() in done.text
    assert "2026年11月21日（土） 高血圧（CC 74・1単位）" in done.text
    assert letters_of(here) == [(member, quoted(preview))]
    (credit,) = standing(here, member)
    assert (credit.kind, credit.source, credit.earned_on) == (CreditKind.LECTURE, "course:hypertension", day(here))
    assert lectures(here, member) == {"必修講習A 感染対策": 2}
    line = here.log[0]
    assert (line.act, line.member_id, line.why) == ("grant_credit", member, REASON)
    assert (line.after["credit"], line.after["outcome"]) == (credit.id, "done")
    assert [one.act for one in here.log if one.act == "listed_credits"] == ["listed_credits"]
    proof = proved(here)
    assert (proof.faults, proof.attested) == ([], 1)


async def test_a_member_who_reads_english_is_told_so(here: Office, kita: Guest) -> None:
    guest = here.guest(700000002, "en")
    await guest.chooses(AOI)
    preview = await previewed(kita, here, guest.member_id)
    assert quoted(preview)[0] == EN.crediting.granted_title()
    assert any(EN.crediting.granting()[0] in line for line in quoted(preview)), "the reason of the button, in English"
    await kita.taps(button(preview))
    assert letters_of(here) == [(guest.member_id, quoted(preview))]


async def test_a_course_is_earned_or_granted_but_once(here: Office, kita: Guest, aoi: Guest) -> None:
    member = aoi.member_id
    await kita.taps(button(await previewed(kita, here, member)))
    again = await picked(kita, member, "course", "高血圧")
    assert "すでに取得済です" in again.text
    with here.sessions.begin() as session:
        listed = courses.by_slug(session, "hypertension")
        samples.watch_all(session, member, listed, here.clock.now())
        samples.sit(session, member, listed, "passed", here.clock.now())
        assert progress.earn_if_due(session, member, listed, here.turns.house.rulebook.now(here.clock.now()),
                                    here.clock.now()) is None  # fmt: skip
    assert len(standing(here, member)) == 1


async def test_pressed_twice_and_by_two_at_once_it_is_granted_once(
    here: Office, kita: Guest, minami: Guest, aoi: Guest
) -> None:
    member = aoi.member_id
    first, second = await previewed(kita, here, member), await previewed(minami, here, member, "受講の記録を確認")
    await kita.taps(button(first))
    assert JA.refusals.stale_button() in (await kita.taps(button(first))).toast
    late = await minami.taps(button(second))
    assert "すでに取得済です" in late.text
    assert here.log[0].after == {"source": "course:hypertension", "outcome": "a credit of this content stands already"}
    assert len(standing(here, member)) == len(letters_of(here)) == 1
    assert proved(here) == (2, 1, 0, [])


async def test_what_was_cut_off_in_the_middle_left_nothing_and_is_done_once(
    here: Office, kita: Guest, aoi: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log's line is the last thing of the turn: whatever was written before it goes with the transaction."""
    member, press = aoi.member_id, button(await previewed(kita, here, aoi.member_id))

    def dies(*_args: object, **_named: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(staff_log, "write", dies)
        with pytest.raises(RuntimeError):
            await kita.taps(press)
    assert (standing(here, member), lectures(here, member), letters_of(here)) == ((), {}, [])
    await kita.taps(press)
    assert len(standing(here, member)) == len(letters_of(here)) == 1


async def test_nobody_is_granted_who_can_not_earn_and_nobody_grants_his_own(here: Office, kita: Guest) -> None:
    here.joins(TOKYO)
    for press in (AskGrant, lambda member: GrantFor(member, "course"), lambda member: PickContent(member, "course", 1)):
        assert "単位を取得できないユーザーID" in (await kita.taps(press(here.id_of(TOKYO)))).text
        assert "ご自身の単位は扱えません" in (await kita.taps(press(here.id_of(KITA)))).text


async def test_old_and_forged_buttons_grant_nothing(here: Office, kita: Guest, aoi: Guest) -> None:
    member = aoi.member_id
    press, stale = button(await previewed(kita, here, member)), JA.refusals.stale_button()
    changed = await kita.taps(GrantIt(member, "f" * 16))
    assert "表示した後に記録が変わりました" in changed.text
    assert button(changed) == press
    await kita.taps(OpenMember(member))
    assert stale in (await kita.taps(press)).toast, "another screen was opened since"
    await picked(kita, member, "course", "高血圧")
    for forged in (
        Answer(member, "why", 0),
        Answer(member, "day", 0),
        Answer(member + 1, "day", day(here).toordinal()),
        Answer(member, "x", 0),
        GrantIt(member, press.shown),
        GrantFor(member, "x"),
        GrantFor(10**6, "course"),
        PickContent(member, "course", 2),
    ):
        assert stale in (await kita.taps(forged)).toast, forged
        await picked(kita, member, "course", "高血圧")
    assert standing(here, member) == ()


async def test_a_preview_that_is_no_longer_true_is_shown_anew(here: Office, kita: Guest, aoi: Guest) -> None:
    """The course was published with another title while the preview stood there."""
    member, press = aoi.member_id, button(await previewed(kita, here, aoi.member_id))
    with here.sessions.begin() as session:
        samples.publish(session, samples.course(title="高血圧症"), here.clock.now())
    again = await kita.taps(press)
    assert "表示した後に記録が変わりました" in again.text
    assert "高血圧症（CC 74・1単位）" in quoted(again)
    assert standing(here, member) == ()
    await kita.taps(button(again))
    assert [one.title for one in standing(here, member)] == ["高血圧症"]
