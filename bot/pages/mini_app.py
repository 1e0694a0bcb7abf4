"""What Telegram gives a Mini App. It is signed with the bot's token, so that it proves who opened the page.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

from bot import nested

GOOD_FOR = timedelta(hours=12)
CLOCKS_DIFFER = timedelta(minutes=5)
"""So far may Telegram's clock be ahead of this machine's."""


class BadInitData(Exception):
    """Telegram did not sign it for this bot, or it is another person's, or it is of a moment to come."""


class OldInitData(Exception):
    """It is this person's, but of a page that was opened too long ago."""


def check_init_data(text: str, token: str, telegram_id: int, now: datetime) -> None:
    """Raises BadInitData unless this person opened the page; OldInitData if that is longer ago than a button's address
    is good for.
    """
    try:
        fields = dict(parse_qsl(text, strict_parsing=True, keep_blank_values=True))
        given = fields.pop("hash")
        opened = datetime.fromtimestamp(int(fields["auth_date"]), UTC)
        person = int(nested.read_lax(fields["user"])["id"])
        genuine = hmac.compare_digest(signature(fields, token).encode(), given.encode())
    except (ValueError, KeyError, TypeError, OverflowError, OSError):
        raise BadInitData from None
    if not genuine:
        raise BadInitData
    if person != telegram_id or opened - now > CLOCKS_DIFFER:
        raise BadInitData
    if now - opened > GOOD_FOR:
        raise OldInitData


def signature(fields: dict[str, str], token: str) -> str:
    """The hash over the sorted fields, made as Telegram makes it."""
    checked = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return hmac.new(key, checked.encode(), hashlib.sha256).hexdigest()
