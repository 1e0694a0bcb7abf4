"""Samples are published only where that is asked for, and a content's mark does not change under its credits."""

import io
from datetime import datetime
from pathlib import Path

import pytest

from bot.commands import publish
from content.package.marks import SAMPLE, WAS_REAL
from content.rules import Rulebook
from content.values import CreditKind
from storage.credits import ledger
from storage.engine.sessions import Sessions
from tests import samples
from tests.content.packages import SOUND, write
from tests.house.source import ROOT

CONTENT = ROOT / "content"
KINDS = {
    "courses/insomnia": "course.yaml:8",
    "journal/2026-12.yaml": "2026-12.yaml:6",
    "journal/2026-11-special.yaml": "2026-11-special.yaml:6",
    "trainings/medical-ethics.yaml": "medical-ethics.yaml:13",
    "radio/2026-11.yaml": "2026-11.yaml:3",
    "maintenance/sample.yaml": "sample.yaml:10",
}


class Operator:
    """Publishes at the command line."""

    def __init__(self, sessions: Sessions, now: datetime) -> None:
        self.sessions, self.now, self.said = sessions, now, ""

    def publishes(self, path: Path, *, samples: bool = False) -> int:
        out = io.StringIO()
        code = publish.run(self.sessions, path, self.now, out, samples=samples)
        self.said = out.getvalue()
        return code


@pytest.fixture
def operator(sessions: Sessions, now: datetime) -> Operator:
    return Operator(sessions, now)


@pytest.mark.parametrize(("path", "line"), KINDS.items())
def test_a_sample_of_every_kind_is_refused_unless_asked_for(path: str, line: str, operator: Operator) -> None:
    assert operator.publishes(CONTENT / path) == 1
    assert f"{line}: {SAMPLE}\n1 fault.\nNothing was published.\n" in operator.said
    assert operator.publishes(CONTENT / path, samples=True) == 0


def test_everything_that_comes_with_the_product_is_a_sample(operator: Operator) -> None:
    """All but the operator's profile, which is not published."""
    assert operator.publishes(CONTENT) == 1
    files = [
        file.name
        for kind in ("courses", "journal", "trainings", "radio", "maintenance")
        for file in (CONTENT / kind).rglob("*.yaml")
    ]
    assert [name for name in files if f"{name}:" not in operator.said] == []
    assert operator.said.count(SAMPLE) == len(files) == 21
    assert "operator.yaml" not in operator.said


def test_a_real_one_is_published_and_one_sample_beside_it_stops_both(operator: Operator, tmp_path: Path) -> None:
    write(tmp_path, SOUND.replace("sample: true", "sample: false"))
    assert operator.publishes(tmp_path) == 0
    assert operator.said == "asthma: new (edition 1)\n"
    write(tmp_path, SOUND.replace("slug: asthma", "slug: wheeze"), slug="wheeze")
    assert operator.publishes(tmp_path) == 1
    assert operator.said.endswith(f"wheeze/course.yaml:7: {SAMPLE}\n1 fault.\nNothing was published.\n")


def earned(operator: Operator, *, sample: bool) -> None:
    """A credit with the course of the test, which is a sample or real."""
    with operator.sessions.begin() as session:
        assert ledger.award(
            session,
            member_id=samples.member(session, operator.now),
            kind=CreditKind.LECTURE,
            source="course:asthma",
            half_units=2,
            code=79,
            title="気管支喘息",
            organiser="",
            earned_at=operator.now,
            rules=Rulebook().now(operator.now),
            sample=sample,
        )


def test_the_mark_changes_until_a_credit_was_earned_while_it_was_real(operator: Operator, tmp_path: Path) -> None:
    package = write(tmp_path, SOUND)
    for mark in ("true", "false", "true", "false"):
        (package / "course.yaml").write_text(SOUND.replace("sample: true", f"sample: {mark}"))
        assert operator.publishes(package, samples=True) == 0
    earned(operator, sample=False)
    assert operator.publishes(package) == 0, "as it was"
    (package / "course.yaml").write_text(SOUND)
    assert operator.publishes(package, samples=True) == 1
    assert operator.said.endswith(f"course.yaml:7: {WAS_REAL}\n1 fault.\nNothing was published.\n")


REALS = {
    "journal/2026-12.yaml": "2026-12: new in place of a sample (edition 1)\n",
    "journal/2026-11-special.yaml": "2026-11-special: new in place of a sample (edition 1)\n",
    "trainings/medical-ethics.yaml": "medical-ethics: new in place of a sample\n",
}


@pytest.mark.parametrize(("path", "said"), REALS.items())
def test_a_real_one_takes_the_name_of_a_sample(path: str, said: str, operator: Operator, tmp_path: Path) -> None:
    assert operator.publishes(CONTENT / path, samples=True) == 0
    real = tmp_path / Path(path).name
    real.write_text((CONTENT / path).read_text().replace("sample: true", "sample: false"))
    assert (operator.publishes(real), operator.said) == (0, said)
    assert operator.publishes(real) == 0
    assert "unchanged" in operator.said


def test_a_real_course_takes_the_name_of_a_sample_that_was_earned_with(operator: Operator, tmp_path: Path) -> None:
    package = write(tmp_path, SOUND)
    assert operator.publishes(package, samples=True) == 0
    earned(operator, sample=True)
    (package / "course.yaml").write_text(SOUND.replace("sample: true", "sample: false"))
    assert (operator.publishes(package), operator.said) == (0, "asthma: new in place of a sample (edition 1)\n")
