def title(text: str) -> str:
    return f"Search: {text}"


def count(found: int) -> str:
    return f"{found} course{'' if found == 1 else 's'} found."


def chapter(number: int, title: str) -> str:
    return f"Chapter {number}: {title}"


def supervisor(name: str) -> str:
    return f"Supervisor: {name}"


def more(further: int) -> str:
    return f"There are {further} more. Use a more specific search to narrow them down."


def nothing(text: str) -> str:
    return f"No course matches “{text}”."


def near(text: str) -> str:
    return f"No course or code is called “{text}”. These are the nearest."


def code(number: int, name: str) -> str:
    return f"CC {number} {name}"


def hint() -> str:
    return "Search by title, chapter, supervisor, or the number or name of a curriculum code, such as 高血圧 or 74."


def ask_title() -> str:
    return "Enter a search term"


def secret_title() -> str:
    return "Your message was deleted"


def may_be_secret() -> str:
    return (
        "It looks like a check-in code, but no training is open for check-in now. As it may be a password, it was "
        "deleted and not searched for. Your record is unchanged. At a training, send the code that the room shows."
    )


def too_long(longest: int) -> str:
    return f"A search term can have up to {longest} characters. Nothing was changed. Please enter a shorter one."
