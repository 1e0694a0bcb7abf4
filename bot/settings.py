"""What is set from outside: by the environment, or for each name by a file that NAME_FILE names. It is read only here.

If something is missing or wrong, the start is refused, and every such name is told at once.
"""

import base64
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.signing.key import BadKey, SigningKey, read_key
from content.package import operator
from content.package.operator_reasons import NO_SIGNING_KEY, SAMPLE
from storage.engine.cipher import read_keys

TELEGRAM = "https://api.telegram.org"
SHORTEST_SECRET, FEWEST_LETTERS = 24, 8
"""24 random characters have 144 bits. Such a secret has fewer than 8 different characters once in a million million."""
_DER = b"\x30"
"""How a PKCS#12 begins, and no base64 of one (https://www.rfc-editor.org/rfc/rfc7292: a SEQUENCE in DER)."""
_OF_KEY = ("SIGNING_PASSPHRASE", "TIMESTAMP_URL")


NONE_IF_EMPTY = {"monitor"}
"""An empty value of these names switches the thing off. Any other name with an empty value counts as not set."""


class BadSettings(Exception):
    """What is missing or wrong: a line for each name."""


class Settings(BaseSettings):
    """Every setting of the product, under the names of the environment."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    telegram_bot_token: str = Field(default="", repr=False)
    telegram_api_url: str = TELEGRAM
    database_url: str = "sqlite:///var/tani.sqlite"
    public_url: str = "http://127.0.0.1:8080"
    listen: str = "127.0.0.1:8080"
    port: int | None = Field(default=None, ge=0, lt=65536)
    monitor: str = "127.0.0.1:9090"
    data_key: str = Field(default="", repr=False)
    webhook_secret: str = Field(default="", repr=False)
    operator_chat: int | None = None
    operator_file: str = ""
    signing_key: str = Field(default="", repr=False)
    signing_passphrase: str = Field(default="", repr=False)
    timestamp_url: str = ""

    @field_validator("data_key")
    @classmethod
    def _readable_key(cls, text: str) -> str:
        if text:
            read_keys(text)
        return text

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        for given in ("postgres://", "postgresql://"):
            if url.startswith(given):
                return "postgresql+psycopg://" + url.removeprefix(given)
        if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        if url in ("sqlite:///", "sqlite:///:memory:"):
            raise ValueError("must name a file: a record in memory is none")
        return url

    @field_validator("public_url", "telegram_api_url", "timestamp_url")
    @classmethod
    def _whole_address(cls, url: str) -> str:
        if not url:
            return url
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must be a whole http(s) address")
        _ = parts.port  # raises ValueError if it can't be one
        if any(letter.isspace() for letter in url):
            raise ValueError("must have no blank in it")
        return f"{parts.scheme}{url[len(parts.scheme) :]}".rstrip("/")  # HTTPS:// is https://

    @field_validator("public_url")
    @classmethod
    def _with_a_path_at_most(cls, url: str) -> str:
        """Addresses of pages begin with it, so nothing may stand behind its path."""
        parts = urlsplit(url)
        if parts.query or parts.fragment:
            raise ValueError("must have nothing behind its path")
        if parts.username or parts.password:
            raise ValueError("must have no name and no password in it: members see it")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _sendable_secret(cls, text: str) -> str:
        """Telegram allows 1 to 256 of these characters (https://core.telegram.org/bots/api#setwebhook). We also refuse
        secrets that could be guessed.
        """
        if not all(letter.isascii() and (letter.isalnum() or letter in "_-") for letter in text) or len(text) > 256:
            raise ValueError("at most 256 of A-Z a-z 0-9 _ -")
        if text and (len(text) < SHORTEST_SECRET or len(set(text)) < FEWEST_LETTERS):
            raise ValueError(f"too weak: at least {SHORTEST_SECRET} characters, drawn at random")
        return text

    @property
    def address(self) -> tuple[str, int]:
        """Host and port of the pages."""
        if self.port is not None:
            return "0.0.0.0", self.port  # noqa: S104  # a platform that gives PORT routes to it from outside
        return _address(self.listen)

    @property
    def monitor_address(self) -> tuple[str, int] | None:
        """Host and port of the figures; None if nobody is to read them."""
        return None if not self.monitor else _address(self.monitor)

    @field_validator("listen", "monitor")
    @classmethod
    def _host_and_port(cls, text: str) -> str:
        host, _, port = text.rpartition(":")
        if text and (not host or not port.isdigit() or not int(port) < 65536):
            raise ValueError("must be HOST:PORT")
        return text

    @property
    def key(self) -> SigningKey | None:
        """The key that signs certificates. Raises BadKey if it was not checked by `read_settings`."""
        if not self.signing_key:
            return None
        return read_key(self.signing_key, self.signing_passphrase, self.timestamp_url)

    @property
    def by_webhook(self) -> bool:
        """Whether updates are pushed to us: if our address is https, or if the server is not Telegram's and there is a
        secret.
        """
        return self.mini_apps or (bool(self.webhook_secret) and self.telegram_api_url != TELEGRAM)

    @property
    def mini_apps(self) -> bool:
        return self.public_url.startswith("https://")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take only what read_settings hands in, so that the environment is read in one place."""
        return (init_settings,)


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    return host.strip("[]"), int(port)


class _Environment:
    """Values of the environment: NAME itself, or the content of the file that NAME_FILE names."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.faults: list[str] = []

    def read(self, fields: Mapping[str, FieldInfo]) -> dict[str, str]:
        found = ((name, self._value(name.upper())) for name in fields)
        return {name: value for name, value in found if value or self._says_none(name)}

    def _says_none(self, name: str) -> bool:
        return name in NONE_IF_EMPTY and name.upper() in self._environ

    def _value(self, name: str) -> str:
        # A file wins over the plain value.
        path = self._environ.get(f"{name}_FILE")
        if not path:
            return self._environ.get(name, "").strip()
        try:
            return _text(Path(path).read_bytes(), name)
        except OSError as error:
            self.faults.append(f"{name}_FILE: {error.strerror}")
        except UnicodeDecodeError:
            self.faults.append(f"{name}_FILE: it is no text")
        return ""


def _text(content: bytes, name: str) -> str:
    """What a file holds, without blanks around it; of a key that signs, a PKCS#12 itself may be the file."""
    if name == "SIGNING_KEY" and content.startswith(_DER):
        return base64.b64encode(content).decode()
    return content.decode().strip()


def _faults_of_key(given: Mapping[str, str]) -> list[str]:
    """What is wrong with the key that signs certificates, if there is one."""
    if not given.get("signing_key"):
        return [f"{name}: without SIGNING_KEY it is of no use" for name in _OF_KEY if given.get(name.lower())]
    try:
        read_key(given["signing_key"], given.get("signing_passphrase", ""))
    except BadKey as error:
        return [f"SIGNING_KEY: {error}"]
    return []


def _faults_of_profile(path: str, *, signs: bool) -> list[str]:
    """What is wrong with the operator's profile, if one is named. A sample would send members to an invented office."""
    if not path:
        return []
    profile, faults = operator.read(Path(path), Path(path))
    said = [str(fault) for fault in faults]
    if profile is not None and profile.sample:
        said.append(f"{path}: {SAMPLE}")
    if profile is not None and signs and profile.signing_key is None:
        said.append(f"{path}: {NO_SIGNING_KEY}")
    return [f"OPERATOR_FILE: {one}" for one in said]


def read_settings(
    required: Iterable[str], environ: Mapping[str, str] = os.environ, *, https: Iterable[str] = ()
) -> Settings:
    """The settings. Raises BadSettings, which names everything that is wrong, and everything of `required` that is
    missing. If PUBLIC_URL is https, `https` is required too.
    """
    environment = _Environment(environ)
    given = environment.read(Settings.model_fields)
    wanted = [*required, *(https if given.get("public_url", "").lower().startswith("https://") else ())]
    faults = list(environment.faults)
    settings = None
    try:
        settings = Settings(**given)  # type: ignore[arg-type]  # texts, which pydantic reads
    except ValidationError as error:
        faults += [
            f"{str(fault['loc'][0]).upper()}: {fault['msg'].removeprefix('Value error, ')}" for fault in error.errors()
        ]
    faults += [f"{name}: missing" for name in dict.fromkeys(wanted) if not given.get(name.lower())]
    faults += _faults_of_profile(given.get("operator_file", ""), signs=bool(given.get("signing_key")))
    faults += _faults_of_key(given)
    if faults or settings is None:
        raise BadSettings("\n".join(faults))
    return settings
