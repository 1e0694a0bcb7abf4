"""getUpdates and the webhook's methods."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import orjson
from telegram.constants import WebhookLimit

from bot.sandbox.api.call import Call
from bot.sandbox.errors import ApiError, bad
from bot.sandbox.people import Json
from bot.sandbox.updates.polling import BY_WEBHOOK
from bot.sandbox.updates.webhook import Target
from bot.sandbox.world import World

_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_PORTS = frozenset({443, 80, 88, 8443})
_LOCAL_CONNECTIONS = 100_000
_PROOF = re.compile(r"[A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Described:
    """A result that comes with a description in the envelope."""

    result: bool
    description: str


async def get_updates(world: World, call: Call) -> list[orjson.Fragment]:
    if world.webhook.target is not None:
        raise ApiError(409, _ACTIVE)
    _allow(world, call)
    found = await world.poller.get(
        call.integer("offset"), call.integer("limit", 100), call.integer("timeout"), call.gone
    )
    return [orjson.Fragment(update.raw) for update in found]


def _allow(world: World, call: Call) -> None:
    """Sets the kinds of updates that the bot wants. If the call has no list, they stay as they are."""
    names = call.array("allowed_updates")
    if names is not None:
        world.updates.allow(names)


def set_webhook(world: World, call: Call) -> Described:
    url = call.text("url").strip()
    if not url:
        return delete_webhook(world, call)
    target = _target(world, call, url)
    if world.rates.on:
        world.webhook.must_not_hurry()
    _allow(world, call)
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    elif world.webhook.target == target:
        return Described(True, "Webhook is already set")
    world.poller.terminate(BY_WEBHOOK)
    world.webhook.start(target)
    return Described(True, "Webhook was set")


def _target(world: World, call: Call, url: str) -> Target:
    proof = call.text("secret_token")
    if len(proof) > int(WebhookLimit.MAX_SECRET_TOKEN_LENGTH):
        raise bad("secret token is too long")
    if not _PROOF.fullmatch(proof):
        raise bad("secret token contains unallowed characters")
    most = _LOCAL_CONNECTIONS if world.local else int(WebhookLimit.MAX_CONNECTIONS_LIMIT)
    connections = call.integer("max_connections") or 40
    address = call.text("ip_address")
    return Target(_address(world, url, address), proof, max(1, min(most, connections)), address)


def _address(world: World, url: str, ip_address: str) -> str:
    """The URL. Raises ApiError with the server's reason if it is refused. A local server takes http and any port."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    except ValueError:
        raise bad("bad webhook: Port is out of range") from None
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise bad("bad webhook: invalid webhook URL specified")
    if world.local:
        return parts.geturl()
    if parts.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in _PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    _refuse_reserved(ip_address or parts.hostname)
    return parts.geturl()


def _refuse_reserved(host: str) -> None:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return
    if not address.is_global:
        raise bad(f"bad webhook: IP address {host} is reserved")


def delete_webhook(world: World, call: Call) -> Described:
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    if world.webhook.target is None:
        return Described(True, "Webhook is already deleted")
    world.webhook.stop()
    return Described(True, "Webhook was deleted")


def get_webhook_info(world: World, call: Call) -> Json:
    target = world.webhook.target
    info: Json = {
        "url": target.url if target else "",
        "has_custom_certificate": False,
        "pending_update_count": world.pending(),
    }
    if target is not None:
        info["max_connections"] = target.max_connections
        if target.ip_address:
            info["ip_address"] = target.ip_address
        if world.webhook.last_error is not None:
            info["last_error_date"], info["last_error_message"] = world.webhook.last_error
    if world.updates.asked is not None:
        info["allowed_updates"] = world.updates.asked
    return info
