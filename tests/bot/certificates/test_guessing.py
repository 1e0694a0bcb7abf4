"""Strangers who guess tokens, numbers and names of certificates: the limits hold, and no answer tells what exists."""

import asyncio
import random
import re
import secrets
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from httpx import Response

from content.verifying import numbers
from content.verifying.numbers import RANDOM
from handlers.turn import House
from storage.certificates import certificates
from storage.engine.sessions import Sessions
from tests.bot.pages.test_certificate_page import NAME, Paper, seen
from tests.sizes import SOAK
from tests.stage import Stage
from tests.storage.certificates.test_certificates import facts
from tests.storage.certificates.test_checks import ADDRESS, token_of
from tests.talk import Talk

GUESSES = 10_000 if SOAK else 300
MIDNIGHT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SQLITE = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
OF_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TOO_OFTEN, UNKNOWN = "確認を休止しています", "当システムの記録にありません"


def not_drawn(stage: Stage, name: str = "見本") -> str:
    """The token of a certificate that somebody has asked for and nobody has got."""
    with stage.app.sessions.begin() as session:
        given = (session, stage.app.sessions.cipher, 1, facts(name), stage.clock.now())
        return token_of(session, certificates.ask(*given, lambda token: ADDRESS + token))


def look(answer: Response) -> tuple[int, str, tuple[str, ...]]:
    """All that a stranger gets, without the moment."""
    headers = (f"{name}: {value}" for name, value in answer.headers.items() if name not in {"date", "set-cookie"})
    return answer.status_code, answer.text, tuple(sorted(headers))


@SQLITE
async def test_no_token_is_found_by_guessing_and_no_answer_tells_it_from_another(stage: Stage) -> None:
    paper, chance = Paper(stage), random.Random(7)
    waiting = not_drawn(stage)
    odd = ("x", "%00", "%F0%A0%AE%B7", "a" * 1000, paper.token[:-1], paper.token.swapcase(), f"{paper.token}=")
    looks: Counter[tuple[int, str, tuple[str, ...]]] = Counter()
    for number in range(GUESSES):
        token = chance.choice((secrets.token_urlsafe(16), waiting, chance.choice(odd)))
        way = chance.choice(("GET", "POST"))
        answer = await stage.web.request(way, f"/c/{token}", data={"name": NAME} if way == "POST" else None)
        looks[look(answer)] += 1
        if number % 100 == 0:
            assert (await paper.opens()).status_code == 200
    codes = {code: number for (code, *_), number in looks.items()}
    assert codes == {404: 21, 429: GUESSES - 21}
    assert len(looks) == 2


@SQLITE
async def test_a_file_for_no_token_is_answered_alike(stage: Stage) -> None:
    looks = [look(await stage.web.post(f"/c/{one}/file", content=b"x")) for one in ("x", "y" * 22, not_drawn(stage))]
    assert [code for code, *_ in looks] == [404] * 3
    assert len(set(looks)) == 1


@OF_SQLITE
def test_no_number_is_found_by_guessing(sessions: Sessions, house: House, now: datetime) -> None:
    """An attacker has many accounts: all together may ask for a hundred numbers, and then each new account for one
    more. There are a quarter of a million million numbers.
    """
    chance = random.Random(7)
    answers: Counter[str] = Counter()
    attacker, accounts = Talk(sessions, house, now, None), range(10_000, 10_000 + GUESSES // 10)
    for _ in range(10):
        for attacker.person in accounts:
            said = attacker.says(f"/verify {guess(chance)}").text
            answers[next(one for one in (TOO_OFTEN, UNKNOWN) if one in said)] += 1
    assert answers[UNKNOWN] + answers[TOO_OFTEN] == GUESSES
    assert answers[UNKNOWN] <= 100 + len(accounts)


def guess(chance: random.Random) -> str:
    while True:
        number = numbers.written(2026, chance.randrange(RANDOM))
        if number is not None:
            return number


async def test_names_that_are_typed_at_once_are_five_a_day(stage: Stage) -> None:
    """On both sides of midnight, in Japan, whatever is under way."""
    paper = Paper(stage)
    for moment in (MIDNIGHT - SECOND, MIDNIGHT):
        stage.clock.jump(moment)
        said = [seen(one) for one in await asyncio.gather(*(paper.types(f"鈴木 {number}") for number in range(20)))]
        left = sorted(found[1] for text in said if (found := re.search("あと(.)回", text)))
        assert left == list("01234")
        assert sum("5回に達しました" in text for text in said) == 15
        assert "5回に達しました" in seen(await paper.types(NAME))


@SQLITE
async def test_a_name_tells_nothing_of_who_is_a_member(stage: Stage) -> None:
    """A name of the record is as wrong as one of nobody, if it is not the one on this certificate."""
    paper = Paper(stage)
    member, nobody = seen(await paper.types("見本 葵")), seen(await paper.types("架空 無名"))
    assert member.replace("あと4回", "あと3回") == nobody
