"""Init data of a Mini App: Telegram's signature, the right person, not too old."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest

from bot.pages.mini_app import BadInitData, OldInitData, check_init_data, signature

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
TOKEN = "100:token"
PERSON = 700_000_001


def init_data(token: str = TOKEN, person: int = PERSON, at: datetime = AT, **more: str) -> str:
    fields = {"auth_date": str(int(at.timestamp())), "user": json.dumps({"id": person}), "query_id": "q"} | more
    return urlencode(fields | {"hash": signature(fields, token)})


def test_the_one_who_opened_it_may_watch() -> None:
    check_init_data(init_data(), TOKEN, PERSON, AT)


def test_a_signature_known_from_outside() -> None:
    """A fixed example, so that making and checking can't be wrong in the same way unseen."""
    fields = {"auth_date": "1700000000", "user": '{"id":1}'}
    assert signature(fields, "1:a") == "0e61dd7236f03d25ca6756ab91f1f0106c4e17e6f4da650f8d7dc6caf19cf5e6"


@pytest.mark.parametrize(
    ("data", "at"),
    [
        (init_data(token="100:other"), AT),
        (init_data(person=PERSON + 1), AT),
        (init_data(person=PERSON + 1, at=AT - timedelta(hours=13)), AT),
        (init_data(at=AT + timedelta(minutes=5, seconds=1)), AT),
        (init_data() + "&extra=1", AT),
        (init_data().replace("query_id=q", "query_id=r"), AT),
        ("", AT),
        ("hash=x", AT),
        ("auth_date=x&user=1&hash=x", AT),
        ("auth_date=1&user=[]&hash=é", AT),
    ],
)
def test_anything_else_is_refused(data: str, at: datetime) -> None:
    with pytest.raises(BadInitData):
        check_init_data(data, TOKEN, PERSON, at)


def test_twelve_hours_are_good() -> None:
    check_init_data(init_data(at=AT - timedelta(hours=12)), TOKEN, PERSON, AT)
    with pytest.raises(OldInitData):
        check_init_data(init_data(at=AT - timedelta(hours=12, seconds=1)), TOKEN, PERSON, AT)


def test_the_clock_of_telegram_may_be_five_minutes_ahead() -> None:
    check_init_data(init_data(at=AT + timedelta(minutes=5)), TOKEN, PERSON, AT)
