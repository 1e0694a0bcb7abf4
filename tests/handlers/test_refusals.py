"""Every refusal: when it fires, what it says is kept, and what it says to do. What the table lacks fails."""

import re
from datetime import date

import pytest

from bot.sending.drawing import Drawing
from bot.updates.keeping import Keeping
from bot.updates.outcomes import Postponed
from bot.updates.preparing import Preparing
from content import refusals
from content.refusals import PeriodSlip, Refusal
from content.words import EN, JA
from handlers.incoming import Incoming, Said
from handlers.screens.refusal import kinds, sentence
from tests.cheap import cheap_hashing
from tests.handlers.refusing import TABLE, No
from tests.handlers.talking import AOI, Room, nobody
from tests.house.source import ROOT
from tests.phone import Phone
from tests.stage import Stage

ALERT = 200  # characters, all that Telegram shows in an alert
KEPT_IN_ENGLISH = re.compile(
    "Nothing was (changed|saved)|was not (taken|accepted)|stay|stands|is kept|is saved|still there|unchanged|remain|"
    "is private|sent again at any time"
)


def test_every_refusal_stands_in_the_table() -> None:
    assert {type(no.refusal) for no in TABLE} == kinds() == set(Refusal.__subclasses__())


@pytest.mark.parametrize("no", TABLE, ids=lambda no: type(no.refusal).__name__)
def test_it_says_why_what_is_kept_and_what_to_do(no: No) -> None:
    japanese, english = sentence(no.refusal, JA), sentence(no.refusal, EN)
    assert no.says in japanese
    assert no.kept in japanese
    assert no.to_do in japanese
    assert KEPT_IN_ENGLISH.search(english)
    assert max(len(japanese), len(english)) <= ALERT


@pytest.mark.parametrize("no", TABLE, ids=lambda no: type(no.refusal).__name__)
def test_the_test_in_which_it_fires_is_there(no: No) -> None:
    name, _, what = no.fires.partition("::")
    assert what in (ROOT / "tests" / name).read_text()


@pytest.mark.parametrize(
    ("said", "no"),
    [
        ("/nosuch", refusals.NotUnderstood()),
        ("/staff", refusals.NotUnderstood()),
        ("/courses 84", refusals.NoSuchCode()),
        ("/courses HbA1c", refusals.NotUnderstood()),
        ("/courses 77", refusals.NoCourses(77)),
        ("/journal 1999-01", refusals.NoSuchIssue()),
        ("/certificate 4-9", refusals.BadPeriod(PeriodSlip.UNREAD)),
        ("/certificate 2026/2/31-2026/9/30", refusals.BadPeriod(PeriodSlip.NO_DAY)),
        ("/certificate 1987/3/31-2026/9/30", refusals.BeforeProgramme(date(1987, 4, 1))),
        ("/courses 7.4", refusals.NoSuchCode()),
        ("/certificate 2026/9/30-2026/9/29", refusals.BadPeriod(PeriodSlip.REVERSED)),
        ("/certificate 2026/9/30-2026/11/23", refusals.BadPeriod(PeriodSlip.AHEAD)),
        ("/fees 2026/9/30-2026/11/23", refusals.BadPeriod(PeriodSlip.AHEAD)),
    ],
)
async def test_said_by_phone(aoi: Phone, said: str, no: Refusal) -> None:
    assert await aoi.says(said) == sentence(no, JA)


async def test_a_stranger_is_asked_to_log_in(stage: Stage) -> None:
    assert (await stage.phone(2).says("/credits")).startswith(sentence(refusals.NotLoggedIn(), JA))


async def test_a_file_for_which_nobody_waits(aoi: Phone) -> None:
    assert await aoi.sends(b"a letter", name="a.txt") == sentence(refusals.NotText(), JA)


async def test_what_is_said_while_a_password_is_checked(here: Room) -> None:
    guest = here.guest(1)
    await guest.comes_to_password(AOI.member_no)
    checked = Incoming(900, guest.telegram_id, "ja", 900, Said("720204"))
    assert isinstance(await here.turns.take(checked, lambda: b""), Postponed)
    assert (await guest.says("もしもし")).text == sentence(refusals.StillChecking(), JA)


async def test_too_many_passwords(here: Room) -> None:
    """The queue of hashes has no place left: the record is as it was, and the next try is heard as a password."""
    guest = here.guest(1)
    await guest.comes_to_password(AOI.member_no)
    full = cheap_hashing(room=0)
    here.preparing, free = Preparing(full, nobody(), Drawing(), Keeping(here.record)), here.preparing
    assert (await guest.says("720204")).text == sentence(refusals.TooBusy(), JA)
    here.preparing = free
    full.close()
    await guest.says("720204")
    assert guest.chat.expects == "new_password"
