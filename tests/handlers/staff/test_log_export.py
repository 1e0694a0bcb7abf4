"""The log of staff as a file: what is filtered, harmless to spreadsheets, logged, and for owners alone."""

import csv
import io

import pytest

from content.keys.letters import LogExport
from content.staff.logged import Filter
from content.words import EN, JA
from handlers.presses.staff.log import ExportLog, Log
from handlers.presses.staff.members import OpenMember
from handlers.screens.staff.log import LogFile
from handlers.staff import log as feature
from handlers.turn import Turn, Unwanted
from storage.post import letters
from storage.staff import roles
from tests.handlers.staff.office import Office
from tests.handlers.staff.writing import writes
from tests.handlers.talking import AOI, Guest, presses

ALL = Filter().pack()


def files(here: Office) -> list[LogExport]:
    with here.sessions.begin() as session:
        return [one.key for one in letters.claim(session, here.clock.now(), limit=99) if isinstance(one.key, LogExport)]


def cells(here: Office, key: LogExport, language: str = "ja") -> list[list[str]]:
    with here.sessions.reading() as session:
        content = feature.file_content(session, LogFile(key.what, language, "x.csv"))
    assert content.startswith("﻿".encode())
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.usefixtures("done")
async def test_what_is_filtered_is_taken_along_as_a_file(here: Office, owner: Guest) -> None:
    listed = await owner.taps(Log(Filter(on=here.id_of(AOI)).pack(), 1))
    sent = await owner.taps(next(press for press in presses(listed) if isinstance(press, ExportLog)))
    assert sent.toast == JA.log.file_comes()
    entry = here.log[0]
    assert (entry.act, entry.staff_id, entry.member_id) == ("exported_log", owner.member_id, here.id_of(AOI))
    assert entry.after == {"on": here.id_of(AOI), "found": 3}
    (key,) = files(here)
    header, *lines = cells(here, key)
    assert header == list(JA.log.columns())
    assert [line[0] for line in lines] == ["4", "2", "1"], "what the list showed, and nothing of the export itself"
    assert lines[0] == [
        *("4", "2026-11-23 10:00:00", "", "システム運用者", "1000000001", "青井 遥"),
        *("give_code", "1回限りのコードの発行", "by the operator, at the command line", ""),
        *('{"code_until": "2026-11-24T01:00:00+00:00"}', ""),
    ]
    assert cells(here, key, "en")[1][7] == EN.acts.act("give_code")
    assert cells(here, key)[3][8] == "in the role of support"


async def test_what_people_wrote_is_carried_out_by_no_spreadsheet(here: Office, owner: Guest) -> None:
    for why in ("=1+1", "+81", "-1", "@SUM(A1)", "＝HYPERLINK(1)", "\t=1", " =1", '安全, "引用"\n改行'):
        writes(here, owner, why=why)
    await owner.taps(ExportLog(Filter(upto=8).pack()))
    (key,) = files(here)
    written = [line[8] for line in cells(here, key)[1:]]
    assert written == ['安全, "引用"\n改行', "' =1", "'\t=1", "'＝HYPERLINK(1)", "'@SUM(A1)", "'-1", "'+81", "'=1+1"]


async def test_no_file_of_nothing_and_none_that_is_too_long(
    here: Office, owner: Guest, minami: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await owner.taps(ExportLog(ALL))).toast == JA.log.nothing_to_file()
    for _ in range(3):
        await minami.taps(OpenMember(here.id_of(AOI)))
    monkeypatch.setattr(feature, "MOST_IN_FILE", 2)
    refused = await owner.taps(ExportLog(ALL))
    assert (refused.toast, refused.alert) == (JA.log.too_many(2), True)
    assert files(here) == []
    monkeypatch.setattr(feature, "MOST_IN_FILE", 3)
    assert (await owner.taps(ExportLog(ALL))).toast == JA.log.file_comes()


@pytest.mark.parametrize("lost", [False, True])
async def test_whoever_lost_the_role_meanwhile_gets_no_file(lost: bool, here: Office, owner: Guest, done: None) -> None:
    await owner.taps(ExportLog(ALL))
    if lost:
        member = owner.member_id
        with here.sessions.begin() as session:
            roles.take(session, member, "owner", last_too=True)
    assert written(here, owner) is not lost


def written(here: Office, owner: Guest) -> bool:
    """Whether the letter that is due becomes a file."""
    chat = owner.chat
    assert chat.caller is not None
    with here.sessions.begin() as session:
        (letter,) = [
            one for one in letters.claim(session, here.clock.now(), limit=99) if isinstance(one.key, LogExport)
        ]
        turn = Turn(session, chat, here.clock.now(), JA, here.turns.house, 1, chat.caller)
        return not isinstance(feature.write_export(turn, letter), Unwanted)
