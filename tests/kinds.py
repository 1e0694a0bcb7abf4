"""On which kinds of database a test runs that asks for one: on both, unless it lies in a place of `ONE`.

What a chat shows doesn't hang on the database. The functions of storage do, and their tests run on both kinds. So the
tests of the places in `ONE` run on one kind each, one in three on PostgreSQL. In `make soak` they run on both.
"""

from zlib import crc32

import pytest

from tests.sizes import SOAK

BOTH = ["sqlite", "postgresql"]
FIXTURES = ("database_url", "furnished_url")
ONE = (
    "tests/handlers/",
    "tests/bot/pages/",
    "tests/bot/commands/test_export_credits.py",
    "tests/bot/commands/test_publish_samples.py",
    "tests/bot/sending/test_menus.py",
    "tests/bot/sending/test_transport.py",
    "tests/bot/test_bad_input.py",
    "tests/bot/test_every_press.py",
    "tests/bot/test_every_state.py",
    "tests/bot/test_evidence_faults.py",
    "tests/bot/test_export_room.py",
    "tests/bot/test_fuzz.py",
    "tests/bot/test_grant_credits_room.py",
    "tests/bot/test_import_credits_room.py",
    "tests/bot/test_import_hostile.py",
    "tests/bot/test_import_room.py",
    "tests/bot/test_operator.py",
    "tests/bot/test_operator_faults.py",
    "tests/bot/test_schedule.py",
    "tests/bot/test_typing.py",
    "tests/bot/updates/test_odd_messages.py",
    "tests/bot/updates/test_pressed_again.py",
    "tests/bot/updates/test_receiving_files.py",
)
IN_THREE = 3


def kinds_for(test: str) -> list[str]:
    """The kinds for a test of this id. It is always the same one for a test that runs on one."""
    if SOAK or not test.startswith(ONE):
        return BOTH
    return [BOTH[crc32(test.encode()) % IN_THREE == 0]]


def on_its_kinds(metafunc: pytest.Metafunc) -> None:
    """Gives a test its databases, unless it names the kinds itself."""
    named = {name for mark in metafunc.definition.iter_markers("parametrize") for name in _names(mark)}
    for name in FIXTURES:
        if name in metafunc.fixturenames and name not in named:
            metafunc.parametrize(name, kinds_for(metafunc.definition.nodeid), indirect=True)


def _names(mark: pytest.Mark) -> list[str]:
    given = mark.args[0] if mark.args else mark.kwargs["argnames"]
    return [name.strip() for name in given.split(",")] if isinstance(given, str) else list(given)
