"""Every screen and paper speaks of the operator that runs this bot, and of no other."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from content.certificates.certificate import CertificateFacts, Issuer
from content.operator import Profile
from handlers.papers.certificate_layout import pages
from handlers.papers.marks import texts
from handlers.screens.screen import Screen
from tests.gallery import gallery
from tests.operators import ASSOCIATION, OTHER, SAMPLE

UNSAID = {"format", "sample", "is_association", "certificates_serve", "record_from", "signing_key"}
"""What no screen says by itself: it decides which sentences stand there. The days are looked at in test_since."""


def values(part: Any, *, inside: bool = False) -> Iterator[str]:
    """Every text of a profile."""
    for key, value in part.items():
        if isinstance(value, dict):
            yield from values(value, inside=True) if inside or key not in UNSAID else ()
        elif isinstance(value, str) and value and (inside or key not in UNSAID):
            yield value


def said(profile: Profile) -> str:
    """All texts, labels, addresses and copied texts of the gallery, and a paper."""
    screens = "\n".join(text for one in gallery(profile).values() for text in _of(one.screen))
    return "\n".join([screens, *texts(pages(_facts(profile)))])


def _of(screen: Screen) -> Iterator[str]:
    yield from (screen.text, screen.toast)
    for row in screen.rows:
        for button in row:
            yield from (button.label, button.url or "", button.copies or "")
    for further in screen.also:
        yield from _of(further)


def _facts(profile: Profile) -> CertificateFacts:
    day = date(2026, 11, 22)
    return CertificateFacts("青井 遥", "", "1000000001", day, day, (), day, Issuer.of(profile))


@pytest.fixture(scope="module")
def screens() -> dict[str, str]:
    return {"sample": said(SAMPLE), "other": said(OTHER), "association": said(ASSOCIATION)}


def test_every_value_of_a_profile_is_said_somewhere(screens: dict[str, str]) -> None:
    """Otherwise the next test could not fail."""
    for name, profile in (("sample", SAMPLE), ("other", OTHER)):
        assert [one for one in values(profile.model_dump()) if one not in screens[name]] == []


def test_no_value_of_another_operator_is_said_anywhere(screens: dict[str, str]) -> None:
    assert [one for one in values(SAMPLE.model_dump()) if one in screens["other"]] == []
    assert [one for one in values(OTHER.model_dump()) if one in screens["sample"]] == []
    assert not {*values(SAMPLE.model_dump())} & {*values(OTHER.model_dump())}


def test_nobody_is_sent_to_an_office_without_a_name(screens: dict[str, str]) -> None:
    nameless = (
        "ご案内した窓口",
        "the office that introduced",
        "独立したソフトウェア",
        "independent software",
        "please ask staff",
    )
    assert [(name, one) for name, text in screens.items() for one in nameless if one in text] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_association_itself_is_not_called_another_s(screens: dict[str, str], language: str) -> None:
    others = {
        "ja": ("日本医師会が運営・作成したものではありません", "日本医師会が発行する文書ではありません"),
        "en": ("neither run nor made by the Japan Medical Association", "No. Kakuu City Medical Association issues it"),
    }[language]
    for one in others:
        assert one in screens["other"]
        assert one not in screens["association"]
    own = {
        "ja": "はい。架空市医師会が、ここでの受講記録から発行します",
        "en": "Yes. Kakuu City Medical Association issues it",
    }
    assert own[language] in screens["association"]
    assert own[language] not in screens["other"]
