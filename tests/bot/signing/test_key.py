"""The setting of the key that signs: read from text or from a file, and every fault of it named at the start."""

import base64
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.commands import doctor
from bot.settings import BadSettings, read_settings
from bot.signing.key import BadKey, read_key
from tests.bot.signing.keys import ENDS, PASSPHRASE, elliptic, p12
from tests.operators import OTHER_FILE

SECOND = timedelta(seconds=1)
DAYS_60 = timedelta(days=60)


def said(content: bytes) -> str:
    return base64.b64encode(content).decode()


def test_a_key_is_read_and_shows_nothing_of_itself() -> None:
    key = elliptic()
    assert key.ends == ENDS
    assert PASSPHRASE not in repr(key)
    assert "content" not in repr(key)


@pytest.mark.parametrize(
    ("text", "passphrase", "fault"),
    [
        ("not base64", PASSPHRASE, "base64 of a PKCS#12"),
        (said(b"0" * 99), PASSPHRASE, "no PKCS#12"),
        (said(elliptic().content), "wrong", "SIGNING_PASSPHRASE does not open it"),
        (said(p12(rsa.generate_private_key(65537, 1024))), PASSPHRASE, "2048 bits"),  # noqa: S505  # refused
    ],
)
def test_a_key_that_can_not_sign_is_named(text: str, passphrase: str, fault: str) -> None:
    with pytest.raises(BadKey, match=fault):
        read_key(text, passphrase)


def test_the_file_itself_may_be_the_setting(tmp_path: Path) -> None:
    place = tmp_path / "seal.p12"
    profile = tmp_path / "operator.yaml"
    profile.write_text(f"{OTHER_FILE.read_text()}signing_key: organisation\n")
    for content in (elliptic().content, said(elliptic().content).encode()):
        place.write_bytes(content)
        given = {"SIGNING_KEY_FILE": str(place), "SIGNING_PASSPHRASE": PASSPHRASE, "OPERATOR_FILE": str(profile)}
        key = read_settings((), given | {"TIMESTAMP_URL": "https://tsa.example.org/"}).key
        assert key is not None
        assert (key.content, key.timestamp_url) == (elliptic().content, "https://tsa.example.org")


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"SIGNING_KEY": "x"}, "SIGNING_KEY: it must be the base64"),
        ({"SIGNING_PASSPHRASE": "x"}, "SIGNING_PASSPHRASE: without SIGNING_KEY"),
        ({"TIMESTAMP_URL": "https://tsa.example.org"}, "TIMESTAMP_URL: without SIGNING_KEY"),
        ({"SIGNING_KEY": "x", "TIMESTAMP_URL": "tsa"}, "TIMESTAMP_URL: must be a whole"),
        ({"SIGNING_KEY": "x", "OPERATOR_FILE": str(OTHER_FILE)}, "'signing_key' is missing"),
    ],
)
def test_what_is_wrong_is_named_at_the_start(given: dict[str, str], fault: str) -> None:
    with pytest.raises(BadSettings) as bad:
        read_settings((), given)
    assert fault in str(bad.value)


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (ENDS - DAYS_60, []),
        (ENDS - DAYS_60 + SECOND, ["ends on 2036-01-01"]),
        (ENDS - SECOND, ["ends on 2036-01-01"]),
        (ENDS, ["ended on 2036-01-01"]),
    ],
)
def test_doctor_tells_60_days_before_the_key_ends(now: datetime, found: list[str]) -> None:
    settings = read_settings((), {"SIGNING_KEY": said(elliptic().content), "SIGNING_PASSPHRASE": PASSPHRASE})
    told = list(doctor._signing(settings, now))
    assert len(told) == len(found)
    assert all(part in one for part, one in zip(found, told, strict=True))
