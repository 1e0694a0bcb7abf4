"""Settings: everything missing or wrong is named at once, secrets may come from files, nothing secret is shown."""

import base64
from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, read_settings
from storage.engine.cipher import new_key

SECRET = "dHJ1ZSByYW5kb20gc2VjcmV0_-"
REQUIRED = ("TELEGRAM_BOT_TOKEN", "DATA_KEY")


def test_everything_missing_is_named_at_once() -> None:
    with pytest.raises(BadSettings) as bad:
        read_settings(REQUIRED, {"LISTEN": "nowhere", "DATABASE_URL": "mysql://x"})
    lines = str(bad.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["DATABASE_URL", "LISTEN", *REQUIRED]


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    key = new_key()
    place = tmp_path / "key"
    place.write_text(f"{key}\n")
    settings = read_settings(REQUIRED, {"TELEGRAM_BOT_TOKEN": "1:a", "DATA_KEY_FILE": str(place)})
    assert settings.data_key == key


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="DATA_KEY_FILE: No such file"):
        read_settings(REQUIRED, {"TELEGRAM_BOT_TOKEN": "1:a", "DATA_KEY_FILE": str(tmp_path / "none")})


def test_no_secret_is_ever_shown() -> None:
    with pytest.raises(BadSettings) as bad:
        read_settings(
            REQUIRED, {"TELEGRAM_BOT_TOKEN": "1:very-secret", "DATA_KEY": "not-a-key", "WEBHOOK_SECRET": "päss"}
        )
    assert "secret" not in str(bad.value).replace("WEBHOOK_SECRET", "")
    assert "not-a-key" not in str(bad.value)
    settings = Settings(telegram_bot_token="1:very-secret", data_key=new_key())
    assert "very-secret" not in repr(settings)
    assert settings.data_key not in repr(settings)


@pytest.mark.parametrize(
    ("secret", "fault"),
    [
        (SECRET, ""),
        (SECRET[:24], ""),
        (SECRET[:23], "too weak"),
        ("a", "too weak"),
        ("abcdefgh" * 3, ""),
        ("abcdefg" * 4, "too weak"),
        ("a" * 256, "too weak"),
        ("abcdefgh" * 32, ""),
        ("abcdefgh" * 32 + "a", "at most 256"),
    ],
)
def test_a_webhook_secret_that_could_be_guessed_is_refused(secret: str, fault: str) -> None:
    _weak({"WEBHOOK_SECRET": secret}, fault)


@pytest.mark.parametrize(
    ("key", "fault"),
    [(b"a" * 32, "random"), (bytes(18) + bytes(range(1, 15)), "random"), (bytes(16) + bytes(range(16)), "")],
)
def test_a_key_that_repeats_itself_is_refused(key: bytes, fault: str) -> None:
    _weak({"DATA_KEY": base64.urlsafe_b64encode(key).decode()}, fault)


def _weak(given: dict[str, str], fault: str) -> None:
    if not fault:
        read_settings((), given)
        return
    with pytest.raises(BadSettings, match=fault):
        read_settings((), given)


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://tani.example.org/", ""),
        ("https://tani.example.org:8443/cme", ""),
        ("tani.example.org", "whole"),
        ("https://", "whole"),
        ("ftp://tani.example.org", "whole"),
        ("https://tani.example.org:99999", "PUBLIC_URL"),
        ("https://tani.example.org/?page=1", "nothing behind its path"),
        ("https://tani.example.org/#top", "nothing behind its path"),
        ("https://me:secret@tani.example.org", "no name and no password"),
        ("https://tani.example.org/a b", "blank"),
    ],
)
def test_an_address_that_gets_a_path_can_be_continued(url: str, fault: str) -> None:
    """Addresses of pages are made of it: with a question behind it, none of them would open."""
    _weak({"PUBLIC_URL": url, "WEBHOOK_SECRET": SECRET}, fault)


def test_https_is_known_however_it_is_written() -> None:
    settings = read_settings((), {"PUBLIC_URL": "HTTPS://tani.example.org"})
    assert (settings.public_url, settings.by_webhook) == ("https://tani.example.org", True)
    with pytest.raises(BadSettings, match="WEBHOOK_SECRET: missing"):
        read_settings((), {"PUBLIC_URL": "HTTPS://tani.example.org"}, https=["WEBHOOK_SECRET"])


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, ("127.0.0.1", 8080)),
        ({"LISTEN": "0.0.0.0:80"}, ("0.0.0.0", 80)),
        ({"LISTEN": "[::1]:8080"}, ("::1", 8080)),
        ({"PORT": "5000"}, ("0.0.0.0", 5000)),
        ({"PORT": "5000", "LISTEN": "127.0.0.1:80"}, ("0.0.0.0", 5000)),
    ],
)
def test_where_the_pages_are(given: dict[str, str], address: tuple[str, int]) -> None:
    assert read_settings((), given).address == address


@pytest.mark.parametrize(
    ("given", "by_webhook"),
    [
        ({}, False),
        ({"PUBLIC_URL": "https://tani.example"}, True),
        ({"PUBLIC_URL": "http://tani.example", "WEBHOOK_SECRET": SECRET}, False),
        (
            {"PUBLIC_URL": "http://127.0.0.1:1", "WEBHOOK_SECRET": SECRET, "TELEGRAM_API_URL": "http://127.0.0.1:2"},
            True,
        ),
        ({"PUBLIC_URL": "http://127.0.0.1:1", "TELEGRAM_API_URL": "http://127.0.0.1:2"}, False),
    ],
)
def test_a_webhook_over_http_only_from_a_server_that_is_not_telegrams(given: dict[str, str], by_webhook: bool) -> None:
    assert read_settings((), given).by_webhook is by_webhook


@pytest.mark.parametrize("url", ["postgres://u:p@h/d", "postgresql://u:p@h/d"])
def test_a_platforms_address_of_postgresql_is_understood(url: str) -> None:
    assert read_settings((), {"DATABASE_URL": url}).database_url == "postgresql+psycopg://u:p@h/d"


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, ("127.0.0.1", 9090)),
        ({"MONITOR": ""}, None),
        ({"MONITOR": " "}, None),
        ({"MONITOR": "127.0.0.1:9191"}, ("127.0.0.1", 9191)),
    ],
)
def test_figures_are_kept_back_where_monitor_is_empty(given: dict[str, str], address: tuple[str, int] | None) -> None:
    assert read_settings((), given).monitor_address == address
