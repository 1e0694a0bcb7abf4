"""What `make demo` puts on the terminal: its own lines, and not one of its log."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.demo.people import PEOPLE
from bot.serving import bound
from tests.patience import LONGEST_S
from tests.process import QuickBot, free_port, quick_bot_process
from tests.someone import eventually

SHOWN = re.compile(
    r"\n  Tan'i demo:  (?P<address>http://127\.0\.0\.1:(?P<port>\d+)/)\n(?P<elsewhere>  \(not at .*\)\n)?"
    r"\n  Ctrl-C ends it; nothing is kept but its log, var/demo\.log\.\n\n"
)


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[QuickBot]:
    async with quick_bot_process(tmp_path / "terminal") as one:
        yield one


async def begun(demo: QuickBot, *arguments: str) -> re.Match[str]:
    """All that it printed until it was ready. There must be nothing else."""
    await demo.begin("demo", *arguments)
    await eventually(lambda: "Ctrl-C" in said(demo) and said(demo).endswith("\n\n"), lambda: said(demo))
    shown = SHOWN.fullmatch(said(demo))
    assert shown is not None, said(demo)
    return shown


def said(demo: QuickBot) -> str:
    return demo.log.read_text() if demo.log.exists() else ""


async def test_the_log_is_in_a_file_of_its_own(demo: QuickBot) -> None:
    shown = await begun(demo, "--port", str(port := free_port()))
    assert (shown["port"], shown["elsewhere"]) == (str(port), None)
    async with aiohttp.ClientSession() as web:
        chat = f"{shown['address']}sandbox/chats/{PEOPLE[0].id}"

        async def answered() -> int:
            async with web.get(chat) as found:
                return len((await found.json())["messages"])

        fault = {"method": "sendMessage", "kind": "drop", "times": 1}
        for path, told in ((f"{shown['address']}sandbox/faults", fault), (f"{chat}/text", {"text": "/help"})):
            async with web.post(path, json=told) as taken:
                assert taken.status == 200
        async with asyncio.timeout(LONGEST_S):
            while await answered() < 2:
                await asyncio.sleep(0.05)
    assert await demo.interrupt() == 0
    assert said(demo) == shown[0]
    log = (demo.log.parent / "var" / "demo.log").read_text()
    assert '"staff_log_head"' in log
    assert log.endswith("\n")
    assert '"event": "stopped"' in log.splitlines()[-1]


async def test_a_port_that_is_taken_is_told(demo: QuickBot) -> None:
    with bound("127.0.0.1", 0) as place:
        port = place.getsockname()[1]
        shown = await begun(demo, "--port", str(port))
        assert int(shown["port"]) > port
        assert shown["elsewhere"] == f"  (not at {port}, since that port is taken)\n"
        assert await demo.interrupt() == 0
    assert said(demo) == shown[0]


async def test_where_no_log_can_be_written_the_demo_says_so_and_lives(demo: QuickBot) -> None:
    (demo.log.parent / "var").write_text("a file where the folder should be")
    await demo.begin("demo", "--port", "0")
    await eventually(lambda: "Ctrl-C" in said(demo))
    assert "var/demo.log can't be written (File exists)" in said(demo)
    assert await demo.interrupt() == 0
