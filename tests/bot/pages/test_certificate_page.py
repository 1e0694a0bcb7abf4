"""The page that a stranger opens by the QR code of a certificate."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from httpx import Response
from sqlalchemy import Engine, event, text

from bot.pages.certificate.guesses import Guesses
from content.verifying.standing import Reason
from storage.certificates import certificates, ends
from storage.engine.base import Base
from tests.phone import Phone
from tests.stage import Stage
from tests.storage.certificates.test_checks import PAPER, issue, token_of

NAME = "青井 遥"


class Paper:
    """A certificate of a member, and its address."""

    def __init__(self, stage: Stage, content: bytes = PAPER) -> None:
        self.stage = stage
        with stage.app.sessions.begin() as session:
            self.id = issue(session, stage.app.sessions.cipher, 1, stage.clock.now(), NAME, content)
            self.token = token_of(session, self.id)
        self.address = f"/c/{self.token}"

    async def opens(self, language: str = "ja") -> Response:
        return await self.stage.web.get(self.address, headers={"Accept-Language": language})

    async def types(self, name: str) -> Response:
        return await self.stage.web.post(self.address, data={"name": name})


@pytest.fixture
def paper(stage: Stage) -> Paper:
    return Paper(stage)


def seen(answer: Response) -> str:
    """The text of the page."""
    return re.sub(r"\s+", " ", re.sub(r"<script.*?</script>|<[^>]*>", " ", answer.text, flags=re.DOTALL))


async def test_a_stranger_reads_it_in_either_language(paper: Paper) -> None:
    answer = await paper.opens()
    assert answer.status_code == 200
    for shown in (
        "✅ 有効です",
        "2026年11月22日（日）10:00",
        "2026年4月1日（水）から",
        "1単位（カリキュラムコード 1種類）",
        "青○○",
    ):
        assert shown in seen(answer)
    assert "青井" not in answer.text
    assert "見本県医師会の記録による" in seen(answer)
    english = await paper.opens("en-GB,en")
    assert '<html lang="en">' in english.text
    assert "✅ Valid" in seen(english)


async def test_its_headers_keep_the_address_to_itself(paper: Paper) -> None:
    headers = (await paper.opens()).headers
    assert headers["referrer-policy"] == "no-referrer"
    assert "noindex" in headers["x-robots-tag"]
    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


async def test_no_answer_repeats_the_address(stage: Stage, paper: Paper) -> None:
    """Behind a proxy with https, a redirection would name http, and the code would go over the line in clear."""
    for more in ("/", "//", "/x"):
        answer = await stage.web.get(f"{paper.address}{more}")
        assert (answer.status_code, answer.headers.get("location")) == (404, None)


async def test_unknown_is_said_and_too_often_is_not(stage: Stage, paper: Paper) -> None:
    codes = [(await stage.web.get(f"/c/{number:022}")).status_code for number in range(22)]
    assert codes == [404] * 21 + [429]
    assert (await paper.opens()).status_code == 200  # whoever has a certificate is answered
    stage.clock.jump(stage.clock.now() + timedelta(seconds=30))
    unknown = await stage.web.get("/c/x")
    assert unknown.status_code == 404
    assert "当システムの記録にありません" in seen(unknown)
    assert (await stage.web.post("/c/x", data={"name": NAME})).status_code == 429
    assert (await stage.web.post("/c/x/file", content=b"paper")).status_code == 429
    stage.clock.jump(stage.clock.now() + timedelta(seconds=30))
    assert [(await stage.web.post("/c/x/file", content=b"paper")).status_code for _ in range(2)] == [404, 429]


def test_of_guesses_little_is_kept(now: datetime) -> None:
    guesses = Guesses()
    waits = [guesses.wrong(f"{number}", now) for number in range(11_000)]
    assert waits == [False] * 501 + [True] * 10_499
    assert len(guesses._tallies) <= 10_000


async def test_a_name_is_compared_without_a_script(paper: Paper) -> None:
    for name, said in (
        ("鈴木", "あと4回"),
        ("ｱｵｲ", "あと3回"),
        (" 青井　遥 ", "一致します"),
        ("", "青○○"),
        ("x" * 201, "青○○"),
    ):
        assert said in seen(await paper.types(name))
    for _ in range(2):
        await paper.types("鈴木")
    assert "5回に達しました" in seen(await paper.types(NAME))


async def test_once_the_tries_are_used_nothing_is_written(paper: Paper) -> None:
    """Whoever has one certificate may type a thousand names: they don't take the place of what members do."""
    for _ in range(5):
        await paper.types("鈴木")
    with statements() as seen_by_record:
        for _ in range(3):
            assert "5回に達しました" in seen(await paper.types(NAME))
    assert seen_by_record
    assert not [one for one in seen_by_record if "IMMEDIATE" in one or "advisory" in one]


async def test_while_the_record_is_away_the_page_says_so(stage: Stage, paper: Paper) -> None:
    with statements(fail=True):
        for answer in (await paper.opens(), await paper.types(NAME), await stage.web.get("/c/x")):
            assert answer.status_code == 503
            assert "ただいま記録を確認できません" in seen(answer)
            assert answer.headers["referrer-policy"] == "no-referrer"
        answer = await stage.web.post(f"{paper.address}/file", content=PAPER)
        assert (answer.status_code, answer.json()) == (503, {"error": "unreachable"})
    assert "一致します" in seen(await paper.types(NAME))


@contextmanager
def statements(*, fail: bool = False) -> Iterator[list[str]]:
    """What the database is asked while the block runs. `fail`: it can't be reached."""
    asked: list[str] = []

    def take(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)
        if fail and "certificate" in statement:
            raise OSError(errno.EIO, "input/output error")

    event.listen(Engine, "before_cursor_execute", take)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", take)


async def test_the_code_stands_nowhere_in_clear(stage: Stage, aoi: Phone, paper: Paper) -> None:
    """Neither what a chat awaits, nor what it has pressed, gives the code to who has the database."""
    await aoi.says(f"/start v_{paper.token}")
    await aoi.taps("氏名を照合する")
    with stage.app.sessions.reading() as session:
        tables = [session.execute(text(f'SELECT * FROM "{table.name}"')).all() for table in Base.metadata.sorted_tables]
    cells = [cell if isinstance(cell, bytes) else str(cell).encode() for rows in tables for row in rows for cell in row]
    assert len(cells) > 1000
    assert not [cell for cell in cells if paper.token.encode() in cell]


async def test_replaced_and_revoked_are_told(stage: Stage, paper: Paper) -> None:
    with stage.app.sessions.begin() as session:
        second = issue(session, stage.app.sessions.cipher, 1, stage.clock.now(), "青井 はるか")
        ends.replace(session, paper.id, second, Reason.NAME, 1, stage.clock.now())
        number = certificates.facts(session, second).number
    answer = seen(await paper.opens())
    for shown in ("差し替えられています", "理由：氏名の訂正", number):
        assert shown in answer
    with stage.app.sessions.begin() as session:
        ends.revoke(session, paper.id, Reason.MISUSE, 1, stage.clock.now())
    assert "⚠️ Revoked" in seen(await paper.opens("en"))
