"""The watch page's server: what it opens to, what it believes, and what it tells."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from bot.links import SignedLinks
from storage.engine.cipher import Cipher
from storage.programme import courses
from tests.phone import Phone
from tests.stage import PAGES, Stage, logged_in
from tests.viewer import Viewer, on_card

SECONDS = 9  # of the first chapter


@pytest.fixture
async def page(stage: Stage, aoi: Phone) -> Viewer:
    """The first chapter, by the button on the course's card."""
    return await on_card(stage, aoi)


async def test_opening_says_what_there_is_and_where_the_member_stands(page: Viewer) -> None:
    opened = await page.opens()
    assert opened["course"] == "高血圧"
    assert opened["chapter"] == {"number": 1, "title": "なぜ高血圧について学ばなければならないのか"}
    assert (opened["seconds"], opened["speed"], opened["earns"]) == (SECONDS, 2.0, True)
    assert (opened["spans"], opened["watched"], opened["complete"], opened["next"]) == ([], 0, False, None)
    assert [one["type"] for one in opened["media"]] == ["video/mp4", "video/webm"]
    assert opened["browser_url"] == f"{PAGES}{page.path}"
    await page.tells((2, 6), after=4, position=6.4)
    again = await page.opens()
    assert (again["spans"], again["watched"], again["position"]) == ([[2, 6]], 4, 6)


async def test_the_page_is_closed_to_scripts_of_others_and_kept_nowhere(stage: Stage, page: Viewer) -> None:
    answer = await stage.web.get(page.path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'" in policy
    assert f"frame-ancestors 'self' https://web.telegram.org {stage.app.chat_url().rstrip('/')} " in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert '<html lang="ja">' in answer.text
    assert "{{" not in answer.text
    opened = await page.posts("open", {})
    refused = await page.posts("beat", {"viewing": "x"})
    assert {one.headers["cache-control"] for one in (opened, refused)} == {"no-store"}


async def test_its_files_and_no_others(stage: Stage) -> None:
    script = await stage.web.get("/watch/files/watch.js")
    assert script.headers["content-type"].startswith("text/javascript")
    again = await stage.web.get("/watch/files/watch.js", headers={"If-None-Match": script.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert {one.headers["cache-control"] for one in (script, again)} == {"no-cache"}
    assert script.headers["x-content-type-options"] == "nosniff"
    for name in ("routes.py", "watch.html", "none.js", "%2e%2e%2fsite.py", "..%2Fwatch%2Fwatch.js"):
        assert (await stage.web.get(f"/watch/files/{name}")).status_code == 404, name


async def test_a_link_that_we_did_not_sign_opens_nothing(stage: Stage, page: Viewer) -> None:
    others = SignedLinks(PAGES, Cipher([bytes(32)])).watch(1, 1, 1, stage.clock.now())
    for path in (page.path[:-1], page.path.replace("watch/", "watch/x"), others.removeprefix(PAGES), "/watch/x"):
        forged = Viewer(stage, path)
        for what in ("open", "beat"):
            answer = await forged.posts(what, {})
            assert (answer.status_code, answer.json()) == (403, {"error": "refused"})
        assert (await stage.web.get(path)).status_code == 200  # the page itself says so in words


async def test_a_link_ends_and_the_chat_gets_a_new_one_once(stage: Stage, aoi: Phone, page: Viewer) -> None:
    """The button in the chat carries the old link too: without a new card it would be refused again and again."""
    card, old = aoi.last["message_id"], aoi.link("第1章")
    await page.opens()
    page.passes(12 * 3600 - 1)
    await page.opens()
    page.passes(1)
    for what in ("open", "beat", "open"):
        answer = await page.posts(what, {"viewing": page.viewing})
        assert (answer.status_code, answer.json()) == (410, {"error": "expired"})
    await aoi.waits()
    assert aoi.last["message_id"] == card
    assert aoi.link("第1章") != old
    await Viewer(stage, aoi.link("第1章")).opens()


async def test_after_logout_the_link_is_dead(stage: Stage, aoi: Phone, page: Viewer) -> None:
    opened = await page.opens()
    await aoi.says("/logout")
    await aoi.taps("ログアウトする")
    for what in ("open", "beat"):
        answer = await page.posts(what, {"viewing": page.viewing})
        assert (answer.status_code, answer.json()) == (403, {"error": "refused"})
    assert (await stage.web.get(opened["media"][0]["src"])).status_code == 403
    page.passes(13 * 3600)
    assert (await page.posts("open", {})).status_code == 403  # nobody is there to be given a new one


async def test_a_chapter_that_the_programme_dropped_is_refused(stage: Stage, aoi: Phone, page: Viewer) -> None:
    second = Viewer(stage, aoi.link("第2章"))
    await second.opens()

    def drop(session: Session) -> None:
        course = courses.by_slug(session, "hypertension").course
        courses.publish(session, replace(course, chapters=course.chapters[:1]), str.encode, stage.clock.now())

    await stage.app.record.write(drop)
    assert (await second.posts("open", {})).status_code == 403
    await page.opens()


async def test_of_two_pages_the_newer_counts(stage: Stage, aoi: Phone, page: Viewer) -> None:
    desk = Viewer(stage, page.path)
    await page.opens()
    assert (await page.tells((0, 3), after=3))["watched"] == 3
    await desk.opens()
    told = await page.tells((3, 6), after=3)
    assert (told["taken_over"], told["watched"]) == (True, 3)
    assert (await desk.tells((6, 9), after=3))["watched"] == 6
    await page.opens()  # 「こちらで続ける」
    assert (await desk.tells((3, 6), after=3))["taken_over"]
    assert (await page.tells((3, 6)))["watched"] == 9


async def test_another_chapter_ends_the_viewing_too(stage: Stage, aoi: Phone, page: Viewer) -> None:
    second = Viewer(stage, aoi.link("第2章"))
    await page.opens()
    await second.opens()
    assert (await page.tells((0, 3), after=3))["taken_over"]
    answer = await second.posts("beat", {"viewing": page.viewing, "seq": 9, "spans": [[0, 9]], "visible": True})
    assert (answer.status_code, answer.json()) == (409, {"error": "taken_over"})


async def test_one_member_can_not_tell_for_another(stage: Stage, page: Viewer) -> None:
    ken = await logged_in(stage, 5)
    theirs = await on_card(stage, ken)
    await page.opens()
    theirs.viewing = page.viewing
    assert (await theirs.posts("beat", {"viewing": page.viewing, "seq": 1})).status_code == 409
    assert not (await page.tells((0, 3), after=3))["taken_over"]


async def test_time_is_the_servers(page: Viewer) -> None:
    """Two seconds of film for one of time, and the one grace of five seconds."""
    await page.opens()
    assert (await page.tells((0, 9)))["watched"] == 5
    assert (await page.tells((0, 9)))["watched"] == 5
    assert (await page.tells((0, 9), after=1))["watched"] == 7


async def test_replayed_reordered_overlapping_and_hidden_beats_add_nothing(page: Viewer) -> None:
    await page.opens()
    assert (await page.tells((0, 2), (1, 3), (0, 3), after=3, seq=7))["watched"] == 3
    for seq in (7, 6, 1, 0, -1, 7.5, "8", None, True, 2**31, 10**30):
        assert (await page.tells((4, 6), after=2, seq=seq))["watched"] == 3
    page.seq = 7
    for seen in (False, None, "true", 1):
        assert (await page.tells((4, 6), after=2, visible=seen))["watched"] == 3
    assert (await page.tells((4, 6), after=2))["watched"] == 5
