"""A timestamp beside the signature: from a service that answers, and without one if it does not."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from asn1crypto import tsp
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.clock import DemoClock
from bot.sending.drawing import Drawing, DrawingInterrupted
from bot.sending.sealing import AT_ONCE, PAUSE, Sealing
from bot.serving import bound, serving
from bot.signing import signing, stamping
from bot.signing.signing import ToSign, drawn_and_signed
from bot.signing.stamping import NoTimestamp, stamped
from content.certificates.certificate import CertificateFacts
from handlers.papers import certificate
from tests.bot.signing.keys import BEGINS, ENDS, PASSPHRASE, elliptic, judged, p12
from tests.bot.signing.test_signing import FACTS
from tests.conftest import NOW

SECOND = timedelta(seconds=1)
Answer = Callable[[bytes], Awaitable[Response]]


class Told:
    """An operator who hears."""

    def __init__(self) -> None:
        self.kinds: list[str] = []

    def tell(self, kind: str, sentence: str) -> None:
        assert sentence
        self.kinds.append(kind)


async def good(body: bytes) -> Response:
    """What a timestamp service answers (RFC 3161)."""
    key = SimpleSigner.load_pkcs12_data(p12(rsa.generate_private_key(65537, 2048)), [], PASSPHRASE.encode())
    service = DummyTimeStamper(key.signing_cert, key.signing_key)
    answer = await service.async_request_tsa_response(tsp.TimeStampReq.load(body))
    return Response(answer.dump(), media_type="application/timestamp-reply")


async def broken(_body: bytes) -> Response:
    return Response(status_code=500)


async def nonsense(_body: bytes) -> Response:
    return Response(b"\x30\x03abc", media_type="application/timestamp-reply")


class Service:
    """A timestamp service that answers as it is told to."""

    def __init__(self) -> None:
        self.answer: Answer = good
        self.asked = 0
        self.address = ""

    async def take(self, request: Request) -> Response:
        self.asked += 1
        return await self.answer(await request.body())


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    one = Service()
    site = Starlette(routes=[Route("/tsa", one.take, methods=["POST"])])
    async with serving(site, bound("127.0.0.1", 0)) as port:
        one.address = f"http://127.0.0.1:{port}/tsa"
        yield one


async def signed(*, to_be_stamped: bool = True) -> bytes:
    job = ToSign(certificate.draw, FACTS, elliptic(), stamped=to_be_stamped)
    return await asyncio.to_thread(drawn_and_signed, job)


async def test_the_timestamp_lies_in_the_signature(service: Service) -> None:
    plain = await signed()
    content = await stamped(plain, service.address)
    assert len(content) == len(plain) < 100_000
    status = await asyncio.to_thread(judged, content, elliptic())
    assert status.intact
    assert status.timestamp_validity is not None
    assert status.timestamp_validity.intact
    assert status.timestamp_validity.valid


@pytest.mark.parametrize("answer", [broken, nonsense])
async def test_without_an_answer_the_paper_goes_without(service: Service, answer: Answer) -> None:
    service.answer = answer
    with pytest.raises(NoTimestamp):
        await stamped(await signed(), service.address)


async def test_a_timestamp_for_which_there_is_no_room_is_not_put_in(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "_ROOM", 4096)
    with pytest.raises(NoTimestamp, match="too long"):
        await stamped(await signed(to_be_stamped=False), service.address)


async def test_while_a_service_hangs_other_papers_are_drawn(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has a minute to answer. Then the paper goes without, as if the service had said that it can't."""
    hangs, told, drawing = asyncio.Event(), Told(), Drawing()

    async def hanging(_body: bytes) -> Response:
        hangs.set()
        await asyncio.Event().wait()
        return Response()

    service.answer = hanging
    sealing = Sealing(drawing, told, replace(elliptic(), timestamp_url=service.address), lambda: NOW)  # type: ignore[arg-type]  # it only tells
    try:
        waiting = asyncio.create_task(sealing.drawn(draw, FACTS))
        await hangs.wait()
        assert await drawing.drawn(draw, FACTS) == draw(FACTS)
        assert not waiting.done()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        monkeypatch.setattr(stamping, "ANSWER_S", 0.2)
        paper = await sealing.drawn(draw, FACTS)
    finally:
        await drawing.close()
    assert told.kinds == ["no timestamp"]
    status = await asyncio.to_thread(judged, paper, elliptic())
    assert status.bottom_line
    assert status.timestamp_validity is None


def test_a_service_has_a_minute() -> None:
    assert stamping.ANSWER_S == 60


def draw(facts: CertificateFacts) -> bytes:
    return certificate.draw(facts)


async def test_after_one_failure_the_next_papers_do_not_wait(service: Service) -> None:
    service.answer = broken
    clock, told, drawing = DemoClock(NOW, runs=False), Told(), Drawing()
    key = replace(elliptic(), timestamp_url=service.address)
    sealing = Sealing(drawing, told, key, clock.now)  # type: ignore[arg-type]  # it only tells
    try:
        for at, asked in ((NOW, 1), (NOW + PAUSE - SECOND, 1), (NOW + PAUSE, 2)):
            clock.jump(at)
            assert (await sealing.drawn(certificate.draw, FACTS)).startswith(b"%PDF")
            assert service.asked == asked
        assert told.kinds == ["no timestamp"] * 2
    finally:
        await drawing.close()


async def test_of_many_papers_at_once_few_wait_for_a_service_that_is_away(service: Service) -> None:
    """Each waits for a minute; those behind them hear with the first of them that there is no timestamp."""
    may_answer, told, drawing = asyncio.Event(), Told(), Drawing()

    async def slow(body: bytes) -> Response:
        await may_answer.wait()
        return await broken(body)

    service.answer = slow
    key = replace(elliptic(), timestamp_url=service.address)
    sealing = Sealing(drawing, told, key, lambda: NOW)  # type: ignore[arg-type]  # it only tells
    try:
        papers = asyncio.gather(*(sealing.drawn(draw, FACTS) for _ in range(2 * AT_ONCE)))
        while service.asked < AT_ONCE:
            await asyncio.sleep(0.01)
        may_answer.set()
        assert all(paper.startswith(b"%PDF") for paper in await papers)
    finally:
        await drawing.close()
    assert (service.asked, set(told.kinds)) == (AT_ONCE, {"no timestamp"})


async def test_what_says_that_it_is_signed_is_not_made_without_a_key() -> None:
    told = Told()
    sealing = Sealing(Drawing(), told, None, lambda: NOW)  # type: ignore[arg-type]  # it only tells
    with pytest.raises(DrawingInterrupted):
        await sealing.drawn(certificate.draw, FACTS)
    assert told.kinds == ["no signing key"]


async def test_with_a_key_that_is_not_good_nothing_is_signed() -> None:
    """A file is kept for ever, and with such a signature every reader of PDFs would refuse it."""
    clock, told, drawing = [NOW], Told(), Drawing()
    sealing = Sealing(drawing, told, elliptic(), lambda: clock[0])  # type: ignore[arg-type]  # it only tells
    try:
        for bad, good in ((BEGINS - SECOND, BEGINS), (ENDS + SECOND, ENDS)):
            clock[0] = good
            assert (await sealing.drawn(certificate.draw, FACTS)).startswith(b"%PDF")
            clock[0] = bad
            with pytest.raises(DrawingInterrupted):
                await sealing.drawn(certificate.draw, FACTS)
        assert told.kinds == ["signing key not good"] * 2
    finally:
        await drawing.close()
