"""The list of commands of a chat of staff: what the roles open, renewed when they change, gone after the log-out."""

import pytest

from bot.sandbox.api.about import commands_for
from tests.phone import Phone
from tests.stage import Stage, logged_in

pytestmark = pytest.mark.usefixtures("unharmed")


async def menu(stage: Stage, phone: Phone) -> list[str]:
    """The commands that the telephone lists once all lists are as the record wants them."""
    await stage.app.menus.step()
    assert await stage.app.menus.step() == 0, "nothing is left to be renewed"
    return [one["command"] for one in commands_for(stage.world, phone.person.id)]


async def test_the_menu_follows_the_roles(stage: Stage) -> None:
    stranger, owner, support = stage.phone(10), await logged_in(stage, 14), await logged_in(stage, 9)
    usual = await menu(stage, stranger)
    assert "courses" in usual
    assert "staff" not in usual
    assert await menu(stage, support) == ["staff", "find", *usual]
    assert await menu(stage, owner) == ["staff", "desk", "find", "training", "roles", "log", *usual]
    await owner.says("/roles 9000000001")
    await owner.taps("審査を付与")
    await owner.taps("担当の変更")
    assert await menu(stage, support) == ["staff", "desk", "find", *usual]
    for label in ("会員対応を取り消す", "担当の変更", "審査を取り消す", "担当の変更"):
        await owner.taps(label)
    assert await menu(stage, support) == usual


async def test_it_follows_the_language_and_the_log_out(stage: Stage) -> None:
    owner = await logged_in(stage, 14)
    await stage.app.menus.step()
    japanese = commands_for(stage.world, owner.person.id)[0]["description"]
    await owner.says("/settings")
    await owner.taps("English")
    assert await stage.app.menus.step() == 1
    assert commands_for(stage.world, owner.person.id)[0]["description"] != japanese
    await owner.says("/logout")
    await owner.taps("Log out")
    assert await stage.app.menus.step() == 1
    assert "staff" not in await menu(stage, owner)


async def test_a_chat_that_blocked_the_bot_is_not_tried_for_ever(stage: Stage) -> None:
    owner = await logged_in(stage, 14)
    stage.world.block(owner.person.id)
    await stage.app.menus.step()
    assert await stage.app.menus.step() == 0
