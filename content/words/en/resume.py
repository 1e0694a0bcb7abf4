def title() -> str:
    return "Go on where you left off"


def several() -> str:
    return "These courses are under way. Which one would you like to go on with?"


def course(number: int, title: str, done: int, chapters: int) -> str:
    return f"{number}  {title} · {done} of {chapters} chapters watched"


def button(number: int, title: str) -> str:
    return f"{number}  {title}"


def nothing() -> str:
    return "No course is under way. Choose one from the list."
