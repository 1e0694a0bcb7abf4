"""Refusals of the Bot API: a code, a description and at times parameters."""

from bot.sandbox.people import Json

_PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
}


class ApiError(Exception):
    """What the envelope says with `ok: false`; `code` is the HTTP status as well."""

    def __init__(self, code: int, text: str, parameters: Json | None = None) -> None:
        prefix = _PREFIXES[code]
        self.code = code
        self.description = f"{prefix}: {_lower_first(text)}" if text else prefix
        self.parameters = parameters
        super().__init__(self.description)

    def envelope(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters is not None:
            body["parameters"] = self.parameters
        return body


def bad(text: str) -> ApiError:
    """400, the most frequent refusal."""
    return ApiError(400, text)


def forbidden(text: str) -> ApiError:
    """403: this chat does not let the bot write."""
    return ApiError(403, text)


def upgraded(chat_id: int) -> ApiError:
    """400: this group has another id now."""
    text = "group chat was upgraded to a supergroup chat"
    return ApiError(400, text, {"migrate_to_chat_id": chat_id})


def flood(seconds: int) -> ApiError:
    """429 with the whole seconds to wait."""
    return ApiError(429, f"retry after {seconds}", {"retry_after": seconds})


def not_modelled(what: str) -> ApiError:
    """501: this is right by the Bot API, but the sandbox does not do it."""
    return ApiError(501, f"the sandbox does not model {what}")


def _lower_first(text: str) -> str:
    """The text with a lower-case first letter, as the server has it; a code such as BUTTON_DATA_INVALID stays."""
    if len(text) > 1 and (text[1] == "_" or "A" <= text[1] <= "Z"):
        return text
    return text[:1].lower() + text[1:]
