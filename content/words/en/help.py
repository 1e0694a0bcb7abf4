def title() -> str:
    return "Help"


def texts_search() -> str:
    return "You can also just type a title or a supervisor's name to find a course."


def to_questions() -> str:
    return "Questions"


def questions(pass_pct: int) -> tuple[tuple[str, str], ...]:
    return (
        ("Where is my user ID?", "It is the 10 digits printed on the address label of the association's journal."),
        (
            "What is my first password?",
            "Your birth date in 6 digits: year, month, day, two of each (720204 for 4 February 1972). "
            "You will be asked to choose a new one when you log in.",
        ),
        (
            "How do I earn a credit?",
            f"Watch all chapters and answer {pass_pct}% or more of the self-assessment correctly. "
            "Each course gives credit for one curriculum code.",
        ),
        ("When can I get a certificate?", "From the day after you took the course, not on the day itself."),
        (
            "What is not on a certificate?",
            "The journal's quizzes and what you declared yourself. "
            "For trainings held in Osaka Prefecture, ask the Osaka Medical Association.",
        ),
        ("Can I take courses without being a member?", "No. The courses are for members of the association only."),
    )


def to_contact() -> str:
    return "Whom to ask"


def contact() -> tuple[str, ...]:
    return (
        "Using this bot, or a forgotten password: the operator of this bot, who told you of it",
        "Your user ID, your password, your membership: the Japan Medical Association",
        "Logging in to MAMIS: the MAMIS office",
        "Phone 0120-110-030, weekdays 10:00–18:00, except public holidays and the turn of the year",
    )
