"""The commands `demo` and `sandbox` as they are typed: what they print holds, and their end leaves nothing behind."""

import asyncio
import contextlib
import os
import re
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp

from tests.patience import LONGEST_S
from tests.process import ROOT, free_port, quick_bot_process
from tests.someone import eventually

TOKEN = "100:a-token_of-the-test"


@contextlib.asynccontextmanager
async def typed(folder: Path, *arguments: str) -> AsyncIterator[tuple[Process, str]]:
    """A command of `python -m bot` that runs, with nothing set, and what it printed before it began to wait."""
    temporary = folder / "tmp"
    temporary.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with (folder / "err.log").open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=folder,
            env={**kept, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
        )
    try:
        yield process, await _printed(process, folder)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _printed(process: Process, folder: Path) -> str:
    """Up to the first empty line after a line with an address."""
    assert process.stdout is not None
    said = ""
    async with asyncio.timeout(LONGEST_S):
        while "http" not in said:
            line = await process.stdout.readline()
            assert line, (folder / "err.log").read_text()[-3000:]
            said += line.decode()
        while (line := await process.stdout.readline()).strip():
            said += line.decode()
    return said


async def ended(process: Process, number: signal.Signals) -> int:
    process.send_signal(number)
    return await asyncio.wait_for(process.wait(), LONGEST_S)


async def test_the_demo_needs_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    async with typed(tmp_path, "demo", "--port", str(free_port())) as (process, said), aiohttp.ClientSession() as web:
        (address,) = re.findall(r"http://127\.0\.0\.1:\d+/", said)
        async with web.get(address) as page:
            assert (page.status, page.content_type) == (200, "text/html")
        assert [one.name for one in (tmp_path / "tmp").iterdir() if one.name.startswith("tani-demo-")]
        assert await ended(process, signal.SIGINT) == 0
    assert [one.name for one in (tmp_path / "tmp").iterdir() if one.name.startswith("tani-")] == []
    assert "Traceback" not in (tmp_path / "err.log").read_text()
    assert {one.name for one in tmp_path.iterdir()} == {"tmp", "err.log", "var"}
    assert [one.name for one in (tmp_path / "var").iterdir()] == ["demo.log"]


async def test_the_sandbox_alone_is_a_bot_api(tmp_path: Path) -> None:
    async with quick_bot_process(tmp_path / "said") as sandbox, aiohttp.ClientSession() as web:
        await sandbox.begin("sandbox", "--port", str(free_port()), "--token", TOKEN)
        await eventually(lambda: "TELEGRAM_API_URL=" in sandbox.log.read_text(), sandbox.log.read_text)
        (api,) = re.findall(r"TELEGRAM_API_URL=(\S+)", sandbox.log.read_text())
        assert f"TELEGRAM_BOT_TOKEN={TOKEN}" in sandbox.log.read_text()
        async with web.get(f"{api}/bot{TOKEN}/getMe") as answer:
            assert (await answer.json())["result"]["is_bot"] is True
        async with web.get(f"{api}/bot100:another/getMe") as answer:
            assert answer.status == 401
        async with web.get(f"{api}/") as page:
            assert (page.status, page.content_type) == (200, "text/html")
        assert await sandbox.stop() == 0
    assert "Traceback" not in sandbox.log.read_text()
