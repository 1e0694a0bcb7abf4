"""Every sentence of the checks of trainings and their attendance, in plain words for the staff's console."""

MOMENT = "a moment is written as 2026-11-22 14:00, in Japan's time"
PREFECTURE = "a prefecture is written as 東京都, 北海道, 京都府, 奈良県"
ENDS_BEFORE = "the training ends before it begins"
OTHER_DAY = "a training ends on the day on which it begins: the next day is a training of its own"
RECORDED_ATTENDANCE = "a recorded viewing is no attendance (the association's rule): nobody can be registered for it"
NOT_OVER = "the training is not over yet: its attendance is registered afterwards"
CHANGED = (
    "the training is registered already, so its day, form, prefecture, code and credit stay: what is wrong in it is"
    " corrected member by member, by staff"
)
TIME = "a time is written as 14:05, or left empty"
LEFT_BEFORE = "退室 is before 入室"
NO_MEMBER_ID = "会員ID is empty"
CREDIT_CELL = "単位 is counted in steps of 0.5, from 0.5 on"
NOBODY = "the list is empty: nobody is named below the header"


def slug_is_file(slug: str, stem: str) -> str:
    return f"the training is called '{slug}' here and '{stem}' by the file's name"


def too_much_credit(credit: str, most: str, minutes: int) -> str:
    return f"{credit} credits are more than {minutes} minutes hold: 30 minutes are 0.5, so {most} at most"


def no_training(slug: str) -> str:
    return f"there is no training '{slug}': the file is named after the training whose attendance it holds"


def no_member(member_no: str) -> str:
    return f"there is no member {member_no}: a member ID has 10 digits, leading zeros included"


def cannot_earn(member_no: str) -> str:
    return f"the account {member_no} can't earn credits"


def twice(member_no: str, first: int) -> str:
    return f"the member {member_no} stands in line {first} already"


def more_than_training(credit: str, most: str) -> str:
    return f"{credit} credits are more than the {most} of the training"


def registered_otherwise(member_no: str, credit: str) -> str:
    return f"the member {member_no} is registered with {credit} already: a registration is corrected by staff"


def brought_along(member_no: str) -> str:
    return f"the member {member_no} has this credit from an import of credits already held: leave the line out"


def slug_taken(slug: str, first: object) -> str:
    return f"the training '{slug}' is described by {first} already"
