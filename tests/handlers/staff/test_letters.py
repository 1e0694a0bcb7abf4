"""Activation letters: ordered by one person, confirmed by another, made by the clock, and fetched by a link."""

from collections.abc import Sequence
from dataclasses import replace

from content.activating.batch import State
from content.words import JA
from handlers.presses.staff.activating import AskPrefecture, GetFile, LetterRoom, MakeForAll, OpenBatch
from handlers.staff.activating import clock
from storage.activating import batches
from tests.addresses import PlainLinks
from tests.handlers.staff.office import Office, labels
from tests.handlers.staff.pairing import shown, with_pin
from tests.handlers.talking import Guest

SAY = JA.activating


class OpenLinks(PlainLinks):
    """Addresses over plain http in the open net."""

    private = False


def made(here: Office) -> None:
    """As the clock does it."""
    book, now = here.turns.house.rulebook, here.clock.now()
    with here.sessions.begin() as session:
        while found := clock.find_making(session, now, book):
            clock.make(session, found, now, book)


def state(here: Office, number: int) -> State:
    with here.sessions.reading() as session:
        return batches.one(session, number).state


async def test_two_persons_and_a_link(here: Office, owners: Sequence[Guest]) -> None:
    kita, minami = owners
    assert labels(await kita.says("/letters"))[:2] == [SAY.to_all(), SAY.to_prefecture()]
    assert "二人での確認が必要です" in (await kita.taps(MakeForAll())).text
    request = here.log[0].after["request"]
    assert isinstance(request, int)
    made(here)
    assert state(here, 1) is State.ASKED, "nothing is made before that"
    assert SAY.nothing_to_open() in (await kita.taps(GetFile(1))).text
    done = await with_pin(minami, await shown(minami, request))
    assert SAY.begun() in done.text
    assert (here.log[0].act, here.log[0].before, here.log[0].after["state"]) == (
        "make_letters",
        {"state": "asked"},
        "making",
    )
    made(here)
    card = await kita.taps(OpenBatch(1))
    assert "✅ 受け取れます" in card.text
    link = await kita.taps(GetFile(1))
    assert "確認番号：" in link.text
    (url,) = [button.url for row in link.rows for button in row if button.url]
    assert "/letters/" in str(url)
    assert (here.log[0].act, here.log[0].after["letters"]) == ("link_letters", 1)
    assert str(url).rsplit("/", 1)[1] not in str(here.log)


async def test_over_a_line_that_others_can_read_there_is_no_file(here: Office, owners: Sequence[Guest]) -> None:
    kita, minami = owners
    await kita.taps(MakeForAll())
    await with_pin(minami, await shown(minami, int(str(here.log[0].after["request"]))))
    made(here)
    house = here.turns.house
    here.turns.house = replace(house, links=OpenLinks())
    assert SAY.not_private() in (await kita.taps(GetFile(1))).text
    here.turns.house = house
    assert "確認番号：" in (await kita.taps(GetFile(1))).text, "and nothing was used up"


async def test_for_a_prefecture(here: Office, owners: Sequence[Guest]) -> None:
    kita, minami = owners
    await kita.taps(AskPrefecture())
    assert SAY.no_prefecture() in (await kita.says("パリ")).text
    assert "二人での確認が必要です" in (await kita.says("東京")).text
    request = here.log[0].after["request"]
    assert isinstance(request, int)
    await with_pin(minami, await shown(minami, request))
    assert "対象：未ログインの会員（東京都）" in (await kita.taps(OpenBatch(1))).text
    assert "▶️ 作成中" in (await kita.taps(LetterRoom())).text


async def test_nobody_confirms_an_own_order(here: Office, owner: Guest) -> None:
    assert JA.joint.alone_title() in (await owner.taps(MakeForAll())).text
