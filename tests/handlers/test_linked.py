"""Deep links show what they name, at once or after the log-in, and never act."""

from datetime import datetime, timedelta

import pytest

from content.linking import Kind, Target, read, share
from content.refusals import NoSuchCourse, NoSuchIssue, NoSuchTraining
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from tests import samples
from tests.phone import Phone
from tests.snapshot import snapshot
from tests.stage import Stage, logged_in
from tests.talk import Talk


@pytest.mark.parametrize(
    ("payload", "target"),
    [
        ("c_hypertension", Target(Kind.COURSE, "hypertension")),
        ("j_2026-12", Target(Kind.ISSUE, "2026-12")),
        ("t_medical-ethics", Target(Kind.TRAINING, "medical-ethics")),
        ("c_", None),
        ("c_-a", None),
        ("x_a", None),
        ("c_A", None),
        (f"c_{'a' * 60}", Target(Kind.COURSE, "a" * 60)),
        (f"c_{'a' * 61}", None),
        ("c_a~1", None),
    ],
)
def test_what_a_link_means(payload: str, target: Target | None) -> None:
    assert read(payload) == target
    assert target is None or target.pack() == payload


def test_the_link_is_passed_on_by_telegram() -> None:
    address = share("https://t.me/tani_bot?start=c_hypertension", "講座 & 題")
    assert address.startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Ftani_bot%3Fstart%3Dc_hypertension&text=")
    assert "%26" in address


@pytest.fixture
def talk(sessions: Sessions, house: House, now: datetime) -> Talk:
    with sessions.begin() as session:
        member_id = samples.member(session, now)
        samples.publish(session, samples.course(), now)
    return Talk(sessions, house, now, Caller(member_id, can_earn=True))


@pytest.mark.parametrize(
    ("payload", "refusal"),
    [
        ("c_nothing", NoSuchCourse),
        ("c_UP", NoSuchCourse),
        ("j_1999-01", NoSuchIssue),
        ("t_nothing", NoSuchTraining),
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_what_is_not_there(talk: Talk, payload: str, refusal: type[Exception], known: bool) -> None:
    talk.member = talk.member if known else None
    with pytest.raises(refusal):
        talk.says(f"/start {payload}")


def test_a_member_sees_it_at_once(talk: Talk) -> None:
    talk.says("/start c_hypertension")
    assert talk.lines[0] == "<b>高血圧（CC 74・1単位）</b>"
    (button,) = [one for one in talk.buttons if one.label == "同僚に知らせる"]
    assert "start%3Dc_hypertension" in button.url


async def _logs_in(ken: Phone) -> None:
    await ken.taps("ログイン")
    await ken.taps("同意")
    await ken.says("1000000002")
    *_, initial = (hint.split(" ")[-1] for hint in ken.person.hints)
    await ken.says(initial)
    await ken.says("Dai1-himitsu-desu")


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("later", "shown"), [(timedelta(hours=24, seconds=-1), True), (timedelta(hours=24), False)])
async def test_the_first_login_leads_to_it(stage: Stage, later: timedelta, shown: bool) -> None:
    ken = stage.phone(2)
    assert "ログインすると、この画面が開きます" in await ken.says("/start c_hypertension")
    await stage.until(stage.clock.now() + later)
    await _logs_in(ken)
    assert "ログインしました" in ken.sees
    assert ("高血圧（CC 74・1単位）" in ken.sees) is shown
    if shown:
        assert any("第1章" in label for label in ken.offers)
        await ken.says("/logout")
        await ken.taps("ログアウトする")
        await ken.says("/login")
        await ken.says("1000000002")
        assert "高血圧（CC 74" not in await ken.says("Dai1-himitsu-desu")


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_links_change_nothing(stage: Stage) -> None:
    aoi = await logged_in(stage, 1)
    await aoi.says("/start")
    before = snapshot(stage.app.sessions)
    assert "不眠への対応" in await aoi.says("/start c_insomnia")
    assert "2026年12月号" in await aoi.says("/start j_2026-12")
    assert "感染対策の基本" in await aoi.says("/start t_infection-basics")
    assert snapshot(stage.app.sessions) == before
