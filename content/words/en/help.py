from content.guide import Topic
from content.words.help import Group

_TOPICS = {
    Topic.LOGIN: "Logging in",
    Topic.COURSES: "Courses and credits",
    Topic.CODES: "Curriculum codes",
    Topic.TEST: "Self-assessment",
    Topic.CREDITS: "Your credits",
    Topic.JOURNAL: "Journal quiz",
    Topic.TRAININGS: "Trainings and declarations",
    Topic.CERTIFICATE: "Certificate of attendance",
    Topic.COMMON: "Specialist common lectures",
    Topic.FEES: "Fee schedule",
    Topic.MAMIS: "MAMIS",
    Topic.RADIO: "Radio NIKKEI",
}
_BUTTONS = {
    Topic.COURSES: "Courses",
    Topic.CODES: "Codes",
    Topic.TEST: "Test",
    Topic.JOURNAL: "Journal",
    Topic.TRAININGS: "Trainings",
    Topic.CERTIFICATE: "Certificate",
    Topic.COMMON: "Specialists",
    Topic.FEES: "Fees",
}
_ALSO = {
    Topic.LOGIN: ("login", "user ID", "password", "app", "membership"),
    Topic.COURSES: ("course", "film", "video", "e-learning"),
    Topic.CODES: ("CC", "code"),
    Topic.TEST: ("test", "assessment", "pass"),
    Topic.CREDITS: ("credits", "record"),
    Topic.JOURNAL: ("journal", "quiz", "postcard"),
    Topic.TRAININGS: ("training", "declaration", "Osaka"),
    Topic.CERTIFICATE: ("certificate", "web form"),
    Topic.COMMON: ("specialist", "common lecture"),
    Topic.FEES: ("fees", "psychotropic"),
    Topic.MAMIS: ("manual",),
    Topic.RADIO: ("radio",),
}
_GROUPS = {
    Group.LEARN: "Learn",
    Group.RECORD: "See your record",
    Group.PROVE: "Certificates and trainings",
    Group.OWN: "Using this bot",
    Group.DATA: "Your own data",
}


def title() -> str:
    return "Help"


def choose() -> str:
    return "Choose a topic, or type it after the command: /help certificate"


def texts_search() -> str:
    return "You can also just type a title or a name to find courses, trainings, journal issues and broadcasts."


def no_such_topic() -> str:
    return "That topic was not found. Please choose one of these."


def topic(topic: Topic) -> str:
    return _TOPICS[topic]


def to_topic(topic: Topic) -> str:
    return _BUTTONS.get(topic, _TOPICS[topic])


def also_called(topic: Topic) -> tuple[str, ...]:
    return _ALSO[topic]


def to_commands() -> str:
    return "Commands"


def commands_title() -> str:
    return "Commands"


def group(group: Group) -> str:
    return _GROUPS[group]
