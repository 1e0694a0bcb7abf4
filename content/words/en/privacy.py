from content.operator import Profile
from content.words.en import operator


def title() -> str:
    return "How personal data is handled"


def summary(profile: Profile) -> tuple[str, str, str, str, str]:
    return (
        f"{profile.name.en} keeps your membership record and what you watch, answer, earn, declare and request.",
        "We use it to identify you, grant credits, issue certificates and notify you.",
        "Your membership record, declarations and requests are encrypted; password messages are deleted at once.",
        "This chat is stored by Telegram on servers outside Japan.",
        "/logout disconnects this chat. Your credits are kept as proof.",
    )


def to_full() -> str:
    return "Read the full notice"


def full_title() -> str:
    return "Privacy notice"


def notice(profile: Profile) -> tuple[tuple[str, str], ...]:
    return (
        ("Operator", f"{profile.name.en}, {profile.address.en}."),
        (
            "What we keep",
            "Your membership record (member ID, MAMIS ID, name, reading of the name, "
            "date of birth, medical registration number, prefecture, email address), your Telegram user ID and "
            "language, what you watched, answered and earned, your certificates, your check-ins and attendance claims, "
            "your declarations and their evidence, your requests with their answers, files and staff's notes, "
            "what you note of filings and certificates, and the number of failed logins.",
        ),
        (
            "Why we keep it",
            "To identify you, record your learning, decide on claims and declarations, answer requests, "
            "grant credits, issue certificates, and notify you about your courses.",
        ),
        (
            "Where we keep it",
            f"In the database of {profile.name.en}. Your membership record, what you write in claims, "
            "declarations and requests, and your files are encrypted, and the key is kept separately. "
            "Your password is stored in an irreversible form, and the message you sent it in is deleted at once.",
        ),
        (
            "About Telegram",
            "This chat and the files sent in it, by you or to you, are stored on servers outside Japan by Telegram "
            "(companies in the British Virgin Islands, Dubai and elsewhere). "
            "Chats with bots are not end-to-end encrypted.",
        ),
        (
            "If you stop using this bot",
            "/logout disconnects this chat from your record, and /settings stops reminders. "
            "You can delete the chat history in Telegram. Your credits are kept as proof.",
        ),
        (
            "Access, correction, deletion and questions",
            "/mydata gives you a copy of all that is kept of you, and /erase_me asks for its erasure. "
            f"For anything else, please contact {operator.whom_about_privacy(profile)}.",
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
        "Without your consent, you can't take courses here. This chat is not connected to any member. "
        "If you change your mind: /login"
    )
