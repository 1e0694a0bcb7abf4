from collections.abc import Sequence
from datetime import datetime

from content.operator import Profile
from content.rules import local
from content.words.en import common, operator


def to_mydata() -> str:
    return "Get a copy of my record"


def about() -> tuple[str, ...]:
    return (
        "You will get all that this bot keeps of you, as a ZIP file:",
        "",
        "• a page to read (HTML)",
        "• the data for other systems (JSON)",
        "• your certificates and the files you sent",
        "",
        "The file comes to this chat, so it is also stored by Telegram. Anything over 45 MB comes in several files.",
        "",
    )


def on_its_way(parts: int, *, again: bool) -> str:
    if again:
        return "It is being made already and will be here soon."
    return "It is being made and will be here within a minute." if parts == 1 else f"It will come in {parts} files."


def lately(at: datetime) -> str:
    return f"It was sent a short while ago. You can get it again from {common.moment(at)}."


def file_name(day: str, part: int, of: int) -> str:
    return f"my-record_{day}.zip" if of == 1 else f"my-record_{day}_{part}-{of}.zip"


def file_title(part: int, of: int) -> str:
    return "Your record" if of == 1 else f"Your record, {part} of {of}"


def caption(of: int, files: int) -> str:
    held = f"It holds {files} of your files. " if files else "There are no files of yours. "
    return f"Open index.html in a browser. {held}Please take care: it is personal."


def page_title() -> str:
    return "What is kept of you"


def page_head(at: datetime, profile_name: str) -> tuple[str, ...]:
    return (
        f"All that the bot of {profile_name} kept of you on {local(at):%Y-%m-%d at %H:%M} (Japan).",
        "The same is in data.json. Some kinds and states are shown as the data has them.",
    )


def nothing(tables: Sequence[str]) -> str:
    return f"Nothing is kept of: {'; '.join(tables)}"


def files_title() -> str:
    return "Files"


def no_files() -> str:
    return "There are no files."


def file(name: str, size: int, part: int, of: int) -> str:
    where = "" if of == 1 else f" (in ZIP file {part} of {of})"
    return f"{name}, {size} bytes{where}"


def withheld_title() -> str:
    return "Kept, but not handed out"


def withheld() -> str:
    return (
        "What is itself a secret: the form in which your password is compared, keyed hashes for look-ups, "
        "keys of watch pages and of encryption. They say nothing that is not shown above. "
        "What staff still write and have not sent, and messages that are being handled, of which nobody can tell whose "
        "they are, are not included either."
    )


def whom(profile: Profile) -> str:
    return f"To have something corrected or erased: {operator.whom_about_privacy(profile)}"
