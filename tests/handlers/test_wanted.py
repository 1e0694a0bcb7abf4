"""What somebody asked for before the log-in, and what of it is shown after it."""

import pytest

from content.linking import Kind, Target
from handlers import wanted
from handlers.features import FEATURES
from handlers.incoming import Edited, Pressed, Said
from handlers.presses.credits.credits import Credits
from handlers.presses.study.quiz import Grade
from handlers.routing import Routes
from tests.bot.test_quiz_by_phone import HYPERTENSION
from tests.phone import Phone
from tests.stage import Stage


@pytest.mark.parametrize(
    ("what", "kept"),
    [
        (Said("/credits"), "/credits"),
        (Said("/credits 2025"), "/credits"),
        (Said("取得単位"), "/credits"),
        (Said("/find 山田"), ""),
        (Said("/logout"), ""),
        (Said("/nothing"), ""),
        (Said("高血圧"), ""),
        (Edited("/credits"), ""),
        (Pressed(Credits().pack(), 1), "/credits"),
        (Pressed(Grade(1).pack(), 1), ""),
        (Pressed("zz:1", 1), ""),
    ],
)
def test_only_what_shows_is_kept_and_without_what_follows_it(what: Said | Pressed | Edited, kept: str) -> None:
    assert wanted.asked(what) == kept


def test_every_button_that_is_kept_has_a_command_that_shows_it() -> None:
    assert set(wanted.PRESSES.values()) == set(wanted.COMMANDS)
    assert set(wanted.PRESSES) <= set(Routes(FEATURES).presses)
    assert not [name for name in wanted.COMMANDS if name.startswith(tuple(f"{kind.value}_" for kind in Kind))]


async def logs_in(phone: Phone, password: str) -> None:
    await phone.says("/login")
    if "同意してログインする" in phone.buttons:
        await phone.taps("同意してログインする")
    await phone.says("1000000001")
    await phone.says(password)


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_every_command_is_shown_after_the_log_in_and_once(stage: Stage) -> None:
    phone = stage.phone(1)
    await logs_in(phone, "720204")
    await phone.says("sakura-michi-7")
    shown = set()
    for name in sorted(wanted.COMMANDS):
        await phone.says("/logout")
        await phone.taps("ログアウトする")
        await phone.says(f"/{name}")
        assert "ログインが必要です" in phone.sees
        before = len(phone.messages)
        await logs_in(phone, "sakura-michi-7")
        said = [phone.text(message) for message in phone.messages[before:]]
        assert any("ログインしました" in one for one in said), name
        shown.add(said[-1])
    assert len(shown) == len(wanted.COMMANDS)
    await phone.says("/logout")
    await phone.taps("ログアウトする")
    await logs_in(phone, "sakura-michi-7")
    assert "ログインしました" in phone.text(phone.last)


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_what_was_asked_for_last_is_shown(stage: Stage) -> None:
    """A link, then a command: the command. Its text is nobody's, so nothing of a member stands in the chat's row."""
    phone = stage.phone(1)
    await phone.says(f"/start {Target(Kind.COURSE, HYPERTENSION).pack()}")
    await phone.says("/credits")
    await logs_in(phone, "720204")
    await phone.says("sakura-michi-7")
    assert "取得単位　2026年度" in phone.text(phone.last)
