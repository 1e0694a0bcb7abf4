_LINES = {
    "start": "Home screen",
    "login": "Log in",
    "courses": "Find a course by curriculum code",
    "search": "Search for a course",
    "resume": "Continue where you left off",
    "credits": "See your credits",
    "codes": "See your curriculum codes",
    "why": "Find out why a credit is missing",
    "journal": "Answer the journal quiz",
    "certificate": "Issue a certificate of attendance (PDF)",
    "trainings": "Trainings: your record and upcoming ones",
    "checkin": "Check in and out at a training",
    "declare": "Declare what you learned elsewhere",
    "requests": "Ask the office in your own words",
    "fees": "Check training requirements (fees, specialists)",
    "radio": "Radio schedule and reminders",
    "verify": "Check whether a certificate is valid",
    "settings": "Settings: language and reminders",
    "privacy": "How your data is handled",
    "help": "Help and contacts",
    "logout": "Log out",
    "staff": "Staff screens",
    "desk": "Decide on claims and declarations, answer requests",
    "find": "Find a member",
    "training": "Show check-in codes for trainings",
    "roles": "Manage roles",
    "certificates": "Find, replace or revoke a certificate",
    "log": "See the log of staff actions",
}


def describe(command: str) -> str:
    return _LINES[command]
