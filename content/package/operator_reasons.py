"""Every sentence of the checks of an operator's profile, in plain words for the operator's console."""

from collections.abc import Iterable

ABSENT = "there is no such file"
DAY = 'a day is written as "2026-04-01", in quotes; or always, or never if this kind of credit is not kept here'
PHONE = "a telephone number has digits and hyphens, such as 00-0000-0000"
FORM = "the address of a form begins with https:// and holds no spaces and no Japanese characters"
MAIL = "a mail address is written as name@host.example"
NO_WAY = "nobody can be asked in this way: give a phone, a form or a mail address"
NO_HOURS = "'hours' is missing: say when the phone answers"
SIGNING_KEY = "signing_key is organisation (a seal of the organisation) or test (a key to try it out)"
NO_SIGNING_KEY = "'signing_key' is missing: certificates say what the key is that signs them"
SAMPLE = "this is the demo's profile, or made like it (sample: true): write down who really runs this bot"


def purpose(known: Iterable[str]) -> str:
    return f"the purpose is unknown; known are {', '.join(known)}"


def twice(purpose: str) -> str:
    return f"the purpose '{purpose}' stands here a second time"
