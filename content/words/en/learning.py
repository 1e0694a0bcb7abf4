from content import curriculum
from content.guide import Answers
from content.login_id import MEMBER_NO_DIGITS
from content.rules import Rules
from content.words.en import common as forms


def login(rules: Rules) -> Answers:
    planned = f"{rules.mamis_login_planned:%B %Y}"
    here = (
        "Here you can use either."
        if rules.member_no_until is None
        else "Which one you use here is said on the screen of /login."
    )
    return (
        (
            "Where is my user ID?",
            f"It is your member ID, {MEMBER_NO_DIGITS} half-width digits, "
            "printed on the address label of the association's journal.",
        ),
        (
            "What is my first password?",
            "Your birth date in 6 half-width digits: year, month, day, two of each (720204 for 4 February 1972). "
            f"When you log in, you will choose a new one of at least {rules.new_password_length} characters.",
        ),
        (
            "I don't know my user ID or my password",
            "The association issues both, so please ask the Japan Medical Association. "
            "If you forgot the password that you chose here, ask the operator of this bot.",
        ),
        (
            "Does the login fail inside apps?",
            "On the association's site it does: on a phone or a tablet, 受講する ends in an error inside an app, "
            "so use a browser such as Safari or Chrome (computers are not concerned). "
            "Here you log in once, in the chat, and the page of a film asks for no login, so it does not happen.",
        ),
        ("Can I take courses without being a member?", "No. The courses are for members of the association only."),
        (
            "Will the login ID change?",
            f"On the association's site, from {planned} (planned), from the member ID to the MAMIS ID. {here}",
        ),
    )


def courses(rules: Rules) -> Answers:
    return (
        (
            "How do I take a course?",
            "Choose one by its curriculum code with /courses, watch the films of all chapters, then take the test.",
        ),
        (
            "How do I earn a credit?",
            "Watch all films and answer "
            f"{rules.elearning_pass_pct}% or more of the self-assessment correctly. One course is one curriculum code "
            f"and {forms.credits(rules.content_half_units)}; the course's screen says so.",
        ),
        (
            "I watched a chapter, and it does not show as watched",
            f"A chapter is watched once {rules.watch_threshold_pct}% of it were seen; what was skipped does not count. "
            "Without all chapters there is no credit. /why names those that are missing.",
        ),
        (
            "I am told that my ID can't earn credits",
            "With such an ID courses can be watched, and no credit is given. Please ask the Japan Medical Association.",
        ),
        (
            "Can I also use the association's site?",
            "Search the web for 日本医師会 e-ラーニング, and choose 「CC からコンテンツを選ぶ」. "
            "What you watch there and here is counted apart.",
        ),
    )


def codes(rules: Rules) -> Answers:
    name = " ".join(filter(None, rules.curriculum))
    first, last = (curriculum.load().codes[place].number for place in (0, -1))
    return (
        (
            "How many curriculum codes (CC) are there?",
            f"{rules.most_codes}, from {first} to {last}: {name}.",
        ),
        ("Why can't some codes be chosen?", "There is no course for them at present."),
        (
            "How do the lists differ?",
            "One holds everything, the journal's quizzes included; the other only the lectures and the cooperation "
            "lectures on the internet. /codes switches between them.",
        ),
        ("Where do I see the codes that I have?", "With /codes."),
    )


def test(rules: Rules) -> Answers:
    opens = (
        "When all chapters are watched."
        if rules.test_requires_all_videos
        else "At any time. For the credit all chapters must be watched as well."
    )
    return (
        ("When can I take the test?", f"{opens} Watch the films, then take the test from the course's screen."),
        ("How many answers must be right?", f"{rules.elearning_pass_pct}% or more."),
        (
            "What if I fail?",
            "You can take it again. You are shown where to look again, by chapter and time. "
            "Some courses limit how often, or ask for a pause, and say so.",
        ),
        ("Can I interrupt it?", "Every answer is saved as you tap it. /resume brings you back."),
    )


def credits(rules: Rules) -> Answers:
    return (
        (
            "Where do I see my credits?",
            "By fiscal year with /credits, by curriculum code with /codes. "
            "What the association has registered is on your page at MAMIS.",
        ),
        ("A credit is missing", "/why tells the reason for a course or a training, and what to do next."),
        (
            "How far am I from the certificate of continuing education?",
            f"Credits and different codes of {rules.goal_years} fiscal years in a row must add up to {rules.goal}. "
            "The same code counts once. See /credits.",
        ),
    )


def journal(rules: Rules) -> Answers:
    return (
        (
            "How do I answer?",
            "With /journal, the postcard's version on the internet. Use the postcard or the internet, never both.",
        ),
        (
            "How many answers must be right?",
            f"{rules.journal_pass_pct}% or more. One issue is one curriculum code "
            f"and {forms.credits(rules.issue_half_units)}.",
        ),
        (
            "When do I learn the result?",
            "Result and credit are shown, and you are told, after the journal has printed the answers.",
        ),
        ("Are there issues without questions?", "Special issues have none."),
        ("Is it on a certificate of attendance?", "No. The journal's quizzes are never on one."),
    )


def radio(rules: Rules) -> Answers:
    return (
        (
            "Does the medical programme of Radio NIKKEI bring credits?",
            "No. It is only announced here: see the schedule with /radio.",
        ),
    )
