"""Publishing and checking packages, and giving a role, at the command line."""

import io
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.commands import check, publish, publish_courses, staff_roles, verify_log
from bot.loghead import LogHead
from content.importing.member_record import MemberRecord
from content.package import read_programme
from storage.engine.sessions import Sessions
from storage.people import members
from storage.programme import courses
from storage.staff import log, roles
from tests.content.packages import SOUND, write
from tests.films import mp4

AOI = MemberRecord("1000000001", "見本 葵", date(1972, 2, 4), mamis_id="M-1")
WHEEZE = SOUND.replace("slug: asthma", "slug: wheeze")
BAD = WHEEZE.replace("right: [2]", "right: []").replace("code: 79", "code: 84")


class Console:
    """What is typed, and what is said."""

    def __init__(self, sessions: Sessions, heads: LogHead, now: datetime) -> None:
        self.sessions = sessions
        self.heads = heads
        self.now = now
        self.said = ""

    def publishes(self, path: Path) -> int:
        out = io.StringIO()
        code = publish.run(self.sessions, path, self.now, out, samples=True)
        self.said = out.getvalue()
        return code

    def checks(self, path: Path) -> int:
        out = io.StringIO()
        code = check.run(path, out)
        self.said = out.getvalue()
        return code

    def grants(self, typed: str, role: str) -> int:
        out = io.StringIO()
        code = staff_roles.grant(self.sessions, typed, role, self.now, out, heads=self.heads)
        self.said = out.getvalue()
        return code

    def revokes(self, typed: str, role: str) -> int:
        out = io.StringIO()
        code = staff_roles.revoke(self.sessions, typed, role, self.now, out, heads=self.heads)
        self.said = out.getvalue()
        return code

    def verifies(self, *heads: LogHead) -> int:
        out = io.StringIO()
        code = verify_log.run(self.sessions, out, heads=heads or (self.heads,))
        self.said = out.getvalue()
        return code

    @property
    def slugs(self) -> list[str]:
        with self.sessions.reading() as session:
            return [one.course.slug for one in courses.listed(session)]


@pytest.fixture
def console(sessions: Sessions, tmp_path: Path, now: datetime) -> Console:
    with sessions.begin() as session:
        members.put(session, sessions.cipher, AOI, now)
    return Console(sessions, LogHead(tmp_path / "heads" / "staff-log.head"), now)


def test_new_unchanged_and_revised(console: Console, tmp_path: Path) -> None:
    package = write(tmp_path)
    write(tmp_path, WHEEZE, slug="wheeze")
    assert console.publishes(tmp_path) == 0
    assert console.said == "asthma: new (edition 1)\nwheeze: new (edition 1)\n"
    (package / "course.yaml").write_text(SOUND.replace("気管支喘息", "喘息"))
    assert console.publishes(tmp_path) == 0
    assert console.said == "asthma: revised (edition 2)\nwheeze: unchanged (edition 1)\n"
    assert console.slugs == ["asthma", "wheeze"]


@pytest.mark.parametrize("path", ["asthma", "asthma/course.yaml", "asthma/."])
def test_one_package(path: str, console: Console, tmp_path: Path) -> None:
    write(tmp_path)
    assert console.publishes(tmp_path / path) == 0
    with console.sessions.reading() as session:
        listed = courses.by_slug(session, "asthma")
        sha256 = listed.course.chapters[0].videos[0].sha256
        assert courses.blob_range(session, sha256, 0, 10_000) == mp4(65)


def test_a_package_named_from_within(console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path))
    assert console.publishes(Path()) == 0
    assert console.slugs == ["asthma"]


def test_a_fault_anywhere_publishes_nothing(console: Console, tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, BAD, slug="wheeze")
    faults = [f"{tmp_path}/wheeze/course.yaml:{line}: " for line in (4, 30)]
    for act in (console.checks, console.publishes):
        assert act(tmp_path) == 1
        lines = console.said.splitlines()
        assert [line.startswith(fault) for line, fault in zip(lines, faults, strict=False)] == [True, True]
        assert lines[2] == "2 faults."
    assert console.said.endswith("\nNothing was published.\n")
    assert console.slugs == []


def test_no_course_at_all(console: Console, tmp_path: Path) -> None:
    for act in (console.checks, console.publishes):
        assert act(tmp_path / "nowhere") == 1
        assert "course.yaml:1: no course.yaml is found here or below\n1 fault." in console.said


def test_checking_publishes_nothing(console: Console, tmp_path: Path) -> None:
    write(tmp_path)
    assert console.checks(tmp_path) == 0
    assert console.said == "1 course, no fault.\n"
    assert console.slugs == []


def test_a_file_that_changes_under_our_hands(console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write(tmp_path)

    def read_and_change(path: Path) -> object:
        found = read_programme(path)
        (package / "one.mp4").write_bytes(mp4(65, b"other"))
        return found

    monkeypatch.setattr(publish_courses, "read_programme", read_and_change)
    assert console.publishes(tmp_path) == 1
    assert console.said.startswith("asthma: not published, its files changed after they were checked")
    assert console.slugs == []


@pytest.mark.parametrize("typed", ["1000000001", "１０００００-０００１", "m-1"])
def test_a_role_is_given_and_logged(typed: str, console: Console, now: datetime) -> None:
    assert console.grants(typed, "support") == 0
    with console.sessions.reading() as session:
        (entry,) = log.read(session)
        assert entry.member_id is not None
        assert roles.roles(session, entry.member_id) == {"support"}
    assert (entry.act, entry.staff_id, entry.at) == ("grant_role", None, now)
    assert (entry.before, entry.after) == ({"roles": []}, {"roles": ["support"]})
    assert "at the command line" in entry.why


def test_a_role_is_taken_and_logged(console: Console) -> None:
    """Also that of the last owner: the operator can give it again."""
    console.grants("1000000001", "owner")
    for said in ("no longer holds the role owner", "does not hold the role owner"):
        assert console.revokes("1000000001", "owner") == 0
        assert said in console.said
    assert console.revokes("1000000001", "boss") == 2
    assert console.revokes("1000000002", "owner") == 1
    with console.sessions.reading() as session:
        taken, given = log.read(session)
        assert taken.member_id is not None
        assert roles.roles(session, taken.member_id) == frozenset()
    assert (given.act, taken.act, taken.staff_id) == ("grant_role", "take_role", None)
    assert (taken.before, taken.after) == ({"roles": ["owner"]}, {"roles": []})


def test_a_role_held_already_is_no_failure(console: Console) -> None:
    console.grants("1000000001", "support")
    assert console.grants("1000000001", "support") == 0
    assert "already" in console.said
    assert console.grants("1000000001", "owner") == 0
    with console.sessions.reading() as session:
        assert [entry.after for entry in log.read(session)] == [
            {"roles": ["owner", "support"]},
            {"roles": ["support"]},
        ]


@pytest.mark.parametrize(
    ("typed", "role", "code", "said"),
    [
        ("1000000001", "boss", 2, "There is no role boss. Roles: support, organiser, editor, officer, owner."),
        ("1000000002", "support", 1, "No member has the ID 1000000002."),
        ("", "support", 1, "No member has the ID ."),
    ],
)
def test_what_can_not_be_given(typed: str, role: str, code: int, said: str, console: Console) -> None:
    assert console.grants(typed, role) == code
    assert said in console.said
    with console.sessions.reading() as session:
        assert log.read(session) == []


def test_the_log_is_verified_by_the_heads_that_were_noted(console: Console) -> None:
    console.grants("1000000001", "support")
    console.grants("1000000001", "owner")
    assert console.verifies() == 0
    assert console.said == "The log of staff is whole: 2 acts, proved by a head up to act 2.\n"
    console.heads.note(3, "ab" * 32)
    assert console.verifies() == 1
    assert console.said == "act 3: missing\nThe log of staff is not as it was written.\n"


def test_heads_of_several_places_are_taken_together(console: Console, tmp_path: Path) -> None:
    console.grants("1000000001", "support")
    sent = LogHead(tmp_path / "sent.head")
    sent.note(2, "ab" * 32)
    assert console.verifies(sent, console.heads) == 1
    assert console.said.startswith("act 2: missing")
    assert console.verifies(console.heads, LogHead(tmp_path / "none.head")) == 2
    assert console.said == f"{tmp_path / 'none.head'}: No such file or directory\n"


def test_a_head_that_lags_behind_is_no_fault_and_is_told(console: Console) -> None:
    console.grants("1000000001", "support")
    noted, console.heads = console.heads, LogHead(console.heads.file.with_name("lost.head"))
    console.grants("1000000001", "owner")
    assert console.verifies(noted) == 0
    assert console.said == "The log of staff is whole: 2 acts, proved by a head up to act 1.\n"


def test_a_line_cut_off_by_a_full_disk_spoils_no_other_and_is_told(console: Console) -> None:
    console.grants("1000000001", "support")
    with console.heads.file.open("a") as lines:
        lines.write("\n2 abc")
    console.grants("1000000001", "owner")
    assert console.verifies() == 1
    assert console.said.splitlines() == [
        f"{console.heads.file}:3: not a head",
        "The log of staff agrees with the heads that can be read. The others were damaged or forged.",
    ]


def test_a_head_that_can_not_be_kept_undoes_nothing(console: Console, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("")
    console.heads = LogHead(tmp_path / "a-file" / "staff-log.head")
    assert console.grants("1000000001", "support") == 0
    assert "now holds the role" in console.said
