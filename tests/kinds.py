"""On which kinds of database a test runs that asks for one: on both, unless what it sees is the same on both.

What a chat shows doesn't hang on the database: the tests of the folders in `ONE` run on one kind each. The functions of
storage do, and so does what the application does by locks, plans and two processes: the tests of the modules in
`BOTH_KINDS` stay on both. Those of the modules in `IN_TURNS` kill processes many times and take long: they run on one
kind today and on the other tomorrow. In `make soak` all run on both.
"""

from zlib import crc32

import pytest

from tests.sizes import SOAK, todays

BOTH = ["sqlite", "postgresql"]
FIXTURES = ("database_url", "furnished_url")
ONE = ("tests/handlers/", "tests/bot/")
BOTH_KINDS = (
    "tests/bot/certificates/test_two_processes.py",
    "tests/bot/commands/test_doctor.py",
    "tests/bot/commands/test_import_steps.py",
    "tests/bot/commands/test_rotate_key.py",
    "tests/bot/sending/test_claims.py",
    "tests/bot/sending/test_delivery.py",
    "tests/bot/sending/test_fair.py",
    "tests/bot/sending/test_nudging_together.py",
    "tests/bot/test_due.py",
    "tests/bot/test_hot_path.py",
    "tests/bot/test_plans.py",
    "tests/bot/test_queueing.py",
    "tests/bot/test_tidying.py",
    "tests/bot/test_two_processes_confirm.py",
    "tests/bot/updates/test_intake.py",
    "tests/bot/updates/test_twice.py",
    "tests/bot/updates/test_unhurried.py",
)
IN_TURNS = (
    "tests/bot/commands/test_export_steps.py",
    "tests/bot/commands/test_rotate_key_killed.py",
    "tests/bot/test_import_apart.py",
    "tests/bot/test_import_while_tapping.py",
    "tests/bot/test_restart.py",
)
IN_FIVE = 5
"""One in so many tests that run on one kind runs on PostgreSQL, where it takes twice as long."""


def kinds_for(test: str) -> list[str]:
    """The kinds for a test of this id."""
    if SOAK or not test.startswith(ONE) or test.startswith(BOTH_KINDS):
        return BOTH
    if test.startswith(IN_TURNS):
        return todays(BOTH, turn=crc32(test.encode()))
    return [BOTH[crc32(test.encode()) % IN_FIVE == 0]]


def on_its_kinds(metafunc: pytest.Metafunc) -> None:
    """Gives a test its databases, unless it names the kinds itself."""
    named = {name for mark in metafunc.definition.iter_markers("parametrize") for name in _names(mark)}
    for name in FIXTURES:
        if name in metafunc.fixturenames and name not in named:
            metafunc.parametrize(name, kinds_for(metafunc.definition.nodeid), indirect=True)


def _names(mark: pytest.Mark) -> list[str]:
    given = mark.args[0] if mark.args else mark.kwargs["argnames"]
    return [name.strip() for name in given.split(",")] if isinstance(given, str) else list(given)
