"""The room for the log: an owner finds who did what, by person, member, act and day, and takes it along as a file."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from content.rules import day_of
from content.staff.logged import ACTS, OPERATOR, Filter
from content.staff.rights import Act
from content.words import EN, JA
from handlers.press import Press
from handlers.presses.staff.log import ExportLog, Log, LogActs, LogDays, LogPeople, OpenEntry
from handlers.presses.staff.members import OpenMember
from handlers.screens.screen import Screen
from storage.staff import log
from tests.handlers.staff.inviting import NAME, enters, stranger
from tests.handlers.staff.office import ABE, KITA, Office, labels
from tests.handlers.staff.pile import MINAMI
from tests.handlers.staff.writing import writes
from tests.handlers.talking import AOI, SHIRO, Guest, presses

ALL = Filter().pack()


def numbers(screen: Screen) -> list[int]:
    """The acts that a list shows."""
    return [press.number for press in presses(screen) if isinstance(press, OpenEntry)]


@pytest.mark.usefixtures("done")
async def test_the_list_has_the_latest_first_and_leads_to_each(here: Office, owner: Guest) -> None:
    room = await owner.says("/staff")
    assert labels(room)[-2] == JA.rights.to_room(Act.READ_LOG)
    listed = await owner.taps(presses(room)[-2])
    assert listed.text == (await owner.taps(Log(ALL, 1))).text.replace("5件", "4件").replace(SEEN, "")
    assert "4　2026年11月23日（月）10:00\n　システム運用者　1回限りのコードの発行：青井 遥" in listed.text
    assert "3　2026年11月23日（月）10:00\n　北見 涼　役割の付与：白石 結子" in listed.text
    assert numbers(listed) == [4, 3, 2, 1]
    entry = await owner.taps(
        next(press for press in presses(listed) if isinstance(press, OpenEntry) and press.number == 3)
    )
    assert entry.text.splitlines() == [
        "<b>操作の記録 3　役割の付与</b>",
        "日時：2026年11月23日（月）10:00",
        "担当者：北見 涼（会員ID 1000000009）",
        "対象：白石 結子（会員ID 1000000006）",
        f"理由：{JA.roles.reasons(give=True)[1]}",
        "",
        "変更前",
        "・役割：なし",
        "",
        "変更後・結果",
        "・役割：編集",
        "・役割：編集",
        "・変更：あり",
    ]
    assert presses(entry)[-1] == Log(Filter(upto=4).pack(), 1)


SEEN = "5　2026年11月23日（月）10:00\n　北見 涼　操作の記録の一覧の表示\n\n"


@pytest.mark.usefixtures("done")
@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (Filter(by=1), [2, 1]),
        (Filter(by=2), [3]),
        (Filter(by=OPERATOR), [4]),
        (Filter(on=3), [4, 2, 1]),
        (Filter(on=4), [3]),
        (Filter(act=ACTS.index("lift_lock") + 1), [2]),
        (Filter(day=date(2026, 11, 22)), [2, 1]),
        (Filter(day=date(2026, 11, 23)), [4, 3]),
        (Filter(day=date(2026, 11, 24)), []),
        (Filter(by=1, on=3, act=ACTS.index("viewed") + 1, day=date(2026, 11, 22)), [1]),
        (Filter(by=2, on=3), []),
        (Filter(upto=2), [2, 1]),
    ],
)
async def test_it_is_filtered(shown: Filter, expected: list[int], here: Office, owner: Guest) -> None:
    """`by` and `on` stand for the place in this list."""
    people = (0, here.id_of(MINAMI), here.id_of(KITA), here.id_of(AOI), here.id_of(SHIRO), OPERATOR)
    meant = replace(shown, by=people[shown.by], on=people[shown.on])
    screen = await owner.taps(Log(meant.pack(), 1))
    assert numbers(screen) == expected
    assert (JA.log.nothing() in screen.text) is (not expected)
    assert ("絞り込み：なし" in screen.text) is meant.everything
    assert (ExportLog in {type(press) for press in presses(screen)}) is bool(expected)
    facts = dict(here.log[0].after)
    assert facts.pop("found") == len(expected)
    assert set(facts) == {name for name in ("by", "on", "day") if getattr(meant, name)} | {"act"} & {
        "act" * bool(shown.act)
    }
    assert here.log[0].member_id == (meant.on or None)


@pytest.mark.usefixtures("done")
async def test_a_day_begins_at_midnight_in_japan(here: Office, owner: Guest) -> None:
    midnight = here.clock.now() + timedelta(hours=14)
    for at in (midnight - timedelta(microseconds=1), midnight):
        writes(here, owner, at=at)
    for number, at in ((5, midnight - timedelta(hours=14)), (6, midnight)):
        shown = numbers(await owner.taps(Log(Filter(day=day_of(at), upto=6).pack(), 1)))
        assert (5 in shown, 6 in shown) == (number == 5, number == 6)


@pytest.mark.usefixtures("done")
async def test_people_acts_and_days_are_chosen_by_buttons(here: Office, owner: Guest) -> None:
    listed = await owner.says("/log")
    people = await owner.taps(next(press for press in presses(listed) if isinstance(press, LogPeople)))
    assert labels(people) == ["北見 涼", "南野 環", "システム運用者", JA.common.back()]
    for label, expected in (("南野 環", [2, 1]), ("システム運用者", [4])):
        assert numbers(await owner.taps(presses(people)[labels(people).index(label)])) == expected
    every: list[Press] = []
    for page in range(1, -(-len(ACTS) // 10) + 1):
        acts = await owner.taps(LogActs(ALL, page))
        every += [press for press in presses(acts) if isinstance(press, Log)][:-1]
    assert [Filter.unpack(press.what).act_name for press in every if isinstance(press, Log)] == list(ACTS)
    assert numbers(await owner.taps(every[ACTS.index("lift_lock")])) == [2]
    days = await owner.taps(LogDays(ALL))
    assert labels(days)[:2] == ["11月23日（月）", "11月22日（日）"]
    assert numbers(await owner.taps(presses(days)[1])) == [2, 1]
    narrowed = await owner.taps(LogDays(Filter(on=here.id_of(SHIRO)).pack()))
    assert numbers(await owner.taps(presses(narrowed)[1])) == [], "a filter narrows what was filtered"


async def test_a_staff_account_is_named_as_who_acted(here: Office, owner: Guest) -> None:
    hanako = stranger(here, 710_000_001)
    await enters(here, owner, hanako)
    await hanako.taps(OpenMember(here.id_of(AOI)))
    people = await owner.taps(LogPeople(ALL, 1))
    listed = await owner.taps(presses(people)[labels(people).index(NAME)])
    assert f"絞り込み：担当者 {NAME}" in listed.text
    entry = await owner.taps(next(press for press in presses(listed) if isinstance(press, OpenEntry)))
    assert {f"担当者：{NAME}", "対象：青井 遥（会員ID 1000000001）"} <= set(entry.text.splitlines())


@pytest.mark.usefixtures("done")
async def test_a_member_or_a_day_is_typed(here: Office, owner: Guest) -> None:
    await owner.says("/log")
    of_aoi = await owner.says("１０００００－０００１")
    assert numbers(of_aoi) == [4, 2, 1]
    assert "会員 青井 遥" in of_aoi.text
    of_day = await owner.says("11月22日")
    assert numbers(of_day) == [2, 1]
    assert "会員 青井 遥、日付 2026年11月22日（日）" in of_day.text
    not_understood = await owner.says("青井")
    assert JA.log.not_understood() in not_understood.text
    assert numbers(not_understood) == [2, 1]
    everything = await owner.taps(presses(of_day)[labels(of_day).index(JA.log.to_all())])
    assert numbers(everything)[-4:] == [4, 3, 2, 1]
    assert numbers(await owner.says("/log 1000000006")) == [3]
    assert numbers(await owner.says("/log 昨日")) == [2, 1]
    for typed in ("9999999999", "9999-12-31", "0001-01-01", "99991231"):
        assert JA.log.not_understood() in (await owner.says(f"/log {typed}")).text


@pytest.mark.usefixtures("done")
async def test_an_act_leads_to_what_is_alike(here: Office, owner: Guest) -> None:
    entry = await owner.taps(OpenEntry(ALL, 1, 2))
    assert labels(entry) == ["この担当者", "この会員", "この操作", "この日", JA.common.back()]
    found = [numbers(await owner.taps(press)) for press in presses(entry)[:-1]]
    assert [one[-2:] for one in found] == [[2, 1], [2, 1], [2], [2, 1]]
    of_operator = await owner.taps(OpenEntry(ALL, 1, 4))
    assert "担当者：システム運用者" in of_operator.text.splitlines()
    assert "理由：システム運用者がコマンドで操作" in of_operator.text.splitlines()
    assert "・コードの期限：2026年11月24日（火）10:00" in of_operator.text.splitlines()
    assert numbers(await owner.taps(presses(of_operator)[0])) == [4]


async def test_pages_stay_as_they_are_while_more_is_written(here: Office, owner: Guest, minami: Guest) -> None:
    for record in (*ABE, *ABE):
        await minami.taps(OpenMember(here.id_of(record)))
    first = await owner.says("/log")
    assert numbers(first) == list(range(20, 12, -1))
    assert "1 / 3" in labels(first)
    second = await owner.taps(next(press for press in presses(first) if isinstance(press, Log) and press.page == 2))
    assert numbers(second) == list(range(12, 4, -1))
    last = await owner.taps(Log(Filter(upto=20).pack(), 99))
    assert numbers(last) == [4, 3, 2, 1]
    assert numbers(await owner.says("/log"))[0] == 23, "a list that is opened anew has what was written since"
    assert [line.act for line in here.log[:4]] == ["listed_log"] * 4, "every look is in the log"


@pytest.mark.parametrize("tampered", [False, True])
async def test_what_can_not_be_read_says_why(tampered: bool, here: Office, owner: Guest, minami: Guest) -> None:
    member = here.id_of(AOI)
    await minami.taps(OpenMember(member))
    with here.sessions.begin() as session:
        if tampered:
            session.execute(text("UPDATE member_keys SET key = 'key' WHERE member_id = :member"), {"member": member})
        else:
            log.erase_key(session, here.sessions.cipher, staff_id=None, member_id=member, why="", at=here.clock.now())
    if tampered:
        assert numbers(await owner.taps(Log(ALL, 1))) == [1], "the list needs no key"
    entry = await owner.taps(OpenEntry(ALL, 1, 1))
    assert JA.log.unreadable(erased=not tampered) in entry.text


@pytest.mark.parametrize(
    "press",
    [
        *(Log("", 1), Log("0.0.0.0", 1), Log("0.0.0.0.0.0", 1), Log("00.0.0.0.0", 1), Log("+1.0.0.0.0", 1)),
        *(
            Log("1.0.0.zzzzzzzzz.0", 1),
            Log(f"1.0.{len(ACTS) + 1:x}z.0.0", 1),
            Log("1.zzzzzzz.0.0.0", 1),
            Log("1.-1.0.0.0", 1),
        ),
        *(Log(Filter(on=999).pack(), 1), Log(Filter(by=999).pack(), 1), ExportLog(Filter(on=999).pack())),
        *(OpenEntry(ALL, 1, 999), OpenEntry(ALL, 1, -1), OpenEntry("x", 1, 1), LogActs("x", 1), LogPeople("x", 1)),
        *(LogDays("x"), ExportLog("x")),
    ],
)
async def test_forged_buttons_change_nothing(press: Press, here: Office, owner: Guest) -> None:
    assert (await owner.taps(press)).toast == JA.refusals.stale_button()
    assert here.log == []


async def test_the_room_speaks_english(here: Office) -> None:
    guest = here.guest(700000010, "en")
    await guest.chooses(SHIRO)
    here.grants(SHIRO, "owner")
    await guest.taps(OpenMember(here.id_of(AOI)))
    listed = await guest.says("/log")
    assert EN.log.filtered(Filter(), None, None) in listed.text  # type: ignore[arg-type]  # nobody is named
    entry = await guest.taps(OpenEntry(ALL, 1, 1))
    assert "Reason: viewed in the role of owner" in entry.text.splitlines()
