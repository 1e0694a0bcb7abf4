"""setWebhook and deleteWebhook: their words and the addresses they take."""

import pytest

from bot.sandbox import Sandbox, running
from bot.sandbox.world import World
from tests.sandbox.workbench import AOI, TOKEN, Api, Clock, Ears


async def test_set_and_delete(api: Api, world: World, ears: Ears) -> None:
    assert (await api("deleteWebhook"))["description"] == "Webhook is already deleted"
    world.send_text(AOI.id, "a")
    assert (await api("setWebhook", url=ears.url, drop_pending_updates=True))["description"] == "Webhook was set"
    assert world.pending() == 0
    assert (await api("setWebhook", url=ears.url))["description"] == "Webhook is already set"
    assert (await api("setWebhook", url=ears.url, max_connections=2))["description"] == "Webhook was set"
    assert (await api("setWebhook", url=""))["description"] == "Webhook was deleted"


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"secret_token": "x" * 257}, "secret token is too long"),
        ({"secret_token": "日"}, "secret token contains unallowed characters"),
        ({"url": "ftp://a.jp"}, "bad webhook: invalid webhook URL specified"),
        ({"url": "http://a.jp:99999"}, "bad webhook: Port is out of range"),
    ],
)
async def test_wrong_webhooks(api: Api, params: dict[str, str], reason: str) -> None:
    answer = await api("setWebhook", **({"url": "http://127.0.0.1:9/x"} | params))
    assert answer["description"] == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://a.jp/x", "bad webhook: An HTTPS URL must be provided for webhook"),
        ("https://a.jp:8444/x", "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("https://127.0.0.1/x", "bad webhook: IP address 127.0.0.1 is reserved"),
    ],
)
async def test_a_server_that_is_not_local(clock: Clock, api: Api, url: str, reason: str) -> None:
    far = Sandbox(token=TOKEN, username="far_bot", people=[AOI], now=clock.now, local=False, rates=False)
    async with running(far) as origin:
        answer = await Api(origin, api.http)("setWebhook", url=url)
        assert answer["description"] == f"Bad Request: {reason}"
        assert (await Api(origin, api.http)("setWebhook", url="https://a.jp:8443/x"))["ok"]
