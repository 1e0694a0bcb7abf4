"""A certificate that can't be printed as it must: nobody gets one with a hole, and all who must know are told."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage.engine.base import InRow
from storage.tables import Certificate, Chat, Letter, Member
from tests.bot.test_schedule import earns
from tests.phone import Phone
from tests.stage import Stage

BIANG = "\U00030ede"  # a character that no font of ours draws


async def test_a_character_that_the_font_lacks_means_no_paper_and_word_to_all(
    stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(stage.app.operator, "tell", lambda _kind, sentence: told.append(sentence))
    earns(stage, stage.clock.now() - timedelta(days=1))
    await called(stage, f"青井 {BIANG}")
    await aoi.says("/certificate")
    await aoi.taps("今年度")
    await aoi.taps("この内容で発行する")
    assert aoi.documents == []
    assert "証明書に印字できない文字" in aoi.text(aoi.last)
    assert len(told) == 1
    assert "U+30EDE" in told[0]
    assert "青井" not in told[0]
    assert await letters(stage) == [("certificate", "failed"), ("certificate_held", "sent")]
    with stage.app.sessions.reading() as session:
        assert session.execute(select(Certificate.paper_sha256)).scalars().all() == [None]
    await called(stage, "青井 遥")
    await aoi.says("/certificate")
    await aoi.taps("今年度")
    await aoi.taps("この内容で発行する")
    assert len(aoi.documents) == 1


async def called(stage: Stage, name: str) -> None:
    """The import brings another name."""
    with stage.app.sessions.begin() as session:
        member = session.execute(select(Chat.member_id).where(Chat.member_id.is_not(None))).scalar_one()
        assert member is not None
        session.execute(update(Member).where(Member.id == member).values(name=InRow(member, name)))


async def letters(stage: Stage) -> Sequence[tuple[str, str]]:
    """Of certificates; the samples' trainings write others."""
    with stage.app.sessions.reading() as session:
        found = session.execute(select(Letter.kind, Letter.state).order_by(Letter.id)).all()
    return [(str(kind), str(state)) for kind, state in found if str(kind).startswith("certificate")]
