"""What the bot answers to a message of any kind."""

from datetime import timedelta

from bot.sandbox.people import Json
from tests.phone import Phone
from tests.stage import Stage

SECOND = timedelta(seconds=1)


def bots(phone: Phone) -> list[Json]:
    return [message for message in phone.messages if message["from"]["is_bot"]]


async def answered(stage: Stage, phone: Phone, **content: object) -> str:
    """Send a message of these fields a second later, as no client would make it; what is answered: in new messages, or
    in one that is edited.
    """
    stage.clock.jump(stage.clock.now() + SECOND)
    before, calls = len(bots(phone)), len(stage.world.calls)
    stage.world.send(phone.person.id, dict(content))
    await stage.settled()
    edits = [str(given["text"]) for name, given in stage.world.calls[calls:] if name.lower() == "editmessagetext"]
    return "\n".join([*edits, *(phone.text(message) for message in bots(phone)[before:])])
