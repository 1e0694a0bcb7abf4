"""The list of commands of a chat of staff: what the roles open, renewed when they change, gone after the log-out."""

import pytest

from bot.sandbox.api.about import commands_for
from content.words import JA
from handlers.features import FEATURES
from handlers.routing import Routes
from handlers.turn import MEMBER, READER
from tests.phone import Phone
from tests.stage import Stage, logged_in

pytestmark = pytest.mark.usefixtures("unharmed")


async def menu(stage: Stage, phone: Phone) -> list[str]:
    """The commands that the telephone lists once all lists are as the record wants them."""
    await stage.app.menus.step()
    assert await stage.app.menus.step() == 0, "nothing is left to be renewed"
    return [one["command"] for one in commands_for(stage.world, phone.person.id)]


OF_OFFICERS = ("staff", "desk", "find", "certificates", "import", "import_credits", "grant_credits", "export")


async def test_the_menu_follows_the_roles(stage: Stage) -> None:
    stranger, owner, support = stage.phone(10), await logged_in(stage, 14), await logged_in(stage, 9)
    usual = await menu(stage, stranger)
    assert "courses" in usual
    assert "staff" not in usual
    assert await menu(stage, support) == ["staff", "find", *usual]
    assert await menu(stage, owner) == [
        "staff",
        "desk",
        "find",
        "certificates",
        "import",
        "import_credits",
        "grant_credits",
        "export",
        "training",
        "letters",
        "broadcast",
        "roles",
        "log",
        *usual,
    ]
    await owner.says("/roles 9000000001")
    await owner.taps("審査を付与")
    await owner.taps("担当の変更")
    assert await menu(stage, support) == [
        "staff",
        "desk",
        "find",
        "certificates",
        "import",
        "import_credits",
        "grant_credits",
        "export",
        "letters",
        *usual,
    ]
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


async def staff_account(stage: Stage, owner: Phone, role: str = "審査") -> Phone:
    """The phone of somebody who is no member, let in by the owner's invitation."""
    guest = stage.phone(10)
    await owner.says("/roles")
    await owner.taps("会員ではない職員を招待する")
    await owner.says("事務 花子")
    await owner.taps(role)
    made = await owner.taps("着任")
    start = next(line for line in made.splitlines() if "start=staff_" in line).partition("start=")[2]
    await guest.says(f"/start {start}")
    await owner.taps("内容を確かめる")
    assert "ID：" in await owner.waits()
    await owner.taps("本人と確認した")
    await stage.settled()
    return guest


async def test_a_staff_account_has_a_list_of_its_own(stage: Stage) -> None:
    """The rooms of its role, and nothing that belongs to members; the usual list again after the log-out."""
    owner = await logged_in(stage, 14)
    usual = await menu(stage, stage.phone(10))
    guest = await staff_account(stage, owner)
    common = ["start", "verify", "settings", "privacy", "help", "logout"]
    assert await menu(stage, guest) == [
        "staff",
        "desk",
        "find",
        "certificates",
        "import",
        "import_credits",
        "grant_credits",
        "export",
        "letters",
        *common,
    ]
    await owner.taps("この方の役割を見る")
    for label in ("審査を取り消す", "担当の変更"):
        await owner.taps(label)
    assert await menu(stage, guest) == common
    await guest.says("/logout")
    await guest.taps("ログアウトする")
    assert await menu(stage, guest) == usual


async def test_no_command_of_members_is_there_for_a_staff_account(stage: Stage) -> None:
    guest = await staff_account(stage, await logged_in(stage, 14))
    of_members = [name for name, route in Routes(FEATURES).commands.items() if route.who in (MEMBER, READER)]
    assert {"credits", "courses", "certificate", "journal", "checkin", "declare"} <= set(of_members)
    for name in of_members:
        assert await guest.says(f"/{name}") == JA.refusals.not_a_member(), name
    assert JA.search.account_title() in await guest.says("高血圧")
    assert "申請・申告" in await guest.says("/desk")
