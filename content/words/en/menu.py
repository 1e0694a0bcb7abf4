_LINES = {
    "start": "Start screen",
    "login": "Log in",
    "courses": "Find a course by curriculum code",
    "search": "Find a course by words",
    "resume": "Go on where you left off",
    "credits": "Your credits",
    "codes": "Your curriculum codes",
    "why": "Why a credit or a certificate line is missing",
    "journal": "Answer the questions of the journal",
    "certificate": "Certificate of attendance (PDF)",
    "trainings": "Trainings: your record, and those to come",
    "checkin": "Check in and out at a training",
    "declare": "Declare what you learned elsewhere",
    "fees": "Training for the fee schedule (診療報酬)",
    "radio": "Radio lectures: the schedule, and reminders",
    "settings": "Settings: language, notices",
    "privacy": "How your data are handled",
    "help": "How to use this, and whom to ask",
    "logout": "Log out",
    "staff": "Staff screens",
    "desk": "Decide claims and declarations",
    "find": "Find a member",
    "training": "Show the check-in codes of trainings",
    "roles": "Give and take roles",
}


def describe(command: str) -> str:
    return _LINES[command]
