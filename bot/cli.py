"""The command line: python -m bot COMMAND."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from sqlalchemy.exc import OperationalError

from bot import running
from bot.clock import RealClock
from bot.commands import (
    doctor,
    editing,
    give_code,
    posted,
    rotate_key,
    staff_accounts,
    staff_roles,
    traced,
    verify_credits,
    verify_log,
)
from bot.commands.editing import Act, Add
from bot.commands.files import export_options, import_options
from bot.loghead import FILE, LogHead
from bot.logs import set_up
from bot.opening import NotReady, new_sessions, open_record
from bot.settings import BadSettings, Settings, read_settings
from storage.engine.sessions import Sessions
from storage.migrations import migrate

BAD = 2
HEADS = f"a file of heads that were noted outside the database, - for the standard input (default: {FILE})"
STANDARD_INPUT = Path("/dev/stdin")


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks. Exit codes: 0 done, 1 what was given is refused, 2 not set up or misunderstood."""
    given = _parser().parse_args(arguments)
    set_up()
    act: Act = given.act
    try:
        return act(given)
    except (BadSettings, NotReady) as error:
        print(error, file=sys.stderr)
        return BAD
    except OperationalError as error:
        print(f"DATABASE_URL: the database can't be used: {str(error.orig).splitlines()[0]}", file=sys.stderr)
        return BAD
    except KeyboardInterrupt:
        return 130  # 128 + SIGINT, as shells have it


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Tan'i: continuing medical education in a chat.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, act: Act, help_text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help_text, description=help_text)
        command.set_defaults(act=act)
        return command

    for group in (_running, _people, _operating):
        group(add)
    editing.add_to(add, _on_record)
    return parser


def _running(add: Add) -> None:
    demo = add("demo", _demo, "everything on this machine, with sample people and courses; no account is needed")
    demo.add_argument("--port", type=int, default=8081, help="port of the chat page (the next free one if taken)")
    add("run", _run, "one process: updates in, letters out, pages")
    add("web", _web, "updates in by webhook, and pages; any number of these")
    add("worker", _worker, "letters out and what is due; any number of these")
    sandbox = add("sandbox", _sandbox, "the local Bot API server alone, with its chat page")
    sandbox.add_argument("--port", type=int, default=8081)
    sandbox.add_argument("--token", default="100:sandbox-token")


def _people(add: Add) -> None:
    import_options.add_members(add("import-members", _import_members, "bring members in from a file"))
    import_options.add(add("import-credits", _import_credits, "bring in from a file what members earned before"))
    granted = add("grant-credits", _grant_credits, "grant what a file says, in the name of an officer")
    import_options.add_grants(granted)
    export_options.add(add("export-credits", _export_credits, "write the credits of a period for another system"))
    _add_staff(add)


def _operating(add: Add) -> None:
    add("migrate", _migrate, "bring the database to the tables of this version")
    add("rotate-key", _rotate_key, "seal everything anew under the first key of DATA_KEY, while members go on")
    verified = add("verify-log", _verify_log, "look for changed, removed or inserted rows in the log of staff")
    verified.add_argument("--head", type=Path, action="append", default=[], metavar="FILE", help=HEADS)
    add("verify-credits", _verify_credits, "derive every credit again from what it rests on, and name what differs")
    examined = add("doctor", _doctor, "look for what is not as it must be: settings, keys, database, samples, papers")
    says = "word a text of the record that papers can't print in another way on papers"
    examined.add_argument("--print-as", nargs=2, metavar=("TEXT", "OTHER"), help=says)
    examined.add_argument("--withdraw-samples", action="store_true", help=doctor.NO_MORE_SAMPLES)
    examined.add_argument("--update", type=int, metavar="UPDATE_ID", help="say what became of an update instead")
    examined.add_argument("--letters", metavar="MEMBER_ID", help="say what became of the member's letters instead")


def _add_staff(add: Add) -> None:
    """The commands by which the operator stands in for an owner."""
    given = add("grant-staff", partial(_staff_role, staff_roles.grant), "give a member a role of staff")
    taken = add("revoke-staff", partial(_staff_role, staff_roles.revoke), "take a role of staff from a member")
    for staff in (given, taken):
        staff.add_argument("member_id", metavar="MEMBER_ID", help="or a staff account (staff-12)")
        staff.add_argument("role", metavar="ROLE")
    invited = add("invite-staff", _invite_staff, "invite somebody who is no member to a staff account")
    invited.add_argument(
        "whom", metavar="NAME", help="or the number of a staff account (staff-12), to lead back into it"
    )
    invited.add_argument("role", metavar="ROLE", nargs="?", default="", help="what the person may do")
    confirmed = add("confirm-staff", _confirm_staff, "say who opened an invitation, and confirm that it is the person")
    confirmed.add_argument("invitation", metavar="INVITATION", type=int)
    confirmed.add_argument("telegram_id", metavar="TELEGRAM_ID", type=int, nargs="?")
    coded = add("give-code", _give_code, "give a member a one-time code for the log-in")
    coded.add_argument("member_id", metavar="MEMBER_ID")


def _run(_: argparse.Namespace) -> int:
    return asyncio.run(running.run(_to_serve(), takes=True, delivers=True))


def _web(_: argparse.Namespace) -> int:
    settings = _to_serve("PUBLIC_URL", "WEBHOOK_SECRET")
    if not settings.by_webhook:
        raise BadSettings("PUBLIC_URL: must be https for a webhook (one process without it: python -m bot run)")
    return asyncio.run(running.run(settings, takes=True, delivers=False))


def _worker(_: argparse.Namespace) -> int:
    return asyncio.run(running.run(_to_serve("PUBLIC_URL"), takes=False, delivers=True))


def _to_serve(*more: str) -> Settings:
    """The settings of a process that talks to Telegram. Everything missing is named at once."""
    return read_settings(["TELEGRAM_BOT_TOKEN", "DATA_KEY", "OPERATOR_FILE", *more], https=["WEBHOOK_SECRET"])


def _demo(given: argparse.Namespace) -> int:
    from bot.demo.living import demo  # loaded here, because only the demo needs it

    return asyncio.run(demo(given.port))


def _sandbox(given: argparse.Namespace) -> int:
    from bot.demo.living import sandbox_alone

    return asyncio.run(sandbox_alone(given.port, given.token))


def _migrate(_: argparse.Namespace) -> int:
    sessions = new_sessions(read_settings(["DATA_KEY"]))
    migrate(sessions.engine)
    sessions.close()
    print("The database is at the tables of this version.")
    return 0


def _import_credits(given: argparse.Namespace) -> int:
    return _on_record(lambda sessions: import_options.credits(sessions, given, sys.stdout))


def _grant_credits(given: argparse.Namespace) -> int:
    return _on_record(lambda sessions: import_options.grants(sessions, given, sys.stdout))


def _export_credits(given: argparse.Namespace) -> int:
    return _on_record(lambda sessions: export_options.run(sessions, given, sys.stdout))


def _import_members(given: argparse.Namespace) -> int:
    return _on_record(lambda sessions: import_options.members(sessions, given, sys.stdout))


def _staff_role(change: Callable[..., int], given: argparse.Namespace) -> int:
    now = RealClock().now()
    return _on_record(lambda sessions: change(sessions, given.member_id, given.role, now, sys.stdout))


def _invite_staff(given: argparse.Namespace) -> int:
    now = RealClock().now()
    return _on_record(lambda sessions: staff_accounts.invite(sessions, given.whom, given.role, now, sys.stdout))


def _confirm_staff(given: argparse.Namespace) -> int:
    number, opener, now = given.invitation, given.telegram_id, RealClock().now()
    return _on_record(lambda sessions: staff_accounts.confirm(sessions, number, opener, now, sys.stdout))


def _give_code(given: argparse.Namespace) -> int:
    now = RealClock().now()
    return _on_record(lambda sessions: give_code.run(sessions, given.member_id, now, sys.stdout))


def _rotate_key(_: argparse.Namespace) -> int:
    return _on_record(lambda sessions: rotate_key.run(sessions, RealClock().now, sys.stdout))


def _verify_log(given: argparse.Namespace) -> int:
    heads = [LogHead(STANDARD_INPUT if path == Path("-") else path) for path in given.head]
    return _on_record(lambda sessions: verify_log.run(sessions, sys.stdout, heads=heads))


def _verify_credits(_: argparse.Namespace) -> int:
    return _on_record(lambda sessions: verify_credits.run(sessions, sys.stdout, others=_record))


def _doctor(given: argparse.Namespace) -> int:
    if given.update is not None:
        return _on_record(lambda sessions: traced.run(sessions, given.update, sys.stdout))
    if given.letters is not None:
        return _on_record(lambda sessions: posted.run(sessions, given.letters, sys.stdout))
    if given.withdraw_samples:
        now = RealClock().now()
        return _on_record(lambda sessions: doctor.withdraw_samples(sessions, now, sys.stdout))
    if given.print_as is None:
        return doctor.run(sys.stdout)
    (text, printed), now = given.print_as, RealClock().now()
    return _on_record(lambda sessions: doctor.reword(sessions, text, printed, now, sys.stdout))


def _record() -> Sessions:
    return open_record(read_settings(["DATA_KEY"]))


def _on_record(act: Callable[[Sessions], int]) -> int:
    sessions = _record()
    try:
        return act(sessions)
    finally:
        sessions.close()
