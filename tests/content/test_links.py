"""The links are those that a source states, each said in both languages."""

from urllib.parse import urlsplit

import pytest
from pydantic import ValidationError

from content import links
from content.links import Directory, Link

ADDRESSES = {
    "https://www.med.or.jp/cme/",
    "https://med.or.jp/cme/elearning",
    "https://www.med.or.jp/cme/els_cc/cclist.php",
    "https://www1.med.or.jp/cme/cmepdf.html",
    "https://www.med.or.jp/cme/about/syutoku.html",
    "https://med.or.jp/cme/elearning_jukousyoumei.html",
    "https://mamis.med.or.jp/login",
}
"""Typed here a second time, so that none is changed or added without a source."""


def a_link(**changes: object) -> dict[str, object]:
    both = {"ja": "日", "en": "E"}
    sound: dict[str, object] = {"slug": "portal", "title": both, "about": both, "source": "the guide"}
    return sound | {"address": "https://www.med.or.jp/cme/", "verified": None} | changes


def test_every_address_has_a_source_and_leads_to_the_association() -> None:
    every = links.load().links
    assert {one.address for one in every} == ADDRESSES
    assert all((urlsplit(one.address).hostname or "").endswith("med.or.jp") and one.source for one in every)


def test_what_has_no_address_of_its_own_says_where_it_is_found() -> None:
    portal = links.load().link("portal").address
    for one in links.load().links:
        assert (one.found is not None) is (one.address == portal and one.slug != "portal"), one.slug
        assert bool(one.where("ja")) is bool(one.where("en")) is (one.found is not None)


def test_each_link_stands_once() -> None:
    slugs = [one.slug for one in links.load().links]
    assert len(slugs) == len(set(slugs))
    with pytest.raises(links.UnknownLink):
        links.load().link("nowhere")


@pytest.mark.parametrize(
    "changes",
    [
        {"address": "http://www.med.or.jp/cme/"},
        {"address": "https://www.med.or.jp"},
        {"address": "https://user@www.med.or.jp/cme/"},
        {"address": "javascript:alert(1)"},
        {"title": {"ja": "日"}},
        {"about": {"ja": "", "en": "E"}},
        {"verified": "soon"},
        {"note": "more"},
    ],
)
def test_a_slip_is_refused(changes: dict[str, object]) -> None:
    assert Link.model_validate(a_link())
    with pytest.raises(ValidationError):
        Link.model_validate(a_link(**changes))


def test_the_desk_is_the_guide_s() -> None:
    desk = links.load().desk
    assert (desk.phone, f"{desk.opens:%H:%M}", f"{desk.closes:%H:%M}") == ("0120-110-030", "10:00", "18:00")
    assert desk.name.text("ja") == "医師会会員情報システム運営事務局"
    sound = links.load().model_dump()
    with pytest.raises(ValidationError):  # 10:00 without quotes is 600 to YAML
        Directory.model_validate(sound | {"desk": sound["desk"] | {"opens": 600}})
