"""Which links Telegram accepts: a known scheme or none, and a host with a dot."""

import re
from urllib.parse import SplitResult, urlsplit

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d)")
_HOST = re.compile(r"[^\s/?#@:\[\]<>\"'\\]+")
_USER = re.compile(r"tg:(?://)?user\?id=(\d+)", re.IGNORECASE)


def user_of(link: str) -> int:
    """The user id in a `tg://user?id=N` link; 0 for any other link."""
    found = _USER.fullmatch(link.strip())
    return int(found[1]) if found else 0


def checked(link: str) -> str:
    """The link as Telegram keeps it (with a scheme, the host in lower case), or "" if Telegram refuses it."""
    link = link.strip()
    if not link or any(char.isspace() for char in link):
        return ""
    scheme = _SCHEME.match(link)
    if scheme is None:
        return _web("http://" + link)
    if scheme[1].lower() in {"tg", "ton", "tonsite"}:
        return link
    return _web(link) if scheme[1].lower() in {"http", "https"} else ""


def _web(link: str) -> str:
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return ""
    host = (parts.hostname or "").lower()
    if not host_is_public(host) or port == 0:
        return ""
    place = f"[{host}]" if ":" in host else host
    return _joined(parts, place if port is None else f"{place}:{port}")


def _joined(parts: SplitResult, place: str) -> str:
    user = parts.netloc.rpartition("@")[0]
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    path = parts.path or "/"
    return f"{parts.scheme.lower()}://{user + '@' if user else ''}{place}{path}{query}{fragment}"


def host_is_public(host: str) -> bool:
    """Whether Telegram takes the host for a public one. A dot is enough: 127.0.0.1 passes, and localhost does not."""
    if ":" in host:
        return True
    labels = host.rstrip(".").split(".")
    return len(labels) > 1 and all(labels) and _HOST.fullmatch(host) is not None and len(labels[-1]) > 0
