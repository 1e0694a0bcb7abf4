from collections.abc import Mapping, Sequence
from datetime import datetime

from content.activating.batch import DROPPED, GONE, LASTS, LATE, LEFT, PRINT, REFUSED, Batch, Listed, State
from content.prefectures import in_english
from content.staff.joint import WAITS
from content.words.en import common as forms
from content.words.en import table_faults


def room_title() -> str:
    return "Activation letters"


def how() -> Sequence[str]:
    return (
        "Makes a file for a mail merge, with an activation code for each member who has not logged in yet. "
        "Nobody who holds a role gets one.",
        f"Two persons are needed. A code is good for {LASTS.days} days, and a new one voids the one before.",
        "Afterwards these members can't log in by their birth date alone.",
    )


def line(number: int, one: Batch) -> str:
    return f"{number}  {forms.moment(one.begun_at)} · {audience(one)} · {_STATES[one.state]}"


def to_all() -> str:
    return "Make them for everybody"


def to_prefecture() -> str:
    return "Make them for a prefecture"


def ask_prefecture() -> str:
    return "Which prefecture, for example Tokyo?"


def no_prefecture() -> str:
    return "⚠️ That is no prefecture. Please write it again, for example Tokyo."


def to_list() -> str:
    return "Make them for a file of IDs"


def ask_list() -> Sequence[str]:
    return (
        "Please send the file of member IDs (CSV or XLSX, up to 20 MB) to this chat.",
        "Its first line is the header: member_id (other columns of the members' file may stand beside it).",
        "Sending it makes nothing. First you see how many letters it would be, and which lines get none and why.",
    )


def to_order(people: int) -> str:
    return f"Order {people:,} letters"


def to_refused() -> str:
    return "Get the other lines as CSV"


def refused_title(one: Batch) -> str:
    return f"{card_title(one)}: lines without a letter."


def refused_name(number: int) -> str:
    return f"letters-{number}.csv"


def refused_columns() -> Sequence[str]:
    return ("line", "member_id", "reason")


def usual_why() -> str:
    return "Activation letters are to be sent"


def card_title(one: Batch) -> str:
    return f"Activation letters · {forms.moment(one.begun_at)}"


def audience(one: Batch) -> str:
    if one.listed:
        return _of_list(one.listed.people) if one.state is not State.READING else "For the members of a file"
    return _of_all(one.prefecture)


def _of_list(people: int) -> str:
    return f"For {people:,} members of a file"


def _of_all(prefecture: str) -> str:
    return f"For members who have not logged in ({in_english(prefecture) or 'all'})"


def state(one: Batch) -> Sequence[str]:
    return (_STATES[one.state], *_about(one))


def _about(one: Batch) -> Sequence[str]:
    made, until = f"Letters: {one.made:,}", f"The codes end {forms.moment(one.until)}"
    match one.state:
        case State.READING:
            return ("When it is read, this message shows the result.",)
        case State.LISTED if one.listed:
            return _listed(one.listed)
        case State.ASKED:
            return (f"A second person can confirm it until {forms.moment(one.begun_at + WAITS)}.",)
        case State.MAKING:
            return (made, until)
        case State.READY:
            return (made, until, *_ready(one))
        case State.OPENED if one.opened_at:
            return (
                f"Downloaded {forms.moment(one.opened_at)} by {one.opened_by}",
                *(made, until),
                "If the download failed, have the letters made again. These codes are void then.",
            )
        case State.VOID:
            return (made, "These members still can't log in by their birth date alone. Please have letters made again.")
        case State.ENDED:
            return (_ended(one.fault), "Nothing was made.")
    return ()


def _listed(listed: Listed) -> Sequence[str]:
    print_, refused = f"SHA-256 of the file: {listed.digest[:PRINT]}…", f"Lines without a letter: {listed.refused:,}"
    if not listed.people:
        return (refused, print_, "There is nobody to make a letter for.")
    return (refused, print_, "Nothing has been made yet. If it is right, ask a second person to confirm it.")


def _ready(one: Batch) -> Sequence[str]:
    if not one.made:
        return ("There was nobody to make a letter for.",)
    return (
        f"Only {one.asker}, who asked for it, can get the file. If that is not done before "
        f"{forms.moment(one.open_until)}, the codes are void.",
    )


def _ended(fault: str) -> str:
    said = {
        LATE: "Nobody confirmed it in time. Order it again if you need it.",
        REFUSED: "A second person refused.",
        LEFT: "Nobody ordered the letters in time.",
        DROPPED: "Whoever asked for it gave it up.",
        GONE: "The file could not be read. Please send it again.",
    }
    return said.get(fault) or f"The file can't be read: {table_faults.said(fault)}"


def to_file() -> str:
    return "Get the file"


def link(pin: str, until: datetime) -> Sequence[str]:
    return (
        f"Confirmation number: {pin}",
        f"Open the page below and enter the number. The file can be downloaded once, until {forms.moment(until)}.",
        "Use a browser that can save files, best on a computer: Telegram's own may not be able to.",
        "It holds numbers, names and codes. Please delete it as soon as the letters are printed.",
    )


def to_open() -> str:
    return "Open the page"


def nothing_to_open() -> str:
    return "⚠️ There is no file for you to get now. Only who asked for it can get it, once."


def not_private() -> str:
    return "⚠️ The address of the pages is not https, so the file can't be handed out. Please tell the operator."


def effect(facts: Mapping[str, str]) -> tuple[str, ...]:
    return (
        *(_list(facts) if facts["digest"] else (_of_all(facts["prefecture"]),)),
        f"Each of them gets a new activation code, good for {LASTS.days} days. Earlier codes are void.",
        "They can't log in by their birth date alone any more. Who asked for it can download the file once.",
    )


def _list(facts: Mapping[str, str]) -> tuple[str, ...]:
    return (
        _of_list(int(facts["people"])),
        f"Lines without a letter: {int(facts['refused']):,}",
        f"SHA-256 of the file: {facts['digest'][:PRINT]}…",
    )


def not_asked() -> str:
    return "This was confirmed before, or has ended."


def begun() -> str:
    return "✅ The letters are being made. Who asked for them gets the file under “Activation letters”."


_STATES = {
    State.READING: "▶️ Being read",
    State.LISTED: "Not ordered yet",
    State.ASKED: "Waiting for a second person",
    State.MAKING: "▶️ Being made",
    State.READY: "✅ Ready",
    State.OPENED: "Downloaded",
    State.VOID: "⚠️ Void: nobody downloaded it",
    State.ENDED: "Ended",
}
