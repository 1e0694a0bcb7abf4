from content.guide import Answers
from content.rules import Rules
from content.words.en import common as forms

_OSAKA = (
    "No certificate can be issued for trainings held in Osaka Prefecture, which are managed in another way. "
    "Please ask the Osaka Medical Association."
)


def trainings(rules: Rules) -> Answers:
    minutes = rules.minutes_per_half_unit
    return (
        (
            "How is the credit of a training registered?",
            "Its organiser registers who attended; then it is a credit. See /trainings.",
        ),
        (
            "My training is not registered",
            "Please ask its organiser when it will be. If you could not check in, you can say so on the training's "
            f"screen within {rules.late_claim_days} days.",
        ),
        ("What do I do at the venue?", "Check in and check out with the code or QR code that is shown (/checkin)."),
        ("How are credits counted?", f"{minutes} minutes are {forms.credits(1)}; one talk is one curriculum code."),
        ("Does the recording of a web seminar count?", "No. Watching a recording is no attendance."),
        ("What about trainings in Osaka?", f"They are registered. {_OSAKA}"),
        (
            "What about learning that nobody registers?",
            "Congresses, practical learning, teaching and writing are declared (/declare). "
            "They are never on a certificate of attendance.",
        ),
    )


def certificate(rules: Rules) -> Answers:
    return (*_on_the_paper(rules), *_ways_to_it(rules))


def _on_the_paper(rules: Rules) -> Answers:
    return (
        ("For which period can I have one?", "For any period of days on which you attended or took a course."),
        (
            "What is on it?",
            "Only trainings that their organisers registered, and credits earned by e-learning.",
        ),
        ("From when on is e-learning on it?", _from(rules.certificate_after_days)),
        (
            "A training that I attended is not on it",
            "Its organiser has not registered your attendance. Please ask the organiser when it will be.",
        ),
        ("What is never on it?", "The journal's quizzes, and what you declared yourself."),
        ("What about trainings in Osaka?", _OSAKA),
        (
            "Which paper do I need for community comprehensive care?",
            "The certificate that MAMIS prints. What you have for it is shown by /fees.",
        ),
    )


def _ways_to_it(rules: Rules) -> Answers:
    return (
        (
            "How do I get one from MAMIS?",
            "Log in to MAMIS and print it yourself, at any time except during maintenance. "
            "See pages 9 to 15 of the manual. With questions, ask the Japan Medical Association.",
        ),
        (
            "Can I still use the web form?",
            "For the time being. The association answers by mail, in about "
            f"{rules.web_form_days} days, not counting weekends and public holidays. "
            "It will announce on its page when this ends.",
        ),
        (
            "Is this bot's certificate one of the association?",
            "No. The operator of this bot issues it from what you did here (/certificate).",
        ),
    )


def common(rules: Rules) -> Answers:
    return (
        (
            "Which courses bring credits for common lectures of specialists?",
            "Some of the lectures, as the Japanese Medical Specialty Board approved them.",
        ),
        (
            "Where are category and credits?",
            "In the list of lectures and on the course's screen (such as medical ethics).",
        ),
        (
            "Since when do they count?",
            f"Only if the course was taken on or after {forms.day(rules.common_lecture_from)}.",
        ),
        (
            "Do they count for the certificate of continuing education?",
            f"No. They are counted apart, and never enter the {rules.goal}.",
        ),
    )


def fees(rules: Rules) -> Answers:
    members = "See the association's questions and answers (for members; you may have to log in)."
    return (
        ("What training does long prescription of psychotropic drugs ask for?", f"{members} Your credits: /fees."),
        (
            "What training does community comprehensive care ask for?",
            f"On suitable training in chronic disease, with the temporary rules for COVID-19: {members} "
            "Your credits: /fees.",
        ),
        ("Which paper do I need?", "For community comprehensive care the certificate that MAMIS prints."),
        ("Can I see whether I qualify?", "No. This bot shows figures and gives no verdict."),
    )


def mamis(rules: Rules) -> Answers:
    return (
        (
            "What is MAMIS?",
            "The association's member system. On your page there you see your credits and codes, and print "
            "certificates. You have to log in to MAMIS.",
        ),
        (
            "Are there manuals?",
            "In Japanese: logging in and registering (Ver1.2, December 2024, PDF; a film of October 2024), "
            "and trainings for doctors (Ver.1.0, 1 May 2025, PDF).",
        ),
        (
            "Whom do I ask when I can't log in?",
            "The MAMIS office, by its form (on the same page as the manuals) or by phone.",
        ),
    )


def _from(days: int) -> str:
    if days == 1:
        return "From the day after you took the course, not on the day itself."
    return f"From {days} days after you took the course."
