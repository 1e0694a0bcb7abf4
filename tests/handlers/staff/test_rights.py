"""The table of rights, walked: each act as every role that may and every role that may not, by commands and buttons."""

import re
from collections import Counter
from dataclasses import fields
from typing import Any, get_type_hints

import pytest

from content.keys.letters import AttemptRefused
from content.keys.note import Note
from content.staff.rights import (
    RIGHTS,
    Act,
    Role,
    acts_of,
    is_noted,
    is_told_to_owners,
    role_for,
)
from content.words import EN, JA
from handlers.features import FEATURES
from handlers.press import Press
from handlers.presses.staff.roles import ChangeRole
from handlers.routing import Routes
from handlers.screens.staff.rooms import COMMANDS
from handlers.staff.rights import MayDo
from handlers.turn import Hears, HearsSecret, On, Receives
from tests.handlers.staff.office import ROOMS, Office
from tests.handlers.staff.pairing import sent
from tests.handlers.talking import AOI, SHIRO, Guest

OTHERS = {role: next(one for one in Role if one is not role) for role in Role}


def of_staff() -> list[Any]:
    """Every route of the rooms of staff."""
    return [route for feature in ROOMS for route in feature.ROUTES]


def test_every_act_has_its_line_and_its_route() -> None:
    assert set(RIGHTS) == set(Act)
    assert all(mine and len(set(mine)) == len(mine) for mine in RIGHTS.values())
    assert {route.who.does for route in of_staff()} == set(Act)


def test_every_route_of_staff_names_its_act() -> None:
    """A room that is registered is walked here, and nothing of staff is reached without a right."""
    rooms = {feature for feature in FEATURES if feature.__name__.startswith("handlers.staff.")}
    assert rooms == set(ROOMS)
    assert all(isinstance(route.who, MayDo) for route in of_staff())
    elsewhere = [route for feature in FEATURES if feature not in rooms for route in feature.ROUTES]
    assert not [route for route in elsewhere if isinstance(route.who, MayDo)]


def test_the_owner_may_do_everything_and_the_editor_what_is_published() -> None:
    assert acts_of(["owner"]) == set(Act)
    assert acts_of(["editor"]) == {Act.SEE_ROOMS, Act.SEND_ANNOUNCEMENTS, Act.CONFIRM_JOINT}
    assert acts_of([]) == acts_of(["boss"]) == set()
    assert role_for(Act.FIND_MEMBERS, ["owner", "support"]) is Role.SUPPORT


def test_every_room_has_its_command() -> None:
    commands = Routes(FEATURES).commands
    assert {act: commands[name].who.does for act, name in COMMANDS.items()} == {act: act for act in COMMANDS}


def told(screen: Any) -> bool:
    """Whether the screen is the one that refuses an act."""
    return any(words.rights.not_yours_title() in screen.text for words in (JA, EN))


def any_press(kind: type[Press]) -> Press:
    """A button of this kind with harmless values."""
    types = get_type_hints(kind)
    return kind(*("x" if types[one.name] is str else 1 for one in fields(kind)))


@pytest.mark.parametrize("role", Role)
async def test_each_act_is_refused_to_every_role_that_may_not(role: Role, here: Office, aoi: Guest) -> None:
    """By its command and by every button: refused, logged as often as it counts, and nothing else is in the log."""
    here.grants(AOI, role.value)
    times = Counter[Act]()
    noted = 0
    for route in of_staff():
        if route.who.does in acts_of([role.value]):
            continue
        if isinstance(route, On):
            screen = await aoi.taps(any_press(route.press))
        elif isinstance(route, Hears | HearsSecret | Receives):
            continue  # a chat only waits for it after an act that is refused
        else:
            screen = await aoi.says(f"/{route.name} 青井")
        assert told(screen), route
        times[route.who.does] += 1
        noted += is_noted(times[route.who.does])
        line = here.log[0]
        assert (line.act, line.staff_id, line.member_id) == ("refused", aoi.member_id, None)
        assert line.why == f"holds only: {role.value}"
        assert len(here.log) == noted
    assert {line.after["act"] for line in here.log} == {act.value for act in times}
    assert {line.act for line in here.log} <= {"refused"}


@pytest.mark.parametrize(("times", "noted"), [(1, True), (2, False), (9, False), (10, True), (11, False), (20, False)])
def test_which_attempts_are_noted(times: int, *, noted: bool) -> None:
    assert is_noted(times) is noted
    assert is_noted(times * 10) is (noted or times == 1)


async def test_a_hundred_forged_presses_are_told_once_and_logged_three_times(here: Office, aoi: Guest) -> None:
    """By person, act and day: another act, and the same on another day, is told anew."""
    here.grants(AOI, "support")
    here.joins(SHIRO)
    owner = here.id_of(SHIRO)
    here.grants(SHIRO, "owner")
    forged = ChangeRole(aoi.member_id, "owner", True, 0)
    for _ in range(101):
        assert told(await aoi.taps(forged))
    assert [line.after.get("times") for line in here.log if line.act == "refused"] == [100, 10, None]
    assert [to for to, key in sent(here) if isinstance(key, AttemptRefused)] == [owner]
    here.waits(days=1)
    await aoi.taps(forged)
    assert (here.log[0].act, here.log[0].after) == ("refused", {"act": "manage_roles"})
    again = AttemptRefused(aoi.member_id, "manage_roles", here.clock.now())
    assert [to for to, key in sent(here) if key == again] == [owner]


@pytest.mark.parametrize("role", Role)
async def test_each_act_is_done_by_every_role_that_may(role: Role, here: Office, aoi: Guest) -> None:
    here.grants(AOI, role.value)
    done = set()
    for route in of_staff():
        if route.who.does not in acts_of([role.value]):
            continue
        done.add(route.who.does)
        if isinstance(route, On):
            assert not told(await aoi.taps(any_press(route.press))), route
        elif not isinstance(route, Hears | HearsSecret | Receives):
            assert not told(await aoi.says(f"/{route.name}")), route
    assert done == acts_of([role.value])
    assert "refused" not in {line.act for line in here.log}


@pytest.mark.parametrize("role", Role)
async def test_the_first_screen_shows_what_the_role_may_do(role: Role, here: Office, aoi: Guest) -> None:
    here.grants(AOI, role.value)
    shown = (await aoi.says("/staff")).text
    assert JA.rights.role(role) in shown
    for act in COMMANDS:
        times = len(re.findall(rf"/{COMMANDS[act]}(?![a-z_])", shown))
        assert times == (act in acts_of([role.value]) and act is not Act.SEE_ROOMS), act


def test_every_note_of_staff_stands_under_a_right() -> None:
    """tests/handlers/staff/test_role_taken.py takes the role away while a chat waits for each of them."""
    heard = [route for route in of_staff() if isinstance(route, Hears | HearsSecret)]
    assert heard
    assert all(issubclass(route.note, Note) for route in heard)


async def test_only_acts_of_the_owners_are_told_to_them() -> None:
    assert [act for act in Act if is_told_to_owners(act)] == [Act.MANAGE_ROLES, Act.CONFIRM_JOINT, Act.READ_LOG]
