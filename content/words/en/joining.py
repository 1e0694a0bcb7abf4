from collections.abc import Sequence

from content.operator import Profile
from content.words.en import operator


def title() -> str:
    return "How to join"


def to_joining() -> str:
    return "How to join"


def called() -> tuple[str, ...]:
    return ("join", "joining", "become a member", "how to become a member", "who can join", "apply for membership")


def members_only() -> str:
    return "Members of the Japan Medical Association can take the courses and earn credits."


def open_to_all() -> str:
    return "Everybody can read the curriculum codes, the list of courses, the radio schedule and the help."


def procedure() -> Sequence[str]:
    return (
        "Members join, transfer and leave through MAMIS, the associations' membership system. The district association "
        "approves first, then the prefectural one, then the Japan Medical Association.",
        "This bot has no information on the conditions, the fees or the documents required.",
    )


def whom_to_ask(profile: Profile) -> Sequence[str]:
    desk = profile.joining_contact
    if desk is None:
        return ("To join, please ask your district or prefectural medical association.",)
    return (
        f"For questions about joining: {operator.office(profile, desk)}",
        *operator.ways(desk, form=False),
    )


def afterwards() -> str:
    return "Once you are a member, you log in with your user ID, the 10 digits on the address label of the journal."
