"""What every page is made with: nothing that is filled in is read as HTML, and what is not opened stays closed."""

import html
import json
import re

import pytest
from jinja2 import UndefinedError

from bot.pages.html import page
from content.words import JA
from content.words.pages import unrunnable

HOSTILE = '"><script>alert(1)</script>&amp;</p>'
GIVEN = {
    "lang": HOSTILE,
    "title": HOSTILE,
    "how": HOSTILE,
    "qr": HOSTILE,
    "no_script": HOSTILE,
    **dict.fromkeys(unrunnable(JA.pages), HOSTILE),
    "given": {"a": HOSTILE},
}


def test_what_is_filled_in_is_escaped() -> None:
    text = bytes(page("checkin/checkin.html", GIVEN).body).decode()
    assert "<script>alert" not in text
    shown = re.search(r"<title>(.*)</title>", text)
    assert shown is not None
    assert html.unescape(shown[1]) == HOSTILE


def test_what_the_script_is_given_arrives_as_it_was() -> None:
    given = {"a": HOSTILE, "b": "単位\u2028", "c": [1, None]}
    text = bytes(page("checkin/checkin.html", GIVEN | {"given": given}).body).decode()
    found = re.search(r'id="given">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    assert json.loads(found[1]) == given
    assert "単位" in found[1]


def test_a_name_that_is_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        page("checkin/checkin.html", {name: value for name, value in GIVEN.items() if name != "how"})


def test_a_page_is_closed_apart_from_what_it_opens() -> None:
    policy = page("checkin/checkin.html", GIVEN, img_src="data:").headers["content-security-policy"]
    assert dict(one.split(" ", 1) for one in policy.split("; ")) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": "'self'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
