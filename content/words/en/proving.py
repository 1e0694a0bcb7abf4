from content.guide import Answers
from content.operator import Profile, Purpose
from content.rules import Rules
from content.words.en import common as forms
from content.words.en import operator

_OSAKA = (
    "We can't issue certificates for trainings held in Osaka Prefecture, which are managed differently. "
    "Please ask the Osaka Medical Association."
)


def trainings(rules: Rules) -> Answers:
    minutes = rules.minutes_per_half_unit
    return (
        (
            "How are training credits registered?",
            "The organiser registers who attended, and the credit is granted. See /trainings.",
        ),
        (
            "Why is my training not registered?",
            "Please ask the organiser when it will be. If you could not check in, you can claim your attendance on the "
            f"training's screen within {rules.late_claim_days} days.",
        ),
        ("What do I do at the venue?", "Check in and out with the code or QR code on the screen (/checkin)."),
        (
            "How are credits counted?",
            f"{minutes} minutes count as {forms.credits(1)}; each talk has one curriculum code.",
        ),
        ("Does the recording of a web seminar count?", "No. Watching a recording does not count as attendance."),
        ("What about trainings in Osaka?", f"The credits are registered. {_OSAKA}"),
        (
            "What about learning that no one registers?",
            "Declare congresses, hands-on learning, teaching and writing yourself (/declare). "
            "They do not appear on certificates of attendance.",
        ),
    )


def certificate(rules: Rules, profile: Profile) -> Answers:
    return (*_on_the_paper(rules, profile), *_ways_to_it(rules, profile))


def _on_the_paper(rules: Rules, profile: Profile) -> Answers:
    return (
        (
            "Which period can it cover?",
            "Any period you choose, by the date of the training (or the date you took the course).",
        ),
        (
            "What is on it?",
            "Only trainings registered by their organisers and credits earned by e-learning.",
        ),
        ("When can e-learning be included?", _from(rules.certificate_after_days)),
        (
            "Why is a training I attended not on it?",
            "Its organiser has not registered your attendance. Please ask the organiser when it will be.",
        ),
        ("What is never on it?", "The journal quiz and your declarations."),
        ("What about trainings in Osaka?", _OSAKA),
        (
            "Which document do I need for community-based comprehensive care?",
            f"{_to_file(profile)} /fees shows where you stand.",
        ),
    )


def _ways_to_it(rules: Rules, profile: Profile) -> Answers:
    return (
        (
            "How do I get one from MAMIS?",
            "Log in to MAMIS and print it yourself, at any time except during maintenance. "
            "See pages 9 to 15 of the manual. If you have questions, please ask the Japan Medical Association.",
        ),
        (
            "Can I still use the web form?",
            "For the time being. The association replies by email in about "
            f"{rules.web_form_days} days, not counting weekends and public holidays. "
            "The association plans to announce on its page when this ends. "
            "You can ask the office that runs this bot in /requests.",
        ),
        (
            "Is this bot's certificate issued by the association?",
            _issued(profile),
        ),
    )


def common(rules: Rules) -> Answers:
    return (
        (
            "Which courses earn specialist common lecture credits?",
            "Some of the association's courses, as approved by the Japanese Medical Specialty Board.",
        ),
        (
            "Where can I see the category and credits?",
            "In the course list and on the course screen (for example, medical ethics).",
        ),
        (
            "From what date do they count?",
            f"Only if the course was taken on or after {forms.day(rules.common_lecture_from)}.",
        ),
        (
            "Do they count towards the certificate of continuing education?",
            f"No. They are counted separately and are not part of the {rules.goal}.",
        ),
    )


def fees(rules: Rules, profile: Profile) -> Answers:
    members = "See the association's Q&A (for members; you may need to log in)."
    return (
        ("What training is required for long-term psychotropic prescription?", f"{members} Your credits: /fees."),
        (
            "What training is required for community-based comprehensive care?",
            f"On training in chronic disease management, including the temporary rules for COVID-19: {members} "
            "Your credits: /fees.",
        ),
        (
            "Which document do I need?",
            "For community-based comprehensive care, the certificate of attendance from MAMIS.",
        ),
        ("Can I see whether I qualify?", "No. This bot only shows figures; it does not judge whether you qualify."),
    )


def mamis(rules: Rules) -> Answers:
    return (
        (
            "What is MAMIS?",
            "The medical associations' member information system. On your page you can see your credits and codes and "
            "print certificates of attendance. You need to log in to MAMIS.",
        ),
        (
            "Are there manuals?",
            "In Japanese: logging in and registering (Ver1.2, December 2024, PDF; video, October 2024), "
            "and training management for doctors (Ver.1.0, 1 May 2025, PDF).",
        ),
        (
            "Who can help if I can't log in?",
            "The MAMIS office, through its form (on the same page as the manuals) or by phone.",
        ),
    )


def _from(days: int) -> str:
    if days == 1:
        return "From the day after you took the course, not on the day itself."
    return f"From {days} days after you took the course."


def _to_file(profile: Profile) -> str:
    return (operator.paper_for(profile, Purpose.CHRONIC) or "").removeprefix("📄 ")


def _issued(profile: Profile) -> str:
    by = f"{profile.name.en} issues it from your record here (/certificate)."
    return f"Yes. {by}" if profile.is_association else f"No. {by}"
