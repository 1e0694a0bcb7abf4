from collections.abc import Mapping, Sequence

from content.announcing.attached import CAPTION, MEGABYTE, MOST_FILE, MOST_PICTURE, PDF, Attached, Unfit

_FILE, _PICTURE = MOST_FILE // MEGABYTE, MOST_PICTURE // MEGABYTE
_UNFIT: Mapping[Unfit, str] = {
    Unfit.NO_FILE: "Only a picture (JPEG or PNG) or a PDF can be attached.",
    Unfit.ALBUM: "Several files came at once, so none was attached. Please send only one.",
    Unfit.EMPTY: "This file is empty.",
    Unfit.TOO_BIG: f"Files over {_FILE} MB can't be attached. Please make it smaller.",
    Unfit.BIG_PICTURE: f"Pictures over {_PICTURE} MB can't be attached. Please make it smaller, or send a PDF.",
    Unfit.SIDES: "This picture is too large, or too long and narrow, to be shown in Telegram. "
    "Please make it smaller, or change its shape.",
    Unfit.LOCKED: "This PDF has a password, so members could not open it. Please send it without one.",
    Unfit.BROKEN: "This file is damaged and can't be opened. Please check that it opens, and send it again.",
    Unfit.OTHER: "This file is neither a picture (JPEG or PNG) nor a PDF.",
}


def to_file() -> str:
    return "Its file"


def file_line(attached: Attached | None) -> str:
    if attached is None:
        return "File: none"
    kind = "PDF" if attached.mime == PDF else "picture"
    ended = "" if attached.kept else ", kept no longer"
    return f"File: {attached.name} ({kind}, {_size(attached.size)}{ended})"


def ask_file() -> Sequence[str]:
    return (
        f"Please send one picture (JPEG or PNG, up to {_PICTURE} MB) or one PDF (up to {_FILE} MB).",
        f"A text of up to {CAPTION} characters stands below the file. A longer one comes after it.",
        "Please attach nothing that identifies a person.",
    )


def unfit(why: Unfit) -> str:
    return f"⚠️ {_UNFIT[why]}"


def taken(name: str) -> str:
    return f"✅ {name} was attached."


def to_remove() -> str:
    return "Remove the file"


def preview_comes() -> str:
    return "The preview is on its way to you, exactly as members get it."


def _size(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{max(1, size // 1024)} KB"
