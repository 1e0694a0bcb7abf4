def title() -> str:
    return "How personal data is handled"


def notice() -> tuple[tuple[str, str], ...]:
    return (
        (
            "What is kept.",
            "Your membership record (member ID, MAMIS ID, name, reading, birth date, registry number, prefecture, "
            "e-mail address), your Telegram number and language, what you watched, answered and earned, "
            "your certificates, your check-ins and claims at trainings, your declarations with their evidence, "
            "and the number of failed logins.",
        ),
        (
            "For what.",
            "To know that it is you, to record your courses, to decide on claims and declarations, to grant credits, "
            "to issue certificates, and to send you word about your courses.",
        ),
        (
            "Where.",
            "In the database of this bot's operator. Your membership record, what you write in claims and "
            "declarations, and your evidence are encrypted, the key kept apart. "
            "A password is stored in a form that can't be turned back, and its message is deleted at once.",
        ),
        (
            "Telegram.",
            "This chat and the files sent here, by you or to you, are stored on servers outside Japan, by Telegram "
            "(companies in the British Virgin Islands, Dubai and elsewhere). "
            "Chats with bots are not end-to-end encrypted.",
        ),
        (
            "To leave.",
            "/logout parts this chat from your record, /settings stops reminders. "
            "You can delete the chat's history in Telegram. Your credits stay on record, as proof.",
        ),
        (
            "To see, correct or delete your data, and for questions.",
            "The operator of this bot, who told you of it.",
        ),
    )


def version(version: str) -> str:
    return f"(version {version})"


def before_login() -> str:
    return "Please read this before you log in."


def accept() -> str:
    return "Accept and log in"


def decline() -> str:
    return "Decline"


def declined_title() -> str:
    return "You are not logged in"


def declined() -> str:
    return (
        "Without your consent, courses can't be taken here. This chat is not connected to any member. "
        "If you change your mind: /login"
    )
