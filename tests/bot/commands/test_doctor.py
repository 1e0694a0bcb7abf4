"""doctor: what is not as it must be is named at once, and what can't be printed is mended without touching papers."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.commands import doctor
from content.certificates.certificate import FORMER, CertificateFacts, CertificateLine
from content.importing.member_record import MemberRecord
from content.rules import Rulebook
from content.values import CreditKind
from storage.certificates import certificates, sampled
from storage.credits import ledger, samples
from storage.engine.cipher import Cipher, new_key
from storage.engine.sessions import Sessions
from storage.journal import issues
from storage.journal.issues import Journal
from storage.people import members
from storage.programme import courses, maintenance
from storage.tables import Certificate, Credit
from storage.trainings import published as trainings
from tests.bot.commands.conftest import Run
from tests.conftest import NOW, WRITTEN_KEY
from tests.content.packages import write
from tests.house.source import ROOT
from tests.operators import OTHER_FILE, SAMPLE_FILE
from tests.phone import Phone
from tests.stage import Stage

PUBLISHED = (
    *("courses/insomnia", "journal/2026-12.yaml", "journal/2026-11-special.yaml"),
    *("trainings/medical-ethics.yaml", "radio", "maintenance"),
)
BAD, GOOD = "SpO₂の読み方", "SpO2の読み方"
RULES = Rulebook().now(NOW)


def earn(
    sessions: Sessions, member_id: int, at: datetime, title: str = BAD, slug: str = "spo2", *, sample: bool = False
) -> None:
    about = {"kind": CreditKind.LECTURE, "source": f"course:{slug}", "half_units": 2, "code": 45}
    said = {"title": title, "organiser": "見本委員会", "earned_at": at, "rules": RULES}
    with sessions.begin() as session:
        ledger.award(session, member_id=member_id, sample=sample, **about, **said)  # type: ignore[arg-type]  # as named


def mends(sessions: Sessions, text: str, printed: str, now: datetime = NOW) -> tuple[int, str]:
    out = io.StringIO()
    code = doctor.reword(sessions, text, printed, now, out)
    return code, out.getvalue()


@pytest.mark.usefixtures("ready")
def test_nothing_is_found_where_nothing_is_wrong(run: Run) -> None:
    assert run("doctor", code=0) == "Nothing was found.\n"


@pytest.mark.usefixtures("ready")
def test_settings_and_what_can_still_be_looked_at(run: Run, given: Callable[..., None], ready: Path) -> None:
    given(TELEGRAM_BOT_TOKEN="", LISTEN="8080")
    assert run("doctor", code=1).splitlines() == [
        "settings: LISTEN: must be HOST:PORT",
        "settings: TELEGRAM_BOT_TOKEN: missing",
        "2 findings.",
    ]
    given(LISTEN="127.0.0.1:8080")
    ready.unlink()
    assert run("doctor", code=1).splitlines() == [
        "settings: TELEGRAM_BOT_TOKEN: missing",
        "database: it is not at the tables of this version. Run: python -m bot migrate",
        "2 findings.",
    ]


@pytest.mark.usefixtures("ready")
def test_the_operator_s_profile(run: Run, given: Callable[..., None], tmp_path: Path) -> None:
    given(OPERATOR_FILE=str(SAMPLE_FILE))
    assert run("doctor", code=1).startswith(f"settings: OPERATOR_FILE: {SAMPLE_FILE}: this is the demo's profile")
    own = tmp_path / "own.yaml"
    own.write_text(OTHER_FILE.read_text().replace("is_association: false", "").replace("999-999-9991", "ask us"))
    given(OPERATOR_FILE=str(own))
    assert run("doctor", code=1).splitlines() == [
        f"settings: OPERATOR_FILE: {own}:1: 'is_association' is missing",
        f"settings: OPERATOR_FILE: {own}:9: a telephone number has digits and hyphens, such as 00-0000-0000",
        "2 findings.",
    ]
    given(OPERATOR_FILE="")
    assert run("doctor", code=1).splitlines() == ["settings: OPERATOR_FILE: missing", "1 finding."]


@pytest.mark.usefixtures("ready")
def test_a_key_of_another_database(run: Run, given: Callable[..., None], ready: Path, cipher: Cipher) -> None:
    with_record(ready, cipher, "青井 遥")
    given(DATA_KEY=new_key())
    assert run("doctor", code=1).splitlines() == [
        f"keys: DATA_KEY: this database was written with another key ({cipher.marks[0]}): give that one",
        "1 finding.",
    ]
    given(DATA_KEY=WRITTEN_KEY)
    run("doctor", code=0)


@pytest.mark.usefixtures("ready")
def test_a_database_that_is_not_there_or_damaged(run: Run, given: Callable[..., None], ready: Path) -> None:
    given(DATABASE_URL="sqlite:////proc/none/tani.sqlite")
    assert run("doctor", code=1).startswith("database: DATABASE_URL: /proc/none")
    given(DATABASE_URL=f"sqlite:///{ready}")
    whole = ready.read_bytes()
    page = 4096 * (len(whole) // 4096 // 2)
    ready.write_bytes(whole[:page] + b"\xff" * 4096 + whole[page + 4096 :])
    assert run("doctor", code=1).startswith("database: ")


@pytest.mark.usefixtures("ready")
def test_what_is_on_record_and_cannot_be_printed(run: Run, ready: Path, cipher: Cipher) -> None:
    sessions = with_record(ready, cipher, "青井 \U00030ede")
    earn(sessions, 1, NOW)
    asked = facts(BAD)
    with sessions.begin() as session:
        certificates.ask(session, sessions.cipher, 1, asked, NOW)
    said = run("doctor", code=1).splitlines()
    assert said == [
        f'papers: the ledger: "{BAD}" can\'t be printed, for ₂ (U+2082); {doctor.HOW}',
        "papers: member 1000000001: a certificate can't be printed, for \U00030ede (U+30EDE);"
        " mend it by import-members",
        "papers: certificate 1 waits, for ₂ (U+2082)",
        "3 findings.",
    ]
    assert "青井" not in "".join(said)
    run("doctor", "--print-as", BAD, GOOD, code=0)
    assert [line.split(":")[1] for line in run("doctor", code=1).splitlines()[:-1]] == [" member 1000000001"]
    sessions.close()


@pytest.mark.usefixtures("ready")
def test_samples_in_a_real_record(run: Run, ready: Path, cipher: Cipher, tmp_path: Path) -> None:
    """As versions before took them; the same record is whole once it is the demo's."""
    sessions = with_record(ready, cipher, "青井 遥")
    assert run("publish", "--samples", str(write(tmp_path)), code=0).startswith("asthma: new")
    for number, sample in enumerate((True, True, False)):
        earn(sessions, 1, NOW, "喘息", f"c{number}", sample=sample)
    with sessions.begin() as session:
        for sample in (True, False):
            asked = certificates.ask(session, cipher, 1, replace(facts("喘息"), sample=sample), NOW)
            certificates.keep_paper(session, asked, b"paper", "0" * 64, NOW)
    assert run("doctor", code=1).splitlines() == [
        f"samples: published as samples, and shown so to members: course:asthma; {doctor.TAKE_BACK}",
        "samples: 2 credits of samples: in no total and on no certificate",
        "samples: 1 certificate issued with such credits, which the paper itself says",
        "3 findings.",
    ]
    with sessions.begin() as session:
        samples.let_count(session, NOW)
    sessions.close()
    run("doctor", code=0)


@pytest.mark.usefixtures("ready")
def test_samples_are_taken_back(run: Run, ready: Path, cipher: Cipher) -> None:
    """All kinds of them; what was earned stays, and a real content can have the name."""
    sessions = with_record(ready, cipher, "青井 遥")
    for one in PUBLISHED:
        run("publish", "--samples", str(ROOT / "content" / one), code=0)
    earn(sessions, 1, NOW, "不眠", "insomnia", sample=True)
    with sessions.reading() as session:
        names = sampled.contents(session)
    assert {name.partition(":")[0] for name in names} == {"course", "journal", "training", "broadcasts", "maintenance"}
    said = run("doctor", "--withdraw-samples", code=0).splitlines()
    assert said[:-1] == [f"{name}: taken back" for name in names]
    assert said[-1] == "Credits of samples stay in the ledger and count nowhere: 1."
    with sessions.begin() as session:
        assert (sampled.contents(session), courses.listed(session)) == ((), ())
        assert issues.listed(session) == Journal((), ())
        assert trainings.coming(session, NOW) == ()
        assert maintenance.coming(session, NOW) == ()
        assert ledger.has(session, 1, "course:insomnia", sample=True)
    assert run("doctor", code=1).splitlines()[0].startswith("samples: 1 credit of samples")
    assert run("doctor", "--withdraw-samples", code=0) == "Nothing is published as a sample.\n"
    with sessions.begin() as session:
        samples.let_count(session, NOW)
    sessions.close()
    assert "the record of the demo" in run("doctor", "--withdraw-samples", code=1)


def with_record(ready: Path, cipher: Cipher, name: str) -> Sessions:
    sessions = Sessions(f"sqlite:///{ready}", cipher)
    with sessions.begin() as session:
        members.put(session, cipher, MemberRecord("1000000001", name, date(1972, 2, 4)), NOW)
    return sessions


def facts(title: str) -> CertificateFacts:
    line = CertificateLine(NOW.date(), title, "見本委員会", "生涯教育講座", 45, "呼吸困難", 2)
    return CertificateFacts("青井 遥", "", "1000000001", NOW.date(), NOW.date(), (line,), NOW.date(), FORMER)


def test_a_wording_is_one_that_is_needed_and_can_be_printed(sessions: Sessions) -> None:
    assert mends(sessions, GOOD, "SpO2") == (1, f'"{GOOD}" can be printed as it is.\n')
    assert mends(sessions, BAD, "SpO₃") == (1, '"SpO₃" can\'t be printed either: ₃ (U+2083).\n')
    assert mends(sessions, BAD, " ") == (1, '" " can\'t be printed either: it is empty.\n')
    assert mends(sessions, BAD, GOOD) == (1, f'Nothing on record says "{BAD}".\n')


async def test_what_waited_is_made_and_what_is_issued_stays(stage: Stage, aoi: Phone) -> None:
    sessions, now = stage.app.sessions, stage.clock.now()
    me = await member_of(stage)
    earn(sessions, me, now - timedelta(days=3), "高血圧", "hypertension-old")
    await aoi.says("/certificate")
    await aoi.taps("今年度")
    await aoi.taps("この内容で発行する")
    (issued,) = aoi.documents
    earn(sessions, me, now - timedelta(days=2))
    await aoi.says("/certificate")
    await aoi.taps("今年度")
    await aoi.taps("この内容で発行する")
    assert "講座・研修会の名称" in aoi.text(aoi.last), "the name is not to blame"
    assert "お名前" not in aoi.text(aoi.last)
    assert mends(sessions, BAD, GOOD, now)[1].endswith("made now: 1.\n")
    await stage.settled()
    assert len(aoi.documents) == 2
    assert aoi.documents[0] == issued
    await aoi.says("/certificate")
    await aoi.taps("今年度")
    await aoi.taps("この内容で発行する")
    assert aoi.documents[2] == aoi.documents[1], "who asks again is given the same paper"
    with sessions.reading() as session:
        assert BAD in session.execute(select(Credit.title)).scalars().all(), "the ledger is not edited"
        papers = session.execute(select(Certificate.id, Certificate.paper_sha256).order_by(Certificate.id)).all()
        printed = [certificates.facts(session, paper.id).lines[-1].title for paper in papers]
    assert [bool(paper.paper_sha256) for paper in papers] == [True, False, True]
    assert printed == ["高血圧", BAD, GOOD]


async def member_of(stage: Stage) -> int:
    with stage.app.sessions.begin() as session:
        cipher = stage.app.sessions.cipher
        return members.account(session, cipher, "1000000001", member_no=True, mamis_id=False).id
