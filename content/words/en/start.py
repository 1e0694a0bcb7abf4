def title() -> str:
    return "Tan'i (credit)"


def greeting() -> tuple[str, ...]:
    return (
        "Take the courses of the Japan Medical Association's continuing education in this chat: "
        "watch the films, pass the self-assessment, see your credits and get your certificate.",
        "",
        "It is for members of the association. Please log in.",
        "",
        "This is independent software; the association did not make it. "
        "Whatever is marked “sample” is for trying out and earns no real credit.",
    )


def to_not_member() -> str:
    return "Not a member?"


def to_help() -> str:
    return "Help"


def home_title(name: str) -> str:
    return name


def home(begun: bool) -> str:
    return "You have a course under way." if begun else "Find a course to begin with."


def cannot_earn() -> str:
    return "This user ID can't earn credits. You can watch the courses."


def to_resume() -> str:
    return "▶️ Go on"


def to_certificate() -> str:
    return "Certificate"


def to_settings() -> str:
    return "Settings"
