"""The file of a certificate with one byte changed, added or taken anywhere: it is not the file that was issued."""

import hashlib
import random

import pytest

from storage.certificates import checks
from tests.bot.pages.test_certificate_page import Paper
from tests.bot.signing.keys import elliptic
from tests.bot.signing.test_signing import signed
from tests.sizes import SEED, SOAK
from tests.stage import Stage

TRIED = 60


@pytest.fixture(scope="module")
def content() -> bytes:
    return signed(elliptic())


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_one_byte_anywhere_makes_it_another_file(stage: Stage, content: bytes) -> None:
    paper, chance = Paper(stage, content), random.Random(SEED)
    places = range(len(content)) if SOAK else chance.sample(range(len(content)), TRIED)
    for place in (0, len(content) - 1, *places):
        byte, other = content[place], chance.choice(range(1, 256))
        changed = (bytes([byte ^ other]), bytes([other, byte]), bytes([byte, other]), b"")
        file = content[:place] + chance.choice(changed) + content[place + 1 :]
        answer = await stage.web.post(f"{paper.address}/file", content=file)
        assert answer.json() == {"same": file == content}, place
        assert (found(stage, file) is None) is (file != content)
    for more, same in ((b"", True), (b"\n", False), (b"\n\n", False)):
        answer = await stage.web.post(f"{paper.address}/file", content=content + more)
        assert answer.json() == {"same": same}, "whether its length is even or odd"


def found(stage: Stage, file: bytes) -> object:
    """What a member hears of it who sends it to the bot."""
    with stage.app.sessions.reading() as session:
        return checks.by_file(session, hashlib.sha256(file).hexdigest())
