from datetime import date

from content import curriculum
from content.access.login_id import MEMBER_NO_DIGITS
from content.guide import Answers
from content.operator import Profile
from content.rules import Rules
from content.words.en import common as forms
from content.words.en import operator


def login(rules: Rules, today: date, profile: Profile) -> Answers:
    here = (
        "Here you can use either ID."
        if rules.member_no_until is None
        else "The /login screen says which one to use here."
    )
    return (
        (
            "Where is my user ID?",
            f"It is your member ID, {MEMBER_NO_DIGITS} half-width digits, "
            "printed on the address label of the association's journal.",
        ),
        (
            "What is my first password?",
            "Your date of birth in 6 half-width digits, as YYMMDD (720204 for 4 February 1972). "
            f"When you log in, you will choose a new one of at least {rules.new_password_length} characters.",
        ),
        (
            "What if I don't know my user ID or password?",
            "The association issues both, so please ask the Japan Medical Association. "
            f"If you forgot the password you set here, please ask {operator.whom(profile)}.",
        ),
        (
            "Can login fail inside apps?",
            "On the association's site, yes: inside an app on a phone or tablet, 受講する ends in an error, "
            "so use a browser such as Safari or Chrome (computers are not affected). "
            "Here you log in once, in the chat, and the video pages never ask you to log in, so it can't happen.",
        ),
        ("Can I take courses without being a member?", "No. The courses are for members of the association only."),
        (
            "Will the login ID change?",
            f"{_change(rules.mamis_login_planned, today)} {here}",
        ),
    )


def courses(rules: Rules, profile: Profile) -> Answers:
    return (
        (
            "How do I take a course?",
            "Choose one by its curriculum code with /courses, watch all its videos, then take the test.",
        ),
        (
            "How do I earn a credit?",
            "Watch all the videos and answer "
            f"{rules.elearning_pass_pct}% or more of the self-assessment correctly. "
            "One course earns one curriculum code "
            f"and {forms.credits(rules.content_half_units)}; the course's screen says so.",
        ),
        (
            "Why is a chapter I watched not marked as completed?",
            f"A chapter is completed once you have watched {rules.watch_threshold_pct}% of it; "
            "skipped parts don't count. "
            "You get the credit only when all chapters are completed. /why lists those you still need.",
        ),
        (
            "Why does it say that my user ID can't earn credits?",
            "With this ID you can watch courses but not earn credits. "
            f"If this is unexpected, please ask {operator.whom(profile)}.",
        ),
        (
            "Can I also use the association's site?",
            "Search the web for 日本医師会 e-ラーニング, and choose 「CC からコンテンツを選ぶ」. "
            "Your progress there and here is kept separately.",
        ),
    )


def codes(rules: Rules) -> Answers:
    name = " ".join(filter(None, rules.curriculum))
    first, last = (curriculum.load().codes[place].number for place in (0, -1))
    return (
        (
            "How many curriculum codes (CC) are there?",
            f"{rules.most_codes}, from {first} to {last}, in the association's curriculum ({name}).",
        ),
        ("Why can't some codes be chosen?", "There are no courses for them at the moment."),
        (
            "What is the difference between the lists?",
            "“All credits and codes” includes everything, such as the journal quiz; “Courses only” has just the "
            "association's courses and the partner courses. You can switch between them in /codes.",
        ),
        ("Where can I see the codes I have earned?", "In /codes."),
    )


def test(rules: Rules) -> Answers:
    opens = (
        "Once all chapters are completed."
        if rules.test_requires_all_videos
        else "At any time, but to earn the credit you must also complete all chapters."
    )
    return (
        ("When can I take the test?", f"{opens} After watching the videos, tap “Take the test” on the course screen."),
        ("How many correct answers do I need to pass?", f"{rules.elearning_pass_pct}% or more."),
        (
            "What if I fail?",
            "You can take it again. We show you what to review, by chapter and time. "
            "If a course limits the number of attempts or asks you to wait, the result says so.",
        ),
        ("Can I stop part-way?", "Every answer is saved as you tap it. /resume takes you back."),
    )


def credits(rules: Rules) -> Answers:
    return (
        (
            "Where can I see my credits?",
            "By fiscal year in /credits, by curriculum code in /codes. "
            "What the association has registered is on your MAMIS page.",
        ),
        ("Why is a credit missing?", "Choose a course or training in /why to see the reason and what to do next."),
        (
            "How far am I from the certificate of continuing education?",
            f"Your credits and different codes over {rules.goal_years} consecutive fiscal years "
            f"must add up to {rules.goal}. "
            "The same code counts once. See /credits.",
        ),
    )


def journal(rules: Rules) -> Answers:
    return (
        (
            "How do I answer?",
            "In /journal, the online version of the postcard. Use either the postcard or the online version, not both.",
        ),
        (
            "How many correct answers do I need?",
            f"{rules.journal_pass_pct}% or more. One issue earns one curriculum code "
            f"and {forms.credits(rules.issue_half_units)}.",
        ),
        (
            "When do I get the result?",
            "After the journal has printed the answers. We then notify you, and the result and credit are shown here.",
        ),
        ("Are there issues without questions?", "Yes, special issues have none."),
        ("Does it appear on the certificate of attendance?", "No. The journal quiz never appears on certificates."),
    )


def radio(rules: Rules) -> Answers:
    return (
        (
            "Does Radio NIKKEI's medical programme earn credits?",
            "No. We only list the schedule: see /radio.",
        ),
    )


def _change(planned: date, today: date) -> str:
    month = f"{planned:%B %Y}"
    if today < planned:
        return (
            "On the association's site, "
            f"the login ID will change from the member ID to the MAMIS ID in {month} (planned)."
        )
    return (
        f"The association's guide announced a change from the member ID to the MAMIS ID for {month}. "
        "Please check its site for the ID in use now."
    )
