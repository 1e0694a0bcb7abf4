def after_login(hours: int) -> str:
    return f"Log in within {hours} hours and it opens here. It is for members of the Japan Medical Association."


def to_share() -> str:
    return "Tell a colleague"


def shared(title: str) -> str:
    return f"A course of the Japan Medical Association: {title}"


def members_only() -> str:
    return "The films and the test are open to members who have logged in."


def public() -> str:
    return "Anyone may look at the courses. To take them and earn credits, please log in."
