"""python -m bot links: what is printed is what the chat opens."""

import io
from datetime import datetime
from pathlib import Path

from bot.commands import links
from content.linking import Kind, Target, read
from storage.engine.sessions import Sessions
from storage.trainings import published
from tests import samples
from tests.storage.training import HOUR, training

CHAT = "https://t.me/tani_bot"


def test_every_course_and_training_has_its_link_and_its_code(sessions: Sessions, now: datetime, tmp_path: Path) -> None:
    with sessions.begin() as session:
        samples.publish(session, samples.course(), now)
        published.publish(session, training(now + HOUR, "asthma-talk"), now)
    out = io.StringIO()
    assert links.run(sessions, CHAT, tmp_path / "qr", now, out) == 0
    *told, counted = out.getvalue().splitlines()
    found = [line.split("\t") for line in told]
    assert counted == f"{len(found)} links."
    assert ["高血圧", f"{CHAT}?start=c_hypertension", str(tmp_path / "qr" / "c_hypertension.svg")] in found
    assert {read(Path(file).stem) for *_, file in found} >= {Target(Kind.TRAINING, "asthma-talk")}
    for _title, address, file in found:
        assert address.removeprefix(f"{CHAT}?start=") == Path(file).stem
        assert f"<desc>{address}</desc>" in Path(file).read_text()
