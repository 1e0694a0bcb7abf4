"""The options of import-members, as they are typed."""

from pathlib import Path

import pytest

from tests.bot.commands.conftest import Run
from tests.bot.commands.members_file import SOUND, line, table


@pytest.fixture
def file(ready: Path, tmp_path: Path) -> str:
    path = tmp_path / "members.csv"
    path.write_text(table(SOUND, line(member_id="3", mamis_id="")))
    return str(path)


def test_a_file_is_reported_imported_without_the_refused_and_taken_back(file: str, run: Run, tmp_path: Path) -> None:
    assert "1 fault. Nothing was imported." in run("import-members", file, code=1)
    report = tmp_path / "report.csv"
    assert "Nothing was imported." in run("import-members", file, "--report", str(report), code=0)
    assert report.read_text("utf-8-sig").startswith("line,what,member_id,")
    said = run("import-members", file, "--leave-out-refused", code=0)
    number = said.split("import-members --undo ")[1].split()[0]
    assert "is taken back: 1 of 1." in run("import-members", "--undo", number, code=0)
    assert "can't be taken back" in run("import-members", "--undo", number, code=1)


def test_a_file_or_a_number_has_to_be_given(run: Run) -> None:
    with pytest.raises(SystemExit):
        run("import-members")
