"""`export-credits --prefecture`: the name as whoever types it writes it, and what is no prefecture refused."""

import argparse
import io

import pytest

from bot.commands.files import export_options
from storage.engine.sessions import Sessions
from storage.exporting import exports


def exported(sessions: Sessions, prefecture: str) -> tuple[int, str]:
    """The exit code, and what was said."""
    parser, out = argparse.ArgumentParser(), io.StringIO()
    export_options.add(parser)
    given = parser.parse_args(["2025", "--prefecture", prefecture])
    return export_options.run(sessions, given, out), out.getvalue()


def prefectures(sessions: Sessions) -> list[str]:
    with sessions.reading() as session:
        return [one.wanted.scope.prefecture for one in exports.latest(session, 9)]


@pytest.mark.parametrize("written", ["大阪府", "大阪", "Osaka", "osaka"])
def test_its_members_alone(sessions: Sessions, written: str) -> None:
    code, said = exported(sessions, written)
    assert (code, prefectures(sessions)) == (0, ["大阪府"]), said


def test_what_is_no_prefecture_is_refused(sessions: Sessions) -> None:
    assert exported(sessions, "月面") == (2, "--prefecture: 月面 is none\n")
    assert prefectures(sessions) == []
