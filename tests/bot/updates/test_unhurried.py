"""Presses for a certificate let the turns of others pass, and no stop loses them: told by the order of events."""

from collections.abc import Collection, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import app as running
from bot.updates.outcomes import Outcome
from content.rules import day_of
from content.values import CertificatePurpose
from content.words import JA
from handlers.incoming import Incoming
from handlers.presses.certificates.certificate import Issue
from storage.post import updates
from storage.tables import Certificate, Deferred
from tests.bot.test_schedule import earns, restarted
from tests.phone import Phone
from tests.stage import Stage, logged_in

DAY = timedelta(days=1)
on_sqlite = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


def asks(stage: Stage, phone: Phone) -> None:
    """Presses the button that has a certificate of this month made, in the present message."""
    last = day_of(stage.clock.now()).toordinal()
    data = Issue(CertificatePurpose.GENERAL.value, last - 20, last, registry=True).pack()
    stage.world.press(phone.person.id, phone.last["message_id"], data)


def noted(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Whose turns end, from now on, in their order."""
    order: list[int] = []
    turns: Any = stage.app.turns
    for name in ("take", "take_kept"):
        whole = getattr(turns, name)

        async def watched(incoming: Incoming, body: Any, whole: Any = whole) -> Outcome:
            outcome: Outcome = await whole(incoming, body)
            order.append(incoming.telegram_id)
            return outcome

        monkeypatch.setattr(turns, name, watched)
    return order


def kept(stage: Stage) -> Collection[Deferred]:
    with stage.app.sessions.reading() as session:
        return session.execute(select(Deferred).order_by(Deferred.update_id)).scalars().all()


def no_lull(stage: Stage) -> AbstractAsyncContextManager[object]:
    """While this is open, nothing that lets others pass goes on the record."""
    return stage.app.record.between()


@on_sqlite
async def test_a_tap_is_taken_before_all_who_wait_for_a_certificate(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    phones = [await logged_in(stage, number) for number in (1, 2, 3, 4)]
    first, second, third, other = phones
    order = noted(stage, monkeypatch)
    async with no_lull(stage):
        for one in (first, second, third):
            asks(stage, one)
        await stage.taken()
        assert len(kept(stage)) == 3  # on record, and therefore acknowledged
        stage.world.send_text(other.person.id, "/help")
        await stage.taken()
        assert order == [other.person.id]
    await stage.settled()
    assert order == [one.person.id for one in (other, first, second, third)]
    assert kept(stage) == []


@on_sqlite
async def test_who_goes_on_has_the_answer_first_and_waits_for_nobody(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = await logged_in(stage, 1), await logged_in(stage, 2)
    order = noted(stage, monkeypatch)
    async with no_lull(stage):
        for phone in (two, one):
            asks(stage, phone)
        await stage.taken()
        stage.world.send_text(one.person.id, "/help")
        await stage.taken()
        assert order == [one.person.id, one.person.id]
        assert len(kept(stage)) == 1
    await stage.settled()
    assert order == [one.person.id, one.person.id, two.person.id]


@on_sqlite
async def test_one_who_asks_again_and_again_waits_behind_those_who_ask_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    many, once = await logged_in(stage, 1), await logged_in(stage, 2)
    order = noted(stage, monkeypatch)
    async with no_lull(stage):
        for phone in (many, many, many, once):
            asks(stage, phone)
        await stage.taken()
    await stage.settled()
    assert order == [phone.person.id for phone in (many, once, many, many)]


async def test_what_waits_when_the_process_stops_is_answered_by_the_next(
    stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "ENDING_S", 0.0)  # a platform waits no longer
    earns(stage, stage.clock.now() - DAY)
    async with no_lull(stage):
        asks(stage, aoi)
        await stage.taken()
        async with restarted(stage):
            await aoi.waits()
            assert kept(stage) == []
            assert len(aoi.documents) == 1


@on_sqlite
async def test_what_waits_when_the_process_stops_is_free_for_others_at_once(stage: Stage, aoi: Phone) -> None:
    async with no_lull(stage):
        asks(stage, aoi)
        await stage.taken()
        assert [one.claimed_until is None for one in kept(stage)] == [False]
        await stage.app.intake.unhurried.close()
        assert [one.claimed_until is None for one in kept(stage)] == [True]
    await stage.app.intake.resuming.once()
    await stage.settled()
    assert kept(stage) == []


async def test_the_same_press_delivered_twice_at_once_is_answered_once(
    stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    earns(stage, stage.clock.now() - DAY)
    stage.world.twice = True
    order = noted(stage, monkeypatch)
    asks(stage, aoi)
    await stage.settled()
    await aoi.says("/help")  # a second delivery comes with the next batch
    assert order.count(aoi.person.id) >= 2
    with stage.app.sessions.reading() as session:
        assert len(session.execute(select(Certificate.id)).all()) == 1
    assert len(aoi.documents) == 1


@on_sqlite
async def test_a_press_that_can_not_be_kept_has_a_turn_of_its_own(
    stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_session: Session, _bodies: Mapping[int, bytes], _at: datetime) -> Collection[int]:
        raise ValueError("a fault of ours")

    earns(stage, stage.clock.now() - DAY)
    monkeypatch.setattr(updates, "defer_new", fails)
    asks(stage, aoi)
    await stage.settled()
    assert len(aoi.documents) == 1


@on_sqlite
async def test_a_refusal_is_told_once_its_turn_has_come(stage: Stage, aoi: Phone) -> None:
    asks(stage, aoi)  # nothing was earned
    await aoi.waits()
    assert kept(stage) == []
    assert aoi.toast == JA.refusals.nothing_to_certify()
