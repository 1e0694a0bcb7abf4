"""The command line: what is missing or wrong is said in a sentence, all at once, without a traceback."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.cli import main
from bot.demo.people import PEOPLE_FILE
from storage.engine.cipher import Cipher, new_key
from storage.engine.sessions import Sessions
from storage.people import chats
from tests.bot.commands.conftest import Run
from tests.conftest import NOW, WRITTEN_KEY
from tests.operators import OTHER_FILE, SAMPLE_FILE
from tests.process import ROOT, bot_process
from tests.stage import TOKEN

COURSES = ROOT / "content" / "courses"


@pytest.mark.parametrize(
    ("command", "missing"),
    [
        ("run", ["TELEGRAM_BOT_TOKEN", "DATA_KEY", "OPERATOR_FILE"]),
        ("web", ["TELEGRAM_BOT_TOKEN", "DATA_KEY", "OPERATOR_FILE", "PUBLIC_URL", "WEBHOOK_SECRET"]),
        ("worker", ["TELEGRAM_BOT_TOKEN", "DATA_KEY", "OPERATOR_FILE", "PUBLIC_URL"]),
        ("migrate", ["DATA_KEY"]),
        ("verify-log", ["DATA_KEY"]),
        ("verify-credits", ["DATA_KEY"]),
    ],
)
def test_all_that_is_missing_is_named_at_once(run: Run, tmp_path: Path, command: str, missing: list[str]) -> None:
    assert run(command) == "".join(f"{name}: missing\n" for name in missing)
    assert list(tmp_path.iterdir()) == []


async def test_a_process_with_nothing_set_ends_so_too(tmp_path: Path) -> None:
    async with bot_process(tmp_path / "bot.log") as bot:
        assert await bot.command("run") == (2, "TELEGRAM_BOT_TOKEN: missing\nDATA_KEY: missing\n")


def test_an_https_address_needs_the_secret_too(run: Run, given: Callable[..., None]) -> None:
    given(PUBLIC_URL="https://tani.example")
    assert run("run").splitlines() == [
        f"{name}: missing" for name in ("TELEGRAM_BOT_TOKEN", "DATA_KEY", "OPERATOR_FILE", "WEBHOOK_SECRET")
    ]


def test_web_takes_plain_http_only_from_a_server_that_is_not_telegrams(run: Run, given: Callable[..., None]) -> None:
    given(
        TELEGRAM_BOT_TOKEN=TOKEN,
        DATA_KEY=WRITTEN_KEY,
        PUBLIC_URL="http://tani.example",
        WEBHOOK_SECRET="geheim-0123456789-geheim",
        OPERATOR_FILE=str(OTHER_FILE),
    )
    assert "PUBLIC_URL: must be https" in run("web")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DATA_KEY", "not a key", "DATA_KEY: a key must be base64 of 32 bytes"),
        ("DATABASE_URL", "mysql://x", "DATABASE_URL: must begin with sqlite:/// or postgresql://"),
        ("DATABASE_URL", "sqlite:///:memory:", "DATABASE_URL: must name a file"),
        ("DATABASE_URL", "sqlite:////proc/none/tani.sqlite", "DATABASE_URL: /proc/none: No such file or directory"),
        ("DATABASE_URL", "postgresql://u:geheim@127.0.0.1:1/d", "DATABASE_URL: the database can't be used: connection"),
        ("LISTEN", "8080", "LISTEN: must be HOST:PORT"),
        ("LISTEN", "203.0.113.1:8080", "LISTEN: 203.0.113.1:8080 can't be listened on"),
        ("PORT", "http", "PORT: Input should be a valid integer"),
        ("PORT", "70000", "PORT: "),
        ("OPERATOR_CHAT", "@me", "OPERATOR_CHAT: Input should be a valid integer"),
        ("PUBLIC_URL", "tani.example", "PUBLIC_URL: must be a whole http(s) address"),
        ("DATA_KEY_FILE", "/none", "DATA_KEY_FILE: No such file or directory"),
    ],
)
@pytest.mark.usefixtures("ready")
def test_what_is_wrong_is_said(run: Run, given: Callable[..., None], name: str, value: str, told: str) -> None:
    given(**{name: value})
    said = run("run")
    assert told in said
    assert "Traceback" not in said
    assert "geheim" not in said


@pytest.mark.parametrize("command", ["run", "web", "worker"])
def test_without_a_sound_profile_nothing_starts(
    run: Run, given: Callable[..., None], ready: Path, tmp_path: Path, command: str
) -> None:
    """Everything is named at once: what is missing in the environment, and every fault of the profile."""
    own = tmp_path / "own.yaml"
    own.write_text("format: 1\nsample: false\nname: {ja: 架空市医師会}\nis_association: perhaps\n")
    given(TELEGRAM_BOT_TOKEN="", OPERATOR_FILE=str(own), PUBLIC_URL="http://tani.example", WEBHOOK_SECRET="short")
    said = run(command).splitlines()
    assert [line for line in said if not line.startswith(f"OPERATOR_FILE: {own}:1: '")] == [
        "WEBHOOK_SECRET: too weak: at least 24 characters, drawn at random",
        "TELEGRAM_BOT_TOKEN: missing",
        f"OPERATOR_FILE: {own}:3: 'en' is missing",
        f"OPERATOR_FILE: {own}:4: 'is_association' is to be true or false",
    ]
    assert f"OPERATOR_FILE: {own}:1: 'record_from' is missing" in said
    assert ready.exists()


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("command", ["run", "worker"])
def test_the_demo_s_profile_is_for_the_demo_alone(run: Run, given: Callable[..., None], command: str) -> None:
    given(OPERATOR_FILE=str(SAMPLE_FILE), PUBLIC_URL="http://tani.example")
    assert run(command) == (
        f"OPERATOR_FILE: {SAMPLE_FILE}: this is the demo's profile, or made like it (sample: true):"
        " write down who really runs this bot\n"
    )
    given(OPERATOR_FILE="none.yaml")
    assert run(command) == "OPERATOR_FILE: none.yaml:1: there is no such file\n"


@pytest.mark.usefixtures("ready")
def test_check_looks_at_a_profile_too(run: Run, tmp_path: Path) -> None:
    assert run("check", str(OTHER_FILE), code=0) == "1 operator's profile, no fault.\n"
    own = tmp_path / "own.yaml"
    own.write_text(OTHER_FILE.read_text().replace("false", "no", 1))
    assert run("check", str(own), code=1).startswith(f"{own}:3: no without quotes is true or false")
    assert "Nothing was published." in run("publish", str(own), code=1)
    assert run("publish", str(OTHER_FILE), code=0).startswith("An operator's profile is not published")


@pytest.fixture
def taken(given: Callable[..., None]) -> Iterator[str]:
    """The address on which the pages are to listen, where somebody else does: a process that runs comes so far."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        given(LISTEN=address)
        yield f"LISTEN: {address} can't be listened on: Address already in use"


@pytest.mark.usefixtures("ready")
def test_a_port_that_is_taken(run: Run, taken: str) -> None:
    assert taken in run("run")


def test_an_unmigrated_database_is_refused_with_the_command(run: Run, ready: Path, taken: str) -> None:
    ready.unlink()
    others = (("publish", str(COURSES), "--samples"), ("import-members", str(PEOPLE_FILE)))
    for command in (("run",), *others):
        assert run(*command) == "The database is not at the tables of this version. Run: python -m bot migrate\n"
    run("migrate", code=0)
    run("migrate", code=0)
    assert taken in run("run")
    for command in others:
        assert "not at the tables" not in run(*command, code=0)


@pytest.mark.parametrize("written", ["members", "chats"])
def test_the_key_of_another_database_is_refused(
    run: Run, given: Callable[..., None], ready: Path, cipher: Cipher, taken: str, written: str
) -> None:
    """Otherwise nobody would be recognised, and rows would be written that the right key does not open."""
    if written == "members":
        run("import-members", str(PEOPLE_FILE), code=0)
    else:
        sessions = Sessions(f"sqlite:///{ready}", cipher)
        with sessions.begin() as session:
            chats.meet(session, cipher, 7, "ja", NOW)
        sessions.close()
    another = new_key()
    given(DATA_KEY=another)
    for command in (
        ("run",),
        ("import-members", str(PEOPLE_FILE)),
        ("grant-staff", "1000000001", "owner"),
        ("verify-log",),
        ("verify-credits",),
    ):
        assert "DATA_KEY: this database was written with another key" in run(*command)
    given(DATA_KEY=f"{WRITTEN_KEY},{another}")
    assert taken in run("run")


def test_any_key_is_right_for_an_empty_database(run: Run, given: Callable[..., None], ready: Path) -> None:
    given(DATA_KEY=new_key())
    run("import-members", str(PEOPLE_FILE), code=0)


@pytest.mark.parametrize("arguments", [(), ("walk",), ("publish",), ("grant-staff", "1"), ("run", "now")])
def test_what_is_no_command(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m bot" in capsys.readouterr().err


def test_check_names_every_fault_of_a_package(run: Run, tmp_path: Path) -> None:
    good = (COURSES / "hypertension" / "course.yaml").read_text()
    folder = tmp_path / "hypertension"
    folder.mkdir()
    (folder / "course.yaml").write_text(good.replace("code: 74", "code: 84").replace("title:", "tilte:", 1))
    said = run("check", str(tmp_path), code=1)
    faults = [line for line in said.splitlines() if line.startswith(f"{folder / 'course.yaml'}:")]
    assert len(faults) > 3  # the code, the misspelt key, the missing title, and every film that is not there
    assert all(line.removeprefix(f"{folder / 'course.yaml'}:").split(":")[0].isdigit() for line in faults)
    assert any("84" in line for line in faults)
    assert any("tilte" in line for line in faults)


@pytest.mark.usefixtures("ready")
def test_of_a_broken_package_nothing_is_published(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hypertension").mkdir()
    (tmp_path / "hypertension" / "course.yaml").write_text("code: 84\n")
    assert "Nothing was published." in run("publish", str(tmp_path), code=1)


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("command", ["check", "publish", "import-members"])
def test_a_path_that_is_not_there(run: Run, command: str) -> None:
    said = run(command, "/none", code=2 if command == "import-members" else 1)
    assert "/none" in said
    assert "Traceback" not in said


@pytest.mark.usefixtures("ready")
def test_check_needs_nothing_set_and_finds_no_fault_in_the_samples(run: Run) -> None:
    assert "no fault" in run("check", str(COURSES), code=0)
