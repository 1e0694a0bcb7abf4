from content.operator import Profile


def title() -> str:
    return "Tan'i (credit)"


def greeting(profile: Profile) -> tuple[str, ...]:
    return (
        "Take Japan Medical Association continuing education courses in this chat: "
        "watch the videos, pass the self-assessment, check your credits and get your certificate.",
        "",
        "For members of the association. Please log in to begin.",
        "",
        f"{_runs(profile)} Anything marked “sample” is for trying the bot out and earns no real credits.",
    )


def to_not_member() -> str:
    return "Not a member?"


def to_help() -> str:
    return "Help"


def home_title(name: str) -> str:
    return name


def home(begun: bool) -> str:
    return "You have a course in progress." if begun else "Please choose a course."


def cannot_earn() -> str:
    return "This user ID can't earn credits. You can still watch the courses."


def to_resume() -> str:
    return "▶️ Continue"


def to_certificate() -> str:
    return "Certificates"


def to_settings() -> str:
    return "Settings"


def _runs(profile: Profile) -> str:
    if profile.is_association:
        return f"Run by {profile.name.en}."
    return f"Run by {profile.name.en}; neither run nor made by the Japan Medical Association."
