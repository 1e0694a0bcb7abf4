"""What `make demo` puts on the terminal: its own lines, and not one of its log."""

import asyncio
import re
import signal
import sys
from pathlib import Path

import aiohttp

from bot.demo.people import PEOPLE
from bot.serving import bound
from tests.process import ROOT

SHOWN = re.compile(
    r"\n  Tan'i demo:  (?P<address>http://127\.0\.0\.1:(?P<port>\d+)/)\n(?P<elsewhere>  \(not at .*\)\n)?"
    r"\n  Ctrl-C ends it; nothing is kept but its log, var/demo\.log\.\n\n"
)


async def begun(folder: Path, *arguments: str) -> tuple[asyncio.subprocess.Process, re.Match[str]]:
    """The demo, with all that it printed until it was ready."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said = b""
    while not (shown := SHOWN.fullmatch(said.decode())):
        part = await asyncio.wait_for(_of(process.stdout).read(1000), 60)
        assert part, await _of(process.stderr).read()
        said += part
    return process, shown


async def ended(process: asyncio.subprocess.Process) -> tuple[int, bytes]:
    """The exit code after Ctrl-C, and what was printed since it was ready."""
    process.send_signal(signal.SIGINT)
    out, faults = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, out + faults


def _of(stream: asyncio.StreamReader | None) -> asyncio.StreamReader:
    assert stream is not None
    return stream


async def test_the_log_is_in_a_file_of_its_own(tmp_path: Path) -> None:
    process, shown = await begun(tmp_path, "demo", "--port", "0")
    async with aiohttp.ClientSession() as web:
        chat = f"{shown['address']}sandbox/chats/{PEOPLE[0].id}"

        async def answered() -> int:
            async with web.get(chat) as found:
                return len((await found.json())["messages"])

        fault = {"method": "sendMessage", "kind": "drop", "times": 1}
        for path, said in ((f"{shown['address']}sandbox/faults", fault), (f"{chat}/text", {"text": "/help"})):
            async with web.post(path, json=said) as taken:
                assert taken.status == 200
        async with asyncio.timeout(30):
            while await answered() < 2:
                await asyncio.sleep(0.05)
    assert await ended(process) == (0, b"")
    log = (tmp_path / "var" / "demo.log").read_text()
    assert '"staff_log_head"' in log
    assert log.endswith("\n")
    assert '"event": "stopped"' in log.splitlines()[-1]


async def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with bound("127.0.0.1", 0) as place:
        port = place.getsockname()[1]
        process, shown = await begun(tmp_path, "demo", "--port", str(port))
        assert int(shown["port"]) > port
        assert shown["elsewhere"] == f"  (not at {port}, since that port is taken)\n"
        assert await ended(process) == (0, b"")
        process, shown = await begun(tmp_path, "demo", "--port", str(int(shown["port"]) + 5))
        assert shown["elsewhere"] is None
        assert await ended(process) == (0, b"")


async def test_where_no_log_can_be_written_the_demo_says_so_and_lives(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", "0"),
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said = b""
    while b"Ctrl-C" not in said:
        said += await asyncio.wait_for(_of(process.stdout).read(1000), 60)
    assert b"var/demo.log can't be written (File exists)" in said
    assert (await ended(process))[0] == 0
