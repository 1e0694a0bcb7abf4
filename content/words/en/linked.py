def after_login(hours: int) -> str:
    return f"Log in within {hours} hours and it opens here. It is for members of the Japan Medical Association."


def to_share() -> str:
    return "Tell a colleague"


def shared(title: str) -> str:
    return f"A course of the Japan Medical Association: {title}"


def members_only() -> str:
    return "To watch the videos and take the test, please log in as a member."


def public() -> str:
    return "Anyone can look at the courses. To take them and earn credits, please log in."
