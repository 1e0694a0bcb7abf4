"""The first screen of staff: the rooms that the roles open, each with its button and its command."""

from collections.abc import Collection, Mapping, Sequence

from content.staff.logged import Filter
from content.staff.rights import Act, Role, works_in_chat
from content.words import Words
from handlers.presses.staff.activating import LetterRoom
from handlers.presses.staff.announcing import Announcements
from handlers.presses.staff.certificates import CertificateRoom
from handlers.presses.staff.desk import Desk
from handlers.presses.staff.exporting import ExportRoom
from handlers.presses.staff.importing import CreditImportRoom, GrantRoom, ImportRoom
from handlers.presses.staff.log import Log
from handlers.presses.staff.members import Receptions, Room
from handlers.presses.staff.roles import Roles
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.ways import back

COMMANDS: Mapping[Act, str] = {
    Act.SEE_ROOMS: "staff",
    Act.SEE_DESK: "desk",
    Act.FIND_MEMBERS: "find",
    Act.HANDLE_CERTIFICATES: "certificates",
    Act.IMPORT_MEMBERS: "import",
    Act.IMPORT_CREDITS: "import_credits",
    Act.GRANT_BY_FILE: "grant_credits",
    Act.EXPORT_CREDITS: "export",
    Act.SHOW_CHECKIN_CODES: "training",
    Act.MAKE_LETTERS: "letters",
    Act.SEND_ANNOUNCEMENTS: "broadcast",
    Act.MANAGE_ROLES: "roles",
    Act.READ_LOG: "log",
}
"""The commands of staff, in the order in which they are shown, by the act that they begin."""


def rooms(held: Sequence[Role], acts: Collection[Act], waiting: int, words: Words) -> Screen:
    """`waiting` is how much waits on the desk."""
    say = words.rights
    opens = {
        Act.SEE_DESK: Button(words.desk.to_desk(waiting), Desk()),
        Act.FIND_MEMBERS: Button(say.to_room(Act.FIND_MEMBERS), Room()),
        Act.HANDLE_CERTIFICATES: Button(say.to_room(Act.HANDLE_CERTIFICATES), CertificateRoom()),
        Act.IMPORT_MEMBERS: Button(say.to_room(Act.IMPORT_MEMBERS), ImportRoom()),
        Act.IMPORT_CREDITS: Button(say.to_room(Act.IMPORT_CREDITS), CreditImportRoom()),
        Act.GRANT_BY_FILE: Button(say.to_room(Act.GRANT_BY_FILE), GrantRoom()),
        Act.EXPORT_CREDITS: Button(say.to_room(Act.EXPORT_CREDITS), ExportRoom()),
        Act.SHOW_CHECKIN_CODES: Button(say.to_room(Act.SHOW_CHECKIN_CODES), Receptions(1)),
        Act.MAKE_LETTERS: Button(say.to_room(Act.MAKE_LETTERS), LetterRoom()),
        Act.SEND_ANNOUNCEMENTS: Button(say.to_room(Act.SEND_ANNOUNCEMENTS), Announcements(1)),
        Act.MANAGE_ROLES: Button(say.to_room(Act.MANAGE_ROLES), Roles(1)),
        Act.READ_LOG: Button(say.to_room(Act.READ_LOG), Log(Filter().pack(), 1)),
    }
    open_now = [act for act in opens if act in acts]
    idle = [words.roles.does(role, say.does(role)) for role in held if not works_in_chat(role)]
    lines = [*say.rooms(held), "", *(say.room(act, COMMANDS[act]) for act in open_now), *idle]
    if Act.FIND_MEMBERS in acts:
        lines += ["", say.can_search()]
    rows = (*(row(opens[act]) for act in open_now), back(words))
    return Screen(page(say.rooms_title(), *lines), rows, subject="staff")
