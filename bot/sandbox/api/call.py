"""One call of a method: its parameters in Python's types, checked against python-telegram-bot's signature."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.api.form import Form, Upload
from bot.sandbox.api.shapes import parameters
from bot.sandbox.errors import bad, not_modelled
from bot.sandbox.people import Json

# The server has texts of its own for faults in these, so the methods read them themselves.
_READ_BY_METHOD = frozenset({"reply_markup", "commands", "scope", "menu_button"})
_NOT_MODELLED = frozenset(
    {
        "business_connection_id",
        "certificate",
        "direct_messages_topic_id",
        "inline_message_id",
        "message_thread_id",
        "suggested_post_parameters",
        "video_start_timestamp",
    }
)


async def _never() -> None:
    raise RuntimeError("only a call over HTTP can wait")


@dataclass
class Call:
    """A call of `method`, which has its canonical name. `gone` returns when the client has hung up."""

    method: str
    params: Json
    files: dict[str, Upload] = field(default_factory=dict)
    gone: Callable[[], Awaitable[None]] = _never

    def text(self, name: str) -> str:
        """A text; "" if it is missing."""
        value: str = self.params.get(name, "")
        return value

    def integer(self, name: str, default: int = 0) -> int:
        value: int = self.params.get(name, default)
        return value

    def flag(self, name: str) -> bool:
        value: bool = self.params.get(name, False)
        return value

    def array(self, name: str) -> list[Any] | None:
        value: list[Any] | None = self.params.get(name)
        return value

    def object(self, name: str) -> Json | None:
        value: Json | None = self.params.get(name)
        return value

    def raw(self, name: str) -> Any:
        """A parameter that its method reads itself."""
        return self.params.get(name)

    def checked(self, name: str, value: Any) -> None:
        """Refuses unknown fields and wrong types in a parameter that its method has read itself. Raises ApiError."""
        parameters(self.method)[name].take(value, (name, self.method))


def read_call(method: str, form: Form) -> Call:
    """The call that a form holds. Raises ApiError for names that the method does not have, and for wrong types."""
    shapes = parameters(method)
    params: Json = {}
    for name, value in form.values.items():
        shape = shapes.get(name)
        if shape is None:
            if name == "method":
                continue
            # In a form the method's name may be a parameter; its place in the address has won by then.
            raise bad(f'the sandbox refuses unknown parameter "{name}" of {method}')
        params[name] = value if name in _READ_BY_METHOD else shape.take(value, (name, method))
    if form.files:
        _refuse_stray_files(method, form, params)
    return Call(method, params, form.files)


def _refuse_stray_files(method: str, form: Form, params: Json) -> None:
    """Refuses a file that nothing refers to: neither a file parameter of its name nor an attach://."""
    shapes = parameters(method)
    pointed = str(list(params.values()))
    for name in form.files:
        # A text search is enough: attach:// stands inside JSON that may not be read yet.
        if (name not in shapes or shapes[name].kind != "file") and f"attach://{name}" not in pointed:
            raise bad(f'the sandbox refuses file "{name}": no parameter of {method} refers to it')


def refuse_not_modelled(call: Call) -> None:
    """Answers 501 if a parameter is right by the Bot API but has no effect here."""
    for name in (*call.params, *call.files):
        if name in _NOT_MODELLED:
            raise not_modelled(f"parameter {name}")
